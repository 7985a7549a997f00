using System.Text;

namespace SurveyCalc.Tests.Scenarios.Situations;

/// <summary>Situations 10, 11, 15 to 20 and 28: what response files are like.</summary>
public sealed class FileSituations : IDisposable
{
    private const string Media = PlannerDesk.CodeBookHeader + "調査,R2,問2,手段,MA,a,1,広報紙,,,,,\r\n,,,,,b,2,SNS,,,,,\r\n,,,,,c,3,特になし,排他,,,,\r\n";
    private const string MediaUsed = PlannerDesk.IndicatorHeader + "A,手段のある人,調査,問2,いずれかを選んだ割合,広報紙|SNS,無回答を除く,%,高いほど良い,1\r\n";

    private readonly PlannerDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task S10_none_marked_beside_others_is_kept_and_the_number_affected_is_printed()
    {
        await desk.DefineAsync(("符号表.csv", Media), ("指標.csv", MediaUsed));
        var (exit, output, error) = await desk.ImportAsync("a,b,c\r\n1,0,1\r\n0,1,1\r\n0,0,1\r\n1,0,0\r\n");
        Assert.Equal(0, exit);
        Assert.Contains("「特になし」とほかの選択肢に、ともに印があります。どちらも回答のまま残します。ほかに1件あります。回答票を確認してください。[SC-I214]", output + error, StringComparison.Ordinal);
        Assert.Equal((3, 4, 75.0m), await desk.OnlyActualAsync());
    }

    [Fact]
    public async Task S10_a_joined_cell_keeps_the_separator_inside_other()
    {
        var book = PlannerDesk.CodeBookHeader + "調査,R2,問2,手段,MA,問2,1,広報紙,,,,,\r\n,,,,,,2,\"その他(士業;農林業など)\",,,,,\r\n,,,,,,3,SNS,,,,,\r\n";
        await desk.DefineAsync(("符号表.csv", book), ("指標.csv", MediaUsed), PlannerDesk.Profile("複数回答の区切り,セミコロン"));
        var (exit, output, error) = await desk.ImportAsync("問2\r\n広報紙;その他(士業;農林業など);\r\nその他(士業;農林業など)\r\n");
        Assert.True(exit == 0, output + error);
        Assert.Equal((1, 2, 50.0m), await desk.OnlyActualAsync());
    }

    [Theory]
    [InlineData("拒否", 1, "4行目 A列「番号」: 回答者番号「A-1」は2行目にもあります。番号を直すか、取込設定の「回答者番号の重複」で扱いを決めてください。[SC-I308]", 0)]
    [InlineData("最初を採用", 0, "取込設定により最初の2行目を採用し、この行は取り込みません。", 2)]
    [InlineData("最後を採用", 0, "取込設定により最後の行を採用し、2行目は取り込みません。", 2)]
    [InlineData("すべて採用", 0, "取込設定によりすべて採用します。", 3)]
    public async Task S11_a_number_that_comes_twice_is_treated_as_the_survey_decides(string policy, int exitCode, string message, int counted)
    {
        await desk.DefineAsync(PlannerDesk.Profile("回答者番号の列,番号", $"回答者番号の重複,{policy}"));
        var (exit, output, error) = await desk.ImportAsync("番号,問1\r\nA-1,1\r\nA-2,1\r\nA-1,3\r\n");
        Assert.True(exit == exitCode, output + error);
        Assert.Contains(message, output + error, StringComparison.Ordinal);
        if (counted == 0) Assert.Empty(await desk.ActualsAsync());
        else Assert.Equal(counted, (await desk.OnlyActualAsync()).Denominator);
    }

