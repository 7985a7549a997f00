using System.Text.Json;

namespace SurveyCalc.Tests.Scenarios;

public sealed class ReadFormulaCommandTests : IDisposable
{
    private static readonly string[] Bound = ["--definitions", CommandRun.Demo, "--survey", "市民意識調査", "--year", "R2", "--question", "満足_スポーツ"];

    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task A_text_is_bound_to_the_labels_of_the_year()
    {
        var (exit, text, _, _) = await CommandRun.RunAsync(["read-formula", "満足、やや満足、普通の合計数値", .. Bound]);
        Assert.Equal(0, exit);
        var read = JsonDocument.Parse(text).RootElement;
        Assert.Equal("満足_スポーツで「満足」「やや満足」「普通」を選んだ人の割合（分母の記載なし）", read.GetProperty("canonical").GetString());
        Assert.Equal("満足|やや満足|普通", read.GetProperty("rule").GetProperty("choices").GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, read.GetProperty("base").ValueKind);
        Assert.True(read.GetProperty("isBound").GetBoolean());
        var again = await CommandRun.RunAsync(["read-formula", read.GetProperty("canonical").GetString()!, .. Bound]);
        Assert.Equal((0, read.GetProperty("rule").ToString()), (again.Exit, JsonDocument.Parse(again.Out).RootElement.GetProperty("rule").ToString()));
    }

    [Fact]
    public async Task A_refusal_ends_with_1_and_its_reason()
    {
        var (exit, text, _, _) = await CommandRun.RunAsync(["read-formula", "総収支比率(総収益/総費用)×100", .. Bound]);
        Assert.Equal(1, exit);
        var read = JsonDocument.Parse(text).RootElement;
        Assert.False(read.GetProperty("isRead").GetBoolean());
        Assert.Equal("SC-F004", read.GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, read.GetProperty("rule").ValueKind);
    }

    [Fact]
    public async Task Without_a_code_book_the_structure_is_given_as_not_bound()
    {
        var (exit, text, _, _) = await CommandRun.RunAsync("read-formula", "年5回以上");
        Assert.Equal(0, exit);
        var read = JsonDocument.Parse(text).RootElement;
        Assert.False(read.GetProperty("isBound").GetBoolean());
        var meaning = read.GetProperty("meaning");
        Assert.Equal(("threshold", "atLeast", 5), (meaning.GetProperty("kind").GetString(), meaning.GetProperty("comparison").GetString(), meaning.GetProperty("limit").GetInt32()));
    }

    [Fact]
    public async Task A_file_of_Japanese_Windows_is_read_as_well()
    {
        var file = run.Write("算式.txt", "");
        await File.WriteAllBytesAsync(file, System.Text.CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes("満足・やや満足の合計\r\n"));
        var (exit, text, _, _) = await CommandRun.RunAsync("read-formula", "--file", file);
        Assert.Equal((0, "満足・やや満足の合計"), (exit, JsonDocument.Parse(text).RootElement[0].GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_file_gives_one_element_for_each_line()
    {
        var file = run.Write("算式.txt", "満足・やや満足・普通の合計\n\n市民意識調査\n");
        var (exit, text, _, _) = await CommandRun.RunAsync("read-formula", "--file", file);
        Assert.Equal(1, exit);
        var codes = JsonDocument.Parse(text).RootElement.EnumerateArray()
            .Select(r => r.GetProperty("refusal") is { ValueKind: JsonValueKind.Object } refusal ? refusal.GetProperty("code").GetString() : null);
        Assert.Equal([null, "SC-F001", "SC-F004"], codes);
    }

    [Theory]
    [InlineData("算式を1つ書くか、--file でファイルを指定してください(どちらか一方)。", "read-formula")]
    [InlineData("設問に結び付けるには --definitions、--survey、--year、--question をすべて指定してください。", "read-formula", "満足", "--question", "問1")]
    public async Task What_cannot_run_ends_with_2(string message, params string[] args)
    {
        var (exit, text, error, _) = await CommandRun.RunAsync(args);
        Assert.Equal((2, ""), (exit, text));
        Assert.Equal(message + "\n", error);
    }

    [Fact]
    public async Task An_unknown_question_ends_with_2()
    {
        var (exit, _, error, _) = await CommandRun.RunAsync(["read-formula", "満足", .. Bound[..^1], "問999"]);
        Assert.Equal(2, exit);
        Assert.Contains("設問「問999」がありません。--question を確かめてください。", error, StringComparison.Ordinal);
    }
}
