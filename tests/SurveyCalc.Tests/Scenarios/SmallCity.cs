using System.Text;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Storage.Sqlite;

namespace SurveyCalc.Tests.Scenarios;

/// <summary>A survey of one question and one attribute in a temporary store, driven through the product's own use cases.</summary>
internal sealed class SmallCity : IAsyncDisposable
{
    public const string Survey = "調査";

    private readonly string folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;

    private SmallCity() => Store = SqliteStore.Open(Database);

    /// <summary>File of the database, for tests that look at it or alter it from outside.</summary>
    public string Database => Path.Combine(folder, "city.db");

    public SqliteStore Store { get; }

    public static async Task<SmallCity> CreateAsync()
    {
        var city = new SmallCity();
        await city.Store.MigrateAsync(CancellationToken.None);
        return city;
    }

    /// <summary>Definitions with a code book for each year; the last argument replaces texts in the files.</summary>
    public static DefinitionSet Define(IEnumerable<int> years, params (string From, string To)[] changes)
    {
        var books = "調査,年度,設問,設問文,種別,列,選択肢コード,ラベル,区分,対象条件,系列\r\n" + string.Concat(years.Select(y =>
            $"{Survey},{y},問1,,SA,問1,1,満足,有効,,系列{y}\r\n,,,,,,2,普通,有効,,\r\n,,,,,,3,不満,有効,,\r\n,,,,,,8,わからない,わからない,,\r\n"
            + $"{Survey},{y},性別,,属性,性別,1,男性,有効,,性別\r\n,,,,,,2,女性,有効,,\r\n"));
        var indicators = "指標コード,指標名,政策,施策,調査,設問,算式の種類,算式,分母,対象条件,単位,向き,桁数,計画書の算式\r\n"
            + $"A,満足の割合,,,{Survey},問1,選択肢の割合,満足、普通,わからないも除く,,%,高いほど良い,1,\r\n"
            + $"B,満足の割合(女性),,,{Survey},問1,選択肢の割合,満足,無回答を含む,性別=女性,%,高いほど良い,1,\r\n"
            + $"C,平均点,,,{Survey},問1,平均点,満足=1|普通=0|不満=-1,わからないも除く,,点,高いほど良い,2,\r\n";
        var targets = "指標コード,年度,計画値\r\nA,計画策定時,50\r\nA,2020,60\r\nA,2021,61\r\n";
        var files = new (string Name, string Text)[] { ("符号表.csv", books), ("指標.csv", indicators), ("計画値.csv", targets) };
        var read = DefinitionFiles.Read(files.Select(f => (f.Name, (Stream)Bytes(changes.Aggregate(f.Text, (text, c) => text.Replace(c.From, c.To, StringComparison.Ordinal))))));
        Assert.True(read.IsAccepted, string.Join('\n', read.Problems));
        return read.Definitions;
    }

    /// <summary>Makes every year's question comparable.</summary>
    public static (string From, string To) SameSeries(int year) => ($"系列{year}", "系列");

    public async Task DefineAsync(DefinitionSet definitions) =>
        await Store.SaveDefinitionsAsync(DefinitionItems.Of(definitions), DateTimeOffset.UnixEpoch, "tester", CancellationToken.None);

    /// <summary>Imports rows <c>問1,性別</c> such as <c>1,2</c>.</summary>
    public async Task<ReceiveUpload.Outcome> ImportAsync(int year, params string[] rows)
    {
        using var file = Bytes("問1,性別\r\n" + string.Join("\r\n", rows) + "\r\n");
        return await new ReceiveUpload(Store, null, TimeProvider.System).RunAsync(
            file, $"{year}.csv", new WaveKey(Survey, new FiscalYear(year)), "tester", dryRun: false, null, null, CancellationToken.None);
    }

    public Task<Recompute.Outcome> RecomputeAsync() => new Recompute(Store, TimeProvider.System).RunAsync(CancellationToken.None);

    public Task<Actual> ReleaseAsync(string indicator, int year, string by = "確定者", bool isOnePersonOffice = false) =>
        new ReleaseActuals(Store, TimeProvider.System, isOnePersonOffice).OneAsync(indicator, new FiscalYear(year), null, by, "", CancellationToken.None);

    public Task<IReadOnlyList<Actual>> ReleaseAllAsync(int year, string by = "確定者") =>
        new ReleaseActuals(Store, TimeProvider.System, false).WaveAsync(Survey, new FiscalYear(year), by, "", CancellationToken.None);

    public async Task<CorrectionProposal> ProposeAsync(string indicator, int year, string by = "提案者", string reason = "回答票の入力漏れ") =>
        (await new ProposeCorrection(Store, TimeProvider.System).RunAsync(indicator, new FiscalYear(year), null, by, reason, CancellationToken.None)).Proposal;

    public Task<IReadOnlyList<Actual>> RevisionsAsync() => Store.GetActualsAsync(allRevisions: true, CancellationToken.None);

    /// <summary>The same row a number of times.</summary>
    public static IEnumerable<string> Rows(int count, string row) => Enumerable.Repeat(row, count);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