    [Fact]
    public async Task S15_codes_of_the_paper_and_labels_of_the_web_form_meet_in_the_code_book()
    {
        var book = PlannerDesk.CodeBook + "調査,R2,方法,,属性,方法,1,郵送,,,,,\r\n,,,,,,2,Web,,,,,\r\n";
        await desk.DefineAsync(("符号表.csv", book));
        var (exit, output, error) = await desk.ImportAsync("問1,方法\r\n1,郵送\r\n3,1\r\n満足,Web\r\n不満,2\r\n満足,Web\r\n");
        Assert.True(exit == 0, output + error);
        var rows = await desk.ActualsAsync("-b", "方法");
        Assert.Equal([("全体", 5L), ("郵送", 2L), ("Web", 3L)], rows.Select(r => (r.GetProperty("cell").GetString()!, r.GetProperty("denominator").GetInt64())));
    }

    [Theory]
    [InlineData("", "ウエイトが空欄です。")]
    [InlineData("0", "ウエイトが0です。")]
    [InlineData("重い", "ウエイト「重い」は数値ではありません。")]
    public async Task S16_a_weight_that_is_missing_zero_or_text_is_refused_and_never_one(string weight, string message)
    {
        await desk.DefineAsync(PlannerDesk.Profile("ウエイトの列,ウエイト"));
        var (exit, output, error) = await desk.ImportAsync($"問1,ウエイト\r\n1,2\r\n3,{weight}\r\n");
        Assert.Equal(1, exit);
        Assert.Contains("3行目 B列「ウエイト」: " + message, output + error, StringComparison.Ordinal);
        Assert.Empty(await desk.ActualsAsync());
    }

    [Fact]
    public async Task S16_n_is_unweighted_and_the_share_weighted()
    {
        await desk.DefineAsync(PlannerDesk.Profile("ウエイトの列,ウエイト"));
        var (exit, output, error) = await desk.ImportAsync("問1,ウエイト\r\n1,3\r\n3,1\r\n");
        Assert.True(exit == 0, output + error);
        Assert.Equal((1, 2, 75.0m), await desk.OnlyActualAsync());
    }

    [Fact]
    public async Task S17_cp932_with_its_own_characters_is_read()
    {
        await desk.DefineAsync(("符号表.csv", PlannerDesk.CodeBook.Replace("満足", "満足①髙", StringComparison.Ordinal)), ("指標.csv", PlannerDesk.Satisfied.Replace(",満足,無", ",満足①髙,無", StringComparison.Ordinal)));
        var (exit, output, error) = await desk.ImportAsync(CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes("問1\r\n満足①髙\r\n不満\r\n"));
        Assert.True(exit == 0, output + error);
        Assert.Equal((1, 2, 50.0m), await desk.OnlyActualAsync());
    }

    [Fact]
    public async Task S17_a_file_that_lost_characters_is_refused_at_its_cell()
    {
        await desk.DefineAsync();
        var (exit, output, error) = await desk.ImportAsync("問1\r\n満足\r\n満\uFFFD\r\n");
        Assert.Equal(1, exit);
        Assert.Contains("3行目 A列", output + error, StringComparison.Ordinal);
        Assert.Empty(await desk.ActualsAsync());
    }

    [Fact]
    public async Task S18_two_header_rows_with_merged_blanks_and_line_breaks_name_a_column_by_its_path()
    {
        var book = PlannerDesk.CodeBook.Replace("SA,問1,1", "SA,問29 満足度/道路,1", StringComparison.Ordinal);
        await desk.DefineAsync(("符号表.csv", book), PlannerDesk.Profile("見出し行数,2"));
        var (exit, output, error) = await desk.ImportAsync("番号,\"問29\n満足度\",,\"問29\n優先度\",\r\n,道路,公園,道路,公園\r\n1,1,3,3,3\r\n2,3,1,1,1\r\n3,1,2,2,2\r\n");
        Assert.True(exit == 0, output + error);
        Assert.Equal((2, 3, 66.7m), await desk.OnlyActualAsync());
    }

