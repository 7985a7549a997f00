using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using static SurveyCalc.Tests.Scenarios.SmallCity;

namespace SurveyCalc.Tests.Computation;

public sealed class SeriesTests
{
    private static readonly string[] First = [.. Rows(40, "1,1"), .. Rows(30, "2,2"), .. Rows(30, "3,2")];
    private static readonly string[] Second = [.. Rows(80, "1,1"), .. Rows(10, "2,2"), .. Rows(10, "3,2")];

    [Fact]
    public async Task A_declared_break_gives_its_reason_and_no_number()
    {
        var change = await ChangeAsync(Linked("断絶", "質問を2つに分けた"));
        Assert.Equal(ChangeVerdict.NotComparable, change.Verdict);
        Assert.Equal(Continuity.Break, change.Continuity);
        Assert.Equal("前回の調査と断絶しています(質問を2つに分けた)。", change.Reason);
        Assert.Null(change.Difference);
        Assert.Null(change.OfPrinted);
    }

    [Fact]
    public async Task A_similar_question_is_compared_and_marked()
    {
        var change = await ChangeAsync(Linked("類似", "「電話」を加えた"));
        Assert.Equal((ChangeVerdict.Rose, Continuity.Similar), (change.Verdict, change.Continuity!.Value));
        Assert.Equal("前回とは同じでなく類似の設問なので、差は参考です(「電話」を加えた)。", change.Note);
        Assert.Equal(20.0m, change.OfPrinted);
    }

    [Fact]
    public async Task A_renumbered_question_that_is_declared_the_same_is_compared_without_remark()
    {
        var change = await ChangeAsync(Linked("同一", ""), ($"{Survey},2021,問1,,", $"{Survey},2021,問1,問4に移した,"), ($"{Survey},2020,問1,,", $"{Survey},2020,問1,問1の文,"));
        Assert.Equal((ChangeVerdict.Rose, ""), (change.Verdict, change.Note));
    }

    [Fact]
    public async Task A_change_of_the_age_limit_breaks_every_series_of_the_survey()
    {
        var change = await ChangeAsync((
            $"{Survey},2021,問1,", $"{Survey},2021,*,,,,,,,,,断絶,対象年齢を15歳以上から18歳以上に変えた\r\n{Survey},2021,問1,"));
        Assert.Equal("前回の調査と断絶しています(対象年齢を15歳以上から18歳以上に変えた)。", change.Reason);
    }

    [Fact]
    public async Task A_break_of_a_year_in_between_that_did_not_ask_counts_too()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020, 2021, 2022], WithLinkColumns, SameSeries(2020), SameSeries(2021), SameSeries(2022), (
            $"{Survey},2021,問1,,SA,", $"{Survey},2021,*,,,,,,,,,断絶,抽出方法を変えた\r\n{Survey},2021,問9,,SA,")));
        await city.ImportAsync(2020, First);
        await city.ImportAsync(2021, First);
        await city.ImportAsync(2022, Second);
        var last = (await city.RecomputeAsync()).Written.Single(a => a.Indicator == "A" && a.Wave.FiscalYear.FirstYear == 2022);
        Assert.Equal(2020, last.Change.Against!.Value.FirstYear);
        Assert.Equal("前回の調査と断絶しています(抽出方法を変えた)。", last.Change.Reason);
    }

    [Fact]
    public async Task Options_that_differ_without_a_word_are_noted()
    {
        var change = await ChangeAsync(($"{Survey},2021,問1,,SA,問1,1,満足,有効,,系列2021\r\n,,,,,,2,普通", $"{Survey},2021,問1,,SA,問1,1,満足,有効,,系列2021\r\n,,,,,,7,やや満足,有効,,\r\n,,,,,,2,普通"));
        Assert.Equal("選択肢が前回と違います(+やや満足)。符号表の「前回との関係」を確かめてください。", change.Note);
    }

    [Fact]
    public void A_link_survives_the_way_through_files_and_items()
    {
        var definitions = Define([2020, 2021], WithLinkColumns, Linked("類似", "文言"), (
            $"{Survey},2020,問1,", $"{Survey},2020,*,,,,,,,,,断絶,対象年齢\r\n{Survey},2020,問1,"));
        var back = DefinitionItems.ToSet(DefinitionItems.Of(definitions));
        Assert.Equal(new SeriesLink(Continuity.Break, "対象年齢"), back.CodeBooks[0].Link);
        Assert.Equal(new SeriesLink(Continuity.Similar, "文言"), back.CodeBooks[1].Find("問1")!.Link);
        var folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;
        try
        {
            DefinitionFolder.Write(folder, definitions);
            var read = DefinitionFolder.Read(folder);
            Assert.True(read.IsAccepted, string.Join('\n', read.Problems));
            Assert.Equal(DefinitionItems.Of(definitions).Select(i => i.Hash), DefinitionItems.Of(read.Definitions).Select(i => i.Hash));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Gives the code book its two columns.</summary>
    private static readonly (string From, string To) WithLinkColumns = (",対象条件,系列\r\n", ",対象条件,系列,前回との関係,関係の理由\r\n");

    private static (string From, string To) Linked(string word, string reason) => (
        $"{Survey},2021,問1,,SA,問1,1,満足,有効,,系列2021", $"{Survey},2021,問1,,SA,問1,1,満足,有効,,系列,{word},{reason}");

    private static async Task<YearOverYear> ChangeAsync(params (string From, string To)[] changes)
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020, 2021], [WithLinkColumns, .. changes, SameSeries(2020), SameSeries(2021)]));
        await city.ImportAsync(2020, First);
        await city.ImportAsync(2021, Second);
        return (await city.RecomputeAsync()).Written.Single(a => a.Indicator == "A" && a.Wave.FiscalYear.FirstYear == 2021).Change;
    }
}
