using System.Text;
using System.Text.Json;
using SurveyCalc.Tests.Scenarios;

namespace SurveyCalc.Tests.Definitions.Notations;

public sealed class ReadCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task A_target_is_printed_as_one_object()
    {
        var (exit, text, _, _) = await CommandRun.RunAsync("read-target", "８０．０％以上");
        Assert.Equal(0, exit);
        var root = JsonDocument.Parse(text).RootElement;
        Assert.True(root.GetProperty("isRead").GetBoolean());
        var reading = root.GetProperty("reading");
        Assert.Equal("８０．０％以上", reading.GetProperty("printed").GetString());
        Assert.Equal("amount", reading.GetProperty("meaning").GetProperty("kind").GetString());
        var amount = reading.GetProperty("meaning").GetProperty("amount");
        Assert.Equal(("atLeast", "80.0", 1, "%"), (amount.GetProperty("comparison").GetString(), amount.GetProperty("number").GetRawText(),
            amount.GetProperty("decimals").GetInt32(), amount.GetProperty("unit").GetString()));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("refusal").ValueKind);
    }

    [Fact]
    public async Task A_refused_target_ends_with_1_and_its_reason()
    {
        var (exit, text, _, _) = await CommandRun.RunAsync("read-target", "1,23");
        Assert.Equal(1, exit);
        var refusal = JsonDocument.Parse(text).RootElement.GetProperty("refusal");
        Assert.Equal(("SC-N003", "桁区切りのコンマが3桁ごとではありません。", "小数なら「.」に直し、桁区切りなら3桁ごとに付けてください。"),
            (refusal.GetProperty("code").GetString(), refusal.GetProperty("reason").GetString(), refusal.GetProperty("remedy").GetString()));
    }

    [Fact]
    public async Task A_file_gives_an_array_with_its_lines_and_ends_with_1_when_one_is_refused()
    {
        var good = await CommandRun.RunAsync("read-target", "--file", run.Write("目標.txt", "57.0\r\n—\r\n\r\n小93.5 中98.1\r\n"));
        Assert.Equal(0, good.Exit);
        Assert.Equal(["amount", "noValue", "notYetEntered", "groups"], Rows(good.Out).Select(r => r.GetProperty("reading").GetProperty("meaning").GetProperty("kind").GetString()));
        Assert.Equal([1, 2, 3, 4], Rows(good.Out).Select(r => r.GetProperty("line").GetInt32()));
        var bad = await CommandRun.RunAsync("read-target", "--file", run.Write("目標2.txt", "57.0\n80%〜\n"));
        Assert.Equal(1, bad.Exit);
        Assert.Equal([true, false], Rows(bad.Out).Select(r => r.GetProperty("isRead").GetBoolean()));
    }

    [Fact]
    public async Task A_file_may_be_written_in_cp932()
    {
        File.WriteAllBytes(run.PathOf("年度.txt"), CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes("令和２年度\r\n"));
        var (exit, text, _, _) = await CommandRun.RunAsync("read-year", "--file", run.PathOf("年度.txt"));
        Assert.Equal(0, exit);
        Assert.Equal(2020, Assert.Single(Rows(text)).GetProperty("reading").GetProperty("year").GetInt32());
    }

    [Fact]
    public async Task A_year_without_era_is_refused_unless_the_years_around_it_are_given()
    {
        Assert.Equal(1, (await CommandRun.RunAsync("read-year", "27年決算")).Exit);
        var (exit, text, _, _) = await CommandRun.RunAsync("read-year", "27年決算", "--near", "平成26年度");
        Assert.Equal(0, exit);
        var reading = JsonDocument.Parse(text).RootElement.GetProperty("reading");
        Assert.Equal((2015, "平成", "決算"), (reading.GetProperty("year").GetInt32(), reading.GetProperty("eraInferred").GetString(), reading.GetProperty("basis").GetString()));
    }

    [Fact]
    public async Task The_misprint_is_printed_with_both_years()
    {
        var (exit, text, _, _) = await CommandRun.RunAsync("read-year", "平成2年度", "--near", "令和3年度", "--near", "R4");
        Assert.Equal(0, exit);
        var meaning = JsonDocument.Parse(text).RootElement.GetProperty("reading").GetProperty("meaning");
        Assert.Equal(("suspectedMisprint", 1990, 2020), (meaning.GetProperty("kind").GetString(), meaning.GetProperty("printedYear").GetInt32(), meaning.GetProperty("intended").GetInt32()));
    }

    [Fact]
    public async Task A_text_that_begins_with_a_minus_is_a_text()
    {
        var (exit, text, _, _) = await CommandRun.RunAsync("read-target", "--", "-15人");
        Assert.Equal(0, exit);
        Assert.Equal("-15", JsonDocument.Parse(text).RootElement.GetProperty("reading").GetProperty("meaning").GetProperty("amount").GetProperty("number").GetRawText());
    }

    [Fact]
    public async Task What_cannot_run_ends_with_2_and_a_japanese_message()
    {
        var none = await CommandRun.RunAsync("read-year");
        Assert.Equal((2, "文字列か --file のどちらか一つを指定してください。\n"), (none.Exit, none.Error));
        var near = await CommandRun.RunAsync("read-year", "R2", "--near", "来年");
        Assert.Equal((2, "--near の「来年」を年度として読めません。令和3年度のように書いてください。\n"), (near.Exit, near.Error));
        Assert.Equal(2, (await CommandRun.RunAsync("read-year", "--file", run.PathOf("ない.txt"))).Exit);
        File.WriteAllBytes(run.PathOf("壊れ.txt"), [0x81, 0x0A]);
        var broken = await CommandRun.RunAsync("read-year", "--file", run.PathOf("壊れ.txt"));
        Assert.Equal(2, broken.Exit);
        Assert.Contains("UTF-8 でも CP932 でもありません。", broken.Error, StringComparison.Ordinal);
    }

    private static JsonElement[] Rows(string json) => [.. JsonDocument.Parse(json).RootElement.EnumerateArray()];
}