    [Fact]
    public async Task S18_a_header_that_stands_twice_is_not_chosen_between()
    {
        await desk.DefineAsync();
        var (exit, output, error) = await desk.ImportAsync("問1,問１\r\n1,3\r\n");
        Assert.Equal(1, exit);
        Assert.Contains("設問「問1」の列「問1」にあたる見出しがA列とB列にあり、どちらか決められません。", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S19_totals_notes_blank_lines_and_forms_not_returned_are_no_respondents()
    {
        await desk.DefineAsync(PlannerDesk.Profile("除外条件,提出状況=未提出|未確認", "回答者番号の列,番号"));
        var (exit, output, error) = await desk.ImportAsync("番号,提出状況,問1,,\r\n1,提出,1,,\r\n2,提出,3,,\r\n3,未提出,,,\r\n,,,,\r\n合計,,2,,\r\n※速報,,,,\r\n");
        Assert.True(exit == 0, output + error);
        Assert.Equal((1, 2, 50.0m), await desk.OnlyActualAsync());
        Assert.Contains("未提出", output + error, StringComparison.Ordinal);
        Assert.Contains("合計", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("１")]
    [InlineData("1.0")]
    [InlineData("01")]
    [InlineData("１．０")]
    [InlineData("　1　")]
    public async Task S20_another_spelling_of_a_code_is_that_code(string cell)
    {
        await desk.DefineAsync();
        var (exit, output, error) = await desk.ImportAsync($"問1\r\n{cell}\r\n3\r\n");
        Assert.True(exit == 0, output + error);
        Assert.Equal((1, 2, 50.0m), await desk.OnlyActualAsync());
    }

    [Fact]
    public async Task S20_a_code_that_a_spreadsheet_turned_into_a_date_is_refused()
    {
        await desk.DefineAsync(("符号表.csv", PlannerDesk.CodeBook.Replace("問1,1,満足", "問1,1-2,満足", StringComparison.Ordinal)));
        var (exit, output, error) = await desk.ImportAsync("問1\r\n1月2日\r\n");
        Assert.Equal(1, exit);
        Assert.Contains("1月2日", output + error, StringComparison.Ordinal);
        Assert.Empty(await desk.ActualsAsync());
    }

    [Fact]
    public async Task S20_a_blank_of_full_width_is_no_answer_and_not_a_choice()
    {
        await desk.DefineAsync();
        var (exit, output, error) = await desk.ImportAsync("番号,問1\r\n1,1\r\n2,　\r\n3,3\r\n");
        Assert.True(exit == 0, output + error);
        Assert.Equal((1, 2, 50.0m), await desk.OnlyActualAsync());
        Assert.Equal(1, Assert.Single(await desk.ActualsAsync()).GetProperty("noAnswer").GetInt64());
    }

    [Theory]
    [InlineData("平成2年度", 0, "平成2年度(1990)は前後の年度から離れています。令和2年度(2020)の誤りでないか確かめ、どちらかを選んでください。")]
    [InlineData("令和99年度", 0, "令和99年度(2117)は前後の年度から離れています。")]
    [InlineData("年度", 1, "令和2年度、R2、2020年度、令和2～6年度のように書いてください。")]
    [InlineData("平成32年度", 0, "\"fiscalYear\": 2020")]
    [InlineData("Ｈ３１", 0, "\"fiscalYear\": 2019")]
    [InlineData("令和元年度", 0, "\"fiscalYear\": 2019")]
    public async Task S20_years_are_read_and_one_that_cannot_be_is_refused_or_flagged(string year, int exitCode, string message)
    {
        var read = await CommandRun.RunAsync("read-year", year, "--near", "R1", "--near", "R3");
        Assert.Equal(exitCode, read.Exit);
        Assert.Contains(message, read.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S28_a_label_that_contains_another_is_another_label()
    {
        var book = PlannerDesk.CodeBook.Replace("満足,", "福井駅,", StringComparison.Ordinal).Replace("普通,", "福井駅前,", StringComparison.Ordinal);
        await desk.DefineAsync(("符号表.csv", book), ("指標.csv", PlannerDesk.Satisfied.Replace(",満足,無", ",福井駅,無", StringComparison.Ordinal)));
        var (exit, output, error) = await desk.ImportAsync("問1\r\n福井駅前\r\n福井駅\r\n福井駅前\r\n3\r\n");
        Assert.True(exit == 0, output + error);
        Assert.Equal((1, 4, 25.0m), await desk.OnlyActualAsync());
    }
}
