using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Weighting;

namespace SurveyCalc.Indicators.Computation;

/// <summary>
/// Definitions and response files → actuals, without a store (集計だけの実行). The same code as import and recomputation;
/// one wave's answers are in memory at a time.
/// </summary>
public static class AnalyzeFiles
{
    /// <summary>What came out.</summary>
    /// <param name="Actuals">Empty when a file was refused.</param>
    /// <param name="Reports">One per file, in the order given.</param>
    public sealed record Outcome(IReadOnlyList<Actual> Actuals, IReadOnlyList<ImportReport> Reports);

    /// <summary>Reads every file and computes every indicator.</summary>
    /// <param name="definitions">Accepted definitions.</param>
    /// <param name="files">Code books with the files of their waves.</param>
    /// <param name="breakdowns">What to break down by; a wave that lacks an attribute leaves that one out.</param>
    /// <param name="at">When.</param>
    /// <param name="sink">Receives every problem.</param>
    /// <param name="progress">0 to 1 over all files.</param>
    /// <param name="cancellation">Stops between rows.</param>
    public static Outcome Run(
        DefinitionSet definitions, IReadOnlyList<(CodeBook CodeBook, FileInfo File)> files, IReadOnlyList<Breakdown> breakdowns,
        DateTimeOffset at, Action<ImportProblem>? sink, IProgress<double>? progress, CancellationToken cancellation)
    {
        var reports = new List<ImportReport>();
        var waves = new List<PlannedWave>();
        var tallies = new List<WaveTallies>();
        var others = files.Select(f => f.CodeBook).ToList();
        for (var i = 0; i < files.Count; i++)
        {
            var (codeBook, file) = files[i];
            var done = i;
            using var stream = file.OpenRead();
            var read = ResponseImport.Read(
                stream, file.Name, codeBook, DefinitionItems.Of(codeBook).Hash, definitions.ProfileOf(codeBook.Wave),
                sink, progress is null ? null : new Part(progress, done, files.Count), [.. others.Where(b => b != codeBook)], cancellation);
            reports.Add(read.Report);
            if (read.Snapshot is not { } snapshot) continue;

            var wave = new PlannedWave(new WaveSource(file.Name, read.Report.Sha256, snapshot.ContentHash, snapshot.CodeBookHash), codeBook);
            var rules = definitions.Indicators.Where(x => x.Survey == codeBook.Wave.Survey).Select(x => wave.Bind(x, out _)).OfType<BoundRule>().ToList();
            var by = breakdowns.Where(b => b.Questions.All(q => codeBook.Find(q)?.IsAttribute() == true)).ToList();
            waves.Add(wave);
            tallies.Add(CountWave.Of(definitions, wave, snapshot, rules, by));
        }

        if (reports.Exists(r => !r.IsAccepted)) return new Outcome([], reports);
        return new Outcome(ComputeActuals.Of(definitions, PlanActuals.Of(definitions, waves, at), tallies, at), reports);
    }

    private sealed class Part(IProgress<double> whole, int done, int of) : IProgress<double>
    {
        public void Report(double value) => whole.Report((done + value) / of);
    }
}
