using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// Takes in one response file (受付と取込): the one use case behind every door. Checking and importing run the same code;
/// checking stops before anything is stored.
/// </summary>
/// <param name="store">Where definitions are and the wave goes.</param>
/// <param name="keepOriginal">Keeps the bytes unchanged as evidence, by their SHA-256; null when the city keeps none.</param>
/// <param name="time">Clock of the upload record.</param>
public sealed class ReceiveUpload(IStore store, Func<Stream, string, CancellationToken, Task>? keepOriginal, TimeProvider time)
{
    /// <summary>What became of a file.</summary>
    /// <param name="Report">What was found; null when the same bytes had been received before.</param>
    /// <param name="Wave">The stored wave; null when checked only or refused.</param>
    /// <param name="Before">The wave's snapshot before this one, or the one that these very bytes made.</param>
    public sealed record Outcome(ImportReport? Report, WaveHeader? Wave, WaveHeader? Before)
    {
        public bool WasAlreadyReceived => Report is null;
    }

    /// <summary>Reads, checks and, unless <paramref name="dryRun"/>, stores a file.</summary>
    /// <param name="file">Seekable.</param>
    /// <param name="fileName">Name for people, without folder.</param>
    /// <param name="wave">The wave it is for; must have a code book.</param>
    /// <param name="by">Account name.</param>
    /// <param name="dryRun">True stores nothing.</param>
    /// <param name="sink">Receives every problem.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellation">Stops between rows; nothing is stored then.</param>
    /// <exception cref="OperatorException">The wave has no code book; the message says which waves have one.</exception>
    public async Task<Outcome> RunAsync(
        Stream file, string fileName, WaveKey wave, string by, bool dryRun,
        Action<ImportProblem>? sink, IProgress<double>? progress, CancellationToken cancellation)
    {
        var items = await store.GetDefinitionsAsync(cancellation);
        var definitions = DefinitionItems.ToSet(items);
        var codeBook = definitions.CodeBookOf(wave) ?? throw new OperatorException(NoCodeBook(wave, definitions));
        var (profile, codeBookHash) = (definitions.ProfileOf(wave), DefinitionItems.Of(codeBook).Hash);
        var profileHash = DefinitionItems.Of(profile).Hash;
        var before = (await store.GetWavesAsync(cancellation)).FirstOrDefault(w => w.Wave == wave);
        if (!dryRun && before is not null && before.CodeBookHash == codeBookHash && before.Upload.ProfileHash == profileHash
            && before.Upload.Sha256 == FileScan.Of(file, fileName, DeclaredEncoding.Auto, cancellation: cancellation).Sha256)
            return new Outcome(null, before, before);

        var others = definitions.CodeBooks.Where(b => b.Wave != wave).ToList();
        var read = ResponseImport.Read(file, fileName, codeBook, codeBookHash, profile, sink, progress, others, cancellation);
        if (dryRun || read.Snapshot is null) return new Outcome(read.Report, null, before);

        if (keepOriginal is not null)
        {
            file.Position = 0;
            await keepOriginal(file, read.Report.Sha256, cancellation);
        }

        var upload = new Upload(wave, fileName, read.Report.Sha256, read.Report.Size, time.GetUtcNow(), by, profileHash);
        return new Outcome(read.Report, await store.SaveWaveAsync(upload, read.Snapshot, read.Report, cancellation), before);
    }

    private static string NoCodeBook(WaveKey wave, DefinitionSet definitions)
    {
        var known = definitions.CodeBooks.Select(b => b.Wave.ToString()).ToList();
        return known.Count == 0
            ? "符号表がまだ登録されていません。先に define で定義ファイルを登録してください。"
            : $"「{wave}」の符号表がありません。登録済み: {string.Join("、", known)}。調査と年度を確かめるか、define で符号表を登録してください。";
    }
}
