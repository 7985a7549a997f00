using System.Text;
using System.Text.Json;

namespace SurveyCalc.Tests.Scenarios.Situations;

/// <summary>A planner with definition files, response files and the commands, in a temporary folder.</summary>
internal sealed class PlannerDesk : IDisposable
{
    public const string CodeBookHeader = "調査,年度,設問,設問文,種別,列,選択肢コード,ラベル,区分,対象条件,系列,前回との関係,関係の理由\r\n";

    public const string IndicatorHeader = "指標コード,指標名,調査,設問,算式の種類,算式,分母,単位,向き,桁数\r\n";

    /// <summary>Question 問1 of one year with three choices, 1 to 3, and 99 for 無回答.</summary>
    public const string CodeBook = CodeBookHeader + "調査,R2,問1,住みやすさ,SA,問1,1,満足,,,,,\r\n,,,,,,2,普通,,,,,\r\n,,,,,,3,不満,,,,,\r\n,,,,,,99,無回答,無回答,,,,\r\n";

    public const string Satisfied = IndicatorHeader + "A,満足の割合,調査,問1,選択肢の割合,満足,無回答を除く,%,高いほど良い,1\r\n";

    private readonly CommandRun run = new();

    public PlannerDesk() => Directory.CreateDirectory(Definitions);

    private string Definitions => run.PathOf("定義");

    public void Dispose() => run.Dispose();

    /// <summary>Registers the files, with the code book and the indicator of this class where none is given.</summary>
    /// <returns>What was printed, problems included.</returns>
    public async Task<string> DefineAsync(params (string Name, string Text)[] files)
    {
        var (exit, output, error) = await TryDefineAsync(files);
        Assert.True(exit == 0, error + output);
        return error + output;
    }

    public async Task<(int Exit, string Out, string Error)> TryDefineAsync(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files.Concat([("符号表.csv", CodeBook), ("指標.csv", Satisfied)]).DistinctBy(f => f.Item1))
            run.Write(Path.Combine("定義", name), text);
        return await RunAsync("define", Definitions);
    }

    /// <summary>Imports a response file of 令和2年度, as text or as bytes.</summary>
    public Task<(int Exit, string Out, string Error)> ImportAsync(string text) => ImportAsync(new UTF8Encoding(false).GetBytes(text));

    public async Task<(int Exit, string Out, string Error)> ImportAsync(byte[] bytes)
    {
        var file = run.PathOf("調査_令和2年度.csv");
        await File.WriteAllBytesAsync(file, bytes);
        return await RunAsync("import", file);
    }

    public async Task<(int Exit, string Out, string Error)> RunAsync(params string[] args)
    {
        var (exit, output, error, _) = await CommandRun.RunAsync([.. args, "--data", run.Data]);
        return (exit, output, error);
    }

    /// <summary>The rows of <c>actuals</c> as JSON; none when nothing is stored.</summary>
    public async Task<List<JsonElement>> ActualsAsync(params string[] args) =>
        [.. JsonDocument.Parse((await RunAsync(["actuals", "--format", "json", .. args])).Out).RootElement.EnumerateArray()];

    /// <summary>Counted, base and printed value of the only actual.</summary>
    public async Task<(long Numerator, long Denominator, decimal Value)> OnlyActualAsync()
    {
        var row = Assert.Single(await ActualsAsync());
        return (row.GetProperty("numerator").GetInt64(), row.GetProperty("denominator").GetInt64(), row.GetProperty("value").GetDecimal());
    }

    /// <summary>A 取込設定 file of 令和2年度 with these lines of 項目,値.</summary>
    public static (string Name, string Text) Profile(params string[] items) =>
        ("取込設定.csv", "調査,年度,項目,値\r\n" + string.Concat(items.Select(i => $"調査,R2,{i}\r\n")));
}
