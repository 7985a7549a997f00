using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Contracts;

/// <summary>What a store is given in its tests; built by hand, so that a store is tested without the importer.</summary>
internal static class StoreSamples
{
    /// <summary>Whole microseconds, the finest time every store keeps.</summary>
    public static DateTimeOffset Noon { get; } = new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.FromHours(9)).AddMicroseconds(123_456);

    public static WaveKey Wave(string survey = "市民意識調査", int year = 2020) => new(survey, new FiscalYear(year));

    public static DefinitionItem Definition(DefinitionKind kind, string key, string content = "1")
    {
        var body = CanonicalJson.Write(new { key, content });
        return new DefinitionItem(kind, key, body, CanonicalJson.Hash(body));
    }

    public static Upload Upload(WaveKey wave, string bytes = "a") =>
        new(wave, $"{wave.Survey}.csv", CanonicalJson.Hash(bytes), 12_345, Noon, "planner", "profile");

    public static WaveSnapshot Snapshot(WaveKey wave, int respondents = 3, string content = "c") => new()
    {
        Wave = wave,
        ContentHash = CanonicalJson.Hash(content),
        CodeBookHash = CanonicalJson.Hash("code book"),
        Respondents = respondents,
        Columns = Columns(Column("問1", respondents, 3)),
    };

    public static IReadOnlyDictionary<string, AnswerColumn> Columns(params AnswerColumn[] columns) =>
        columns.ToDictionary(column => column.Question, StringComparer.Ordinal);

    /// <summary>A column whose row r has answer (r × 7 + r / 65,536) mod <paramref name="distinct"/>.</summary>
    public static AnswerColumn Column(string question, int rows, int distinct)
    {
        var answers = Enumerable.Range(0, distinct).Select(i => Answer.Chosen(i, AnswerRole.Substantive)).ToArray();
        return Column(question, answers, [.. Enumerable.Range(0, rows).Select(r => (int)((r * 7L + r / 65_536) % distinct))]);
    }

    public static AnswerColumn Column(string question, IReadOnlyList<Answer> answers, int[] numbers)
    {
        var width = answers.Count <= 256 ? 1 : answers.Count <= 65_536 ? 2 : 4;
        var chunks = numbers.Chunk(AnswerColumn.ChunkRows)
            .Select(chunk => chunk.SelectMany(n => BitConverter.GetBytes(n).Take(width)).ToArray()).ToArray();
        return new AnswerColumn(question, answers, width, numbers.Length, chunks);
    }

    public static ImportReport Report(Upload upload) => new()
    {
        FileName = upload.FileName,
        Sha256 = upload.Sha256,
        Size = upload.Size,
        Dialect = "UTF-8(BOM付き)・カンマ区切り・見出し1行",
        RowsIn = 6,
        Accepted = 3,
        Rejected = 2,
        Excluded = 1,
        Problems =
        [
            new("SC-I901", Severity.Warning, upload.FileName, new CellPosition(15, 17, 5, "問3"), "9", "値「9」は選択肢にありません。", "直してください。"),
            new("SC-I902", Severity.Note, upload.FileName, CellPosition.File, "", "末尾の空の列を読みませんでした。", ""),
        ],
        ProblemCounts = new SortedDictionary<string, long> { ["SC-I901"] = 1, ["SC-I902"] = 1 },
        Errors = 0,
        Warnings = 1,
    };

    public static Actual Actual(string indicator, WaveKey wave, string fingerprint = "f1") => new()
    {
        Indicator = indicator,
        Wave = wave,
        Fingerprint = fingerprint,
        Figure = new Figure(55.20m, 55.2 / 3, 552, 1_000, 1_000.1, Math.BitIncrement(1.5), 1_034.7, null, 58.3, "Wilson", 0.95, 42_000, false),
        Roles = new RoleCounts(900, 60, 30, 5, 4, 1),
        Change = new YearOverYear
        {
            Verdict = ChangeVerdict.NotShown,
            Against = new FiscalYear(wave.FiscalYear.FirstYear - 2),
            Skipped = [new FiscalYear(wave.FiscalYear.FirstYear - 1)],
            OfPrinted = -0.10m,
            OfExact = 0m,
            Difference = -1.0 / 3,
            Lower = -double.Epsilon,
            Upper = 1e300,
            PValue = 0.1 + 0.2,
        },
        TargetText = "57.0",
        TargetVerdict = TargetVerdict.Undecided,
        Provenance = new Provenance
        {
            FileName = "市民意識調査.csv",
            FileSha256 = CanonicalJson.Hash("a"),
            SnapshotHash = CanonicalJson.Hash("c"),
            CodeBookHash = CanonicalJson.Hash("code book"),
            IndicatorHash = CanonicalJson.Hash("indicator"),
            EngineVersion = "1",
            ComputedAt = Noon,
        },
    };

    /// <summary>A preliminary revision as it is when released.</summary>
    public static Actual Final(Actual latest) =>
        latest with { Revision = latest.Revision + 1, Status = Status.Final, By = "確定者", Why = "確定", RecordedAt = Noon };

    public static CorrectionProposal Proposal(Actual recomputed, int revision, string by = "提案者") =>
        new() { Revision = revision, Recomputed = recomputed, By = by, At = Noon, Reason = "回答票の入力漏れ" };

    /// <summary>A proposal as it is when approved.</summary>
    public static Actual Corrected(CorrectionProposal proposal) => proposal.Recomputed with
    {
        Revision = proposal.Revision + 1,
        Status = Status.Corrected,
        By = proposal.By,
        ApprovedBy = "承認者",
        Why = proposal.Reason,
        RecordedAt = Noon,
    };

    /// <summary>Releases everything that is preliminary.</summary>
    public static async Task ConfirmAsync(IStore store)
    {
        var latest = await store.GetActualsAsync(allRevisions: false, CancellationToken.None);
        await store.ConfirmActualsAsync([.. latest.Where(a => a.Status is Status.Preliminary).Select(Final)], CancellationToken.None);
    }
}
