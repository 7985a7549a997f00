using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// Reads the response file of one wave, checks every cell against the code book and freezes the answers (取込).
/// <c>check</c> and <c>import</c> are this same code: nothing is stored here.
/// </summary>
public static class ResponseImport
{
    /// <summary>Share of the work that deciding the encoding is, for the progress bar.</summary>
    private const double ScanShare = 0.2;

    /// <summary>
    /// Reads <paramref name="stream"/> twice: once to decide what its bytes are, once to check its cells. Memory does not
    /// grow with the size of the file but by the kept answers, about one byte each.
    /// </summary>
    /// <param name="stream">Seekable; read from its start, left open.</param>
    /// <param name="fileName">File name without folder, for messages.</param>
    /// <param name="codeBook">What the cells mean.</param>
    /// <param name="codeBookHash">Hash of that code book version; becomes part of the snapshot.</param>
    /// <param name="profile">How the file is laid out, and what to do with its faults.</param>
    /// <param name="sink">Receives every problem, for a report file.</param>
    /// <param name="progress">Receives the share that is done, 0 to 1.</param>
    /// <param name="others">Other code books of the city, to say which survey a misplaced file looks like.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The report always; the snapshot only when the report holds no error.</returns>
    /// <exception cref="ArgumentException">The stream cannot seek, or the code book leaves a column unnamed.</exception>
    public static ImportOutcome Read(
        Stream stream,
        string fileName,
        CodeBook codeBook,
        string codeBookHash,
        ImportProfile profile,
        Action<ImportProblem>? sink = null,
        IProgress<double>? progress = null,
        IReadOnlyList<CodeBook>? others = null,
        CancellationToken cancellation = default)
    {
        if (!stream.CanSeek) throw new ArgumentException("The stream must be seekable.", nameof(stream));
        var log = new ProblemLog(sink);
        var scan = FileScan.Of(stream, fileName, profile.Encoding, cancellation);
        if (scan.Fault is not null)
        {
            log.Add(scan.Fault);
            return Outcome("", null);
        }

        progress?.Report(ScanShare);
        var dialect = Dialect.Decide(stream, scan.Encoding, profile);
        var described = dialect.InJapanese(scan.Encoding, profile.HeaderRows);
        if (dialect.HasSeparatorLine) log.Add(ImportProblems.SeparatorLine(fileName));
        if (OtherWaveOf(fileName, profile, others ?? []) is { } named) log.Add(ImportProblems.NamedForAnotherWave(fileName, profile.Wave, named));
        var text = new CellText(scan.Encoding);
        using var reader = new ResponseReader(stream, fileName, dialect);
        if (HeaderTable.Read(reader, text, profile.HeaderRows, fileName, log) is not { } header
            || Layout.Bind(header, codeBook, profile, others ?? [], fileName, log) is not { } layout)
            return Outcome(described, null);

        var rows = new RowImport(codeBook, codeBookHash, profile, header, layout, text, fileName, log);
        if (!rows.IsReady) return Outcome(described, null);
        rows.Run(reader, share => progress?.Report(ScanShare + (1 - ScanShare) * share / scan.Size), cancellation);
        var snapshot = log.Errors == 0 ? rows.Freeze() : null;
        progress?.Report(1);
        return Outcome(described, rows, log.Errors == 0 ? snapshot : null);

        ImportOutcome Outcome(string dialectText, RowImport? counted, WaveSnapshot? frozen = null) => new(
            new ImportReport
            {
                FileName = fileName,
                Sha256 = scan.Sha256,
                Size = scan.Size,
                Dialect = dialectText,
                RowsIn = counted?.RowsIn ?? 0,
                Accepted = counted?.Accepted ?? 0,
                Rejected = counted?.Rejected ?? 0,
                Excluded = counted?.Excluded ?? 0,
                Problems = log.First,
                ProblemCounts = log.Counts,
                Errors = log.Errors,
                Warnings = log.Warnings,
            },
            frozen);
    }

    /// <summary>The wave that the name of the file says, when it is another year of the survey or another known wave.</summary>
    private static WaveKey? OtherWaveOf(string fileName, ImportProfile profile, IReadOnlyList<CodeBook> others)
    {
        if (ResponseFiles.WaveOf(fileName) is not { } named || (profile.FileName is { } declared && LabelText.Same(declared, fileName))) return null;
        var isSameYear = named.FiscalYear == profile.Wave.FiscalYear;
        return LabelText.Same(named.Survey, profile.Wave.Survey) ? isSameYear ? null : named with { Survey = profile.Wave.Survey }
            : others.Select(b => (WaveKey?)b.Wave).FirstOrDefault(w => w!.Value.FiscalYear == named.FiscalYear && LabelText.Same(w.Value.Survey, named.Survey));
    }
}
