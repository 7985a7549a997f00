using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using static SurveyCalc.Tests.Scenarios.SmallCity;

namespace SurveyCalc.Tests.Scenarios.Situations;

/// <summary>Situations 1 to 7, 12, 13 and 29: a question that is not asked as it was.</summary>
public sealed class SeriesSituations
{
    private static readonly string[] First = [.. Rows(40, "1,1"), .. Rows(30, "2,2"), .. Rows(30, "3,2")];
    private static readonly string[] Second = [.. Rows(80, "1,1"), .. Rows(10, "2,2"), .. Rows(10, "3,2")];

    private static readonly (string From, string To) LinkColumns = (",対象条件,系列\r\n", ",対象条件,系列,前回との関係,関係の理由\r\n");

    [Fact]
    public async Task S01_a_renumbered_question_without_a_declaration_is_not_compared()
    {
        var change = await ChangeAsync();
        Assert.Equal((ChangeVerdict.NotComparable, null), (change.Verdict, change.OfPrinted));
        Assert.Equal("設問の系列が変わりました(「系列2020」→「系列2021」)。", change.Reason);
    }

    [Fact]
    public async Task S01_a_renumbered_question_that_keeps_its_series_is_compared()
    {
        var change = await ChangeAsync(SameSeries(2020), SameSeries(2021), ($"{Survey},2021,問1,,SA,", $"{Survey},2021,問1,問14に移した,SA,"));
        Assert.Equal((ChangeVerdict.Rose, 20.0m), (change.Verdict, change.OfPrinted!.Value));
    }

    [Fact]
    public async Task S02_a_split_question_says_that_it_cannot_be_compared_and_why()
    {
        var change = await ChangeAsync(LinkColumns, SameSeries(2020), Linked("断絶", "文化・芸術・スポーツの質問をスポーツだけにした"));
        Assert.Equal(
            (ChangeVerdict.NotComparable, "前回の調査と断絶しています(文化・芸術・スポーツの質問をスポーツだけにした)。", null, null),
            (change.Verdict, change.Reason, change.OfPrinted, change.Difference));
    }

    [Fact]
    public async Task S03_a_new_counting_rule_makes_no_jump_of_points()
    {
        var change = await ChangeAsync(SameSeries(2020), SameSeries(2021), ("桁数,計画書の算式\r\n", "桁数,計画書の算式,適用年度,承認者,変更理由\r\n"), (
            $"A,満足の割合,,,{Survey},問1,選択肢の割合,満足、普通,わからないも除く,,%,高いほど良い,1,\r\n",
            $"A,満足の割合,,,{Survey},問1,選択肢の割合,満足,わからないも除く,,%,高いほど良い,1,\r\n"
            + $"A,満足の割合,,,{Survey},問1,選択肢の割合,満足、普通,わからないも除く,,%,高いほど良い,1,,2021,企画課長,普通も数える\r\n"));
        Assert.Equal(20.0m, change.OfPrinted);
        Assert.Equal("算式が令和3年度から変わったため(普通も数える)、前回も新しい算式で計算し直して比べました。", change.Note);
    }

    [Fact]
    public async Task S04_a_year_without_a_survey_has_no_actual_and_the_next_is_compared_with_the_survey_before()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2019, 2021], SameSeries(2019), SameSeries(2021)));
        await city.ImportAsync(2019, First);
        await city.ImportAsync(2021, Second);
        var actuals = (await city.RecomputeAsync()).Written.Where(a => a.Indicator == "A").ToList();
        Assert.Equal([2019, 2021], actuals.Select(a => a.Wave.FiscalYear.FirstYear));
        Assert.Equal((new FiscalYear(2019), 20.0m), (actuals[1].Change.Against!.Value, actuals[1].Change.OfPrinted!.Value));
    }

    [Fact]
    public async Task S05_a_reversed_scale_counts_the_labels_and_not_the_codes()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020, 2021], Reversed, SameSeries(2020), SameSeries(2021)));
        await city.ImportAsync(2020, First);
        await city.ImportAsync(2021, [.. Rows(40, "3,1"), .. Rows(30, "2,2"), .. Rows(30, "1,2")]);
        var actuals = (await city.RecomputeAsync()).Written.Where(a => a.Indicator == "A").ToList();
        Assert.Equal([70.0m, 70.0m], actuals.Select(a => a.Figure!.Printed));
        Assert.Equal(0.0m, actuals[1].Change.OfPrinted);
    }

    [Fact]
    public async Task S05_labels_in_the_file_that_the_code_book_of_the_year_lacks_are_refused()
    {
        using var desk = new PlannerDesk();
        await desk.DefineAsync();
        var (exit, output, error) = await desk.ImportAsync("問1\r\n1\r\n5\r\n");
        Assert.Equal(1, exit);
        Assert.Contains("3行目 A列「問1」: 値「5」は選択肢(1〜3、無回答 99)にありません。回答票を確認し、直して再度取り込んでください。[SC-I201]", output + error, StringComparison.Ordinal);
        Assert.Empty(await desk.ActualsAsync());
    }

    [Fact]
    public async Task S06_an_added_option_is_flagged_and_the_base_rule_decides_about_dont_know()
    {
        await using var city = await CreateAsync();
        const string dontKnow = ",,,,,,8,わからない,わからない,,\r\n";
        var book2020 = $"{Survey},2020,問1,,SA,問1,1,満足,有効,,系列2020\r\n,,,,,,2,普通,有効,,\r\n,,,,,,3,不満,有効,,\r\n";
        await city.DefineAsync(Define([2020, 2021], (book2020 + dontKnow, book2020), SameSeries(2020), SameSeries(2021)));
        await city.ImportAsync(2020, First);
        await city.ImportAsync(2021, [.. First, .. Rows(100, "8,1")]);
        var actuals = (await city.RecomputeAsync()).Written.Where(a => a.Wave.FiscalYear.FirstYear == 2021).ToDictionary(a => a.Indicator);
        Assert.Equal((70.0m, 100L, 100L), (actuals["A"].Figure!.Printed, actuals["A"].Figure!.Denominator, actuals["A"].Roles.DontKnow));
        Assert.Equal("選択肢が前回と違います(+わからない)。符号表の「前回との関係」を確かめてください。", actuals["A"].Change.Note);
    }

    [Fact]
    public async Task S07_a_middle_option_by_another_name_is_no_synonym()
    {
        using var desk = new PlannerDesk();
        var (exit, output, error) = await desk.TryDefineAsync(("指標.csv", PlannerDesk.Satisfied.Replace(",満足,無", ",満足|どちらともいえない,無", StringComparison.Ordinal)));
        Assert.Equal(1, exit);
        Assert.Contains("「どちらともいえない」", output + error, StringComparison.Ordinal);
        Assert.Contains("普通", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S12_a_merged_district_breaks_the_table_of_the_districts_and_not_the_total()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020, 2021], SameSeries(2020), SameSeries(2021), (
            $"{Survey},2021,性別,,属性,性別,1,男性,有効,,性別\r\n,,,,,,2,女性,有効,,\r\n",
            $"{Survey},2021,性別,,属性,性別,1,中央区,有効,,地区2021\r\n"), (
            $"B,満足の割合(女性),,,{Survey},問1,選択肢の割合,満足,無回答を含む,性別=女性,%,高いほど良い,1,\r\n", "")));
        await city.ImportAsync(2020, First);
        await city.ImportAsync(2021, [.. Rows(95, "1,1"), .. Rows(5, "3,1")]);
        await city.RecomputeAsync();
        var rows = await new BreakDownStored(city.Store, TimeProvider.System).RunAsync(_ => true, [Breakdown.Parse("性別")], null, CancellationToken.None);
        var later = rows.Where(r => r.Indicator == "A" && r.Wave.FiscalYear.FirstYear == 2021).ToList();
        Assert.Equal(["全体", "中央区"], later.Select(r => r.Cell.Label));
        Assert.Equal((ChangeVerdict.Rose, ChangeVerdict.NotComparable), (later[0].Change.Verdict, later[1].Change.Verdict));
    }

    [Fact]
    public async Task S13_a_new_age_limit_breaks_every_series_and_each_survey_keeps_its_own_population()
    {
        var change = await ChangeAsync(LinkColumns, SameSeries(2020), SameSeries(2021), (
            $"{Survey},2021,問1,", $"{Survey},2021,*,,,,,,,,,断絶,対象年齢を18歳以上から15歳以上に変えた\r\n{Survey},2021,問1,"));
        Assert.Equal((Continuity.Break, "前回の調査と断絶しています(対象年齢を18歳以上から15歳以上に変えた)。"), (change.Continuity!.Value, change.Reason));
    }

    [Fact]
    public async Task S29_labels_that_differ_by_a_comma_are_flagged_and_not_taken_for_the_same()
    {
        var change = await ChangeAsync((
            $"{Survey},2021,問1,,SA,問1,1,満足,有効,,系列2021\r\n,,,,,,2,普通,有効,,\r\n,,,,,,3,不満,",
            $"{Survey},2021,問1,,SA,問1,1,満足,有効,,系列2021\r\n,,,,,,2,普通,有効,,\r\n,,,,,,3,\"不,満\","), (
            "満足=1|普通=0|不満=-1", "満足=1|普通=0"), SameSeries(2020), SameSeries(2021));
        Assert.Equal("選択肢が前回と違います(+不,満、-不満)。符号表の「前回との関係」を確かめてください。", change.Note);
    }

    private static readonly (string From, string To) Reversed = (
        $"{Survey},2021,問1,,SA,問1,1,満足,有効,,系列2021\r\n,,,,,,2,普通,有効,,\r\n,,,,,,3,不満,",
        $"{Survey},2021,問1,,SA,問1,1,不満,有効,,系列2021\r\n,,,,,,2,普通,有効,,\r\n,,,,,,3,満足,");

    private static (string From, string To) Linked(string word, string reason) => (
        $"{Survey},2021,問1,,SA,問1,1,満足,有効,,系列2021", $"{Survey},2021,問1,,SA,問1,1,満足,有効,,系列,{word},{reason}");

    private static async Task<YearOverYear> ChangeAsync(params (string From, string To)[] changes)
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020, 2021], changes));
        await city.ImportAsync(2020, First);
        await city.ImportAsync(2021, Second);
        return (await city.RecomputeAsync()).Written.Single(a => a.Indicator == "A" && a.Wave.FiscalYear.FirstYear == 2021).Change;
    }
}
