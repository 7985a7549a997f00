using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Tests.Definitions;
using SurveyCalc.Tests.Scenarios;
using static SurveyCalc.Tests.Scenarios.SmallCity;

namespace SurveyCalc.Tests.Computation;

/// <summary>The situation 18.5 → 12.9 → 63.7: a rule that came to count 普通 too.</summary>
public sealed class RuleVersionTests
{
    private static readonly string[] First = [.. Rows(20, "1,1"), .. Rows(45, "2,2"), .. Rows(35, "3,2")];
    private static readonly string[] Second = [.. Rows(13, "1,1"), .. Rows(51, "2,2"), .. Rows(36, "3,2")];

    [Fact]
    public async Task A_year_is_counted_by_the_version_that_is_valid_then()
    {
        await using var city = await TwoYearsAsync(NewRule);
        var actuals = await ActualsAsync(city);
        Assert.Equal([20.0m, 64.0m], actuals.Select(a => a.Figure!.Printed));
        Assert.NotEqual(actuals[0].Provenance.IndicatorHash, actuals[1].Provenance.IndicatorHash);
    }

    [Fact]
    public async Task A_change_across_a_new_rule_counts_both_years_by_it_and_says_so()
    {
        await using var city = await TwoYearsAsync(NewRule);
        var change = (await ActualsAsync(city))[1].Change;
        Assert.Equal((ChangeVerdict.NotShown, -1.0m), (change.Verdict, change.OfPrinted!.Value));
        Assert.Equal("算式が令和3年度から変わったため(普通も数える)、前回も新しい算式で計算し直して比べました。", change.Note);
    }

    [Fact]
    public async Task A_new_rule_leaves_the_actuals_of_earlier_years_as_they_are()
    {
        await using var city = await TwoYearsAsync(OldRuleOnly);
        var before = await ActualsAsync(city);
        await city.DefineAsync(Define([2020, 2021], [SameSeries(2020), SameSeries(2021), NewRule, VersionColumns]));
        var written = Assert.Single((await city.RecomputeAsync()).Written, a => a.Indicator == "A");
        Assert.Equal((2021, 2), (written.Wave.FiscalYear.FirstYear, written.Revision));
        Assert.Equal(before[0].Fingerprint, (await ActualsAsync(city))[0].Fingerprint);
    }

    [Fact]
    public async Task Old_years_can_be_counted_by_the_new_rule_as_another_series()
    {
        await using var city = await TwoYearsAsync(NewRule);
        var stored = await ActualsAsync(city);
        var series = await new BreakDownStored(city.Store, TimeProvider.System).RunAsync(_ => true, [], new FiscalYear(2021), CancellationToken.None);
        Assert.Equal([65.0m, 64.0m], series.Where(a => a.Indicator == "A").Select(a => a.Figure!.Printed));
        Assert.All(series, a => Assert.Equal(0, a.Revision));
        Assert.Equal(stored.Select(a => a.Fingerprint), (await ActualsAsync(city)).Select(a => a.Fingerprint));
    }

    [Theory]
    [InlineData("R99x,課長,理由", "SC-D520", "「R99x」を適用年度として読めません。")]
    [InlineData("2021,,理由", "SC-D521", "令和3年度から算式を変えるのに、「承認者」が空欄です。")]
    [InlineData("2021,課長,", "SC-D521", "令和3年度から算式を変えるのに、「変更理由」が空欄です。")]
    public void A_version_without_its_year_approver_or_reason_is_refused(string cells, string code, string message)
    {
        var problem = Assert.Single(ReadVersions(cells).Problems, p => p.Code == code);
        Assert.Equal(message, problem.Message);
    }

    [Fact]
    public void Versions_survive_the_way_through_files_and_items()
    {
        var read = ReadVersions("2021,企画課長,普通も数える");
        Assert.True(read.IsAccepted, string.Join('\n', read.Problems));
        var items = DefinitionItems.Of(read.Definitions);
        Assert.Equal(["A", "A@2021"], items.Where(i => i.Kind == DefinitionKind.Indicator).Select(i => i.Key));
        var back = DefinitionItems.ToSet(items);
        Assert.Null(back.IndicatorOf("A", new FiscalYear(2020))!.ValidFrom);
        Assert.Equal("企画課長", back.IndicatorOf("A", new FiscalYear(2025))!.ApprovedBy);
    }

    private static readonly (string From, string To) VersionColumns = ("桁数,計画書の算式\r\n", "桁数,計画書の算式,適用年度,承認者,変更理由\r\n");

    private static readonly (string From, string To) OldRuleOnly = ("選択肢の割合,満足、普通,", "選択肢の割合,満足,");

    private static readonly (string From, string To) NewRule = (
        $"A,満足の割合,,,{Survey},問1,選択肢の割合,満足、普通,わからないも除く,,%,高いほど良い,1,\r\n",
        $"A,満足の割合,,,{Survey},問1,選択肢の割合,満足,わからないも除く,,%,高いほど良い,1,\r\n"
        + $"A,満足の割合,,,{Survey},問1,選択肢の割合,満足、普通,わからないも除く,,%,高いほど良い,1,,2021,企画課長,普通も数える\r\n");

    private static DefinitionRead ReadVersions(string cells) => Csv.Read(
        ("符号表.csv", "調査,年度,設問,設問文,種別,列,選択肢コード,ラベル\r\n調査,2020,問1,,SA,問1,1,満足\r\n,,,,,,2,普通\r\n調査,2021,問1,,SA,問1,1,満足\r\n,,,,,,2,普通\r\n"),
        ("指標.csv", "指標コード,指標名,調査,設問,算式の種類,算式,分母,向き,桁数,適用年度,承認者,変更理由\r\n"
            + "A,名,調査,問1,選択肢の割合,満足,無回答を除く,高いほど良い,1,,,\r\n"
            + $"A,名,調査,問1,選択肢の割合,満足、普通,無回答を除く,高いほど良い,1,{cells}\r\n"));

    private static async Task<SmallCity> TwoYearsAsync((string From, string To) rule)
    {
        var city = await CreateAsync();
        await city.DefineAsync(Define([2020, 2021], [SameSeries(2020), SameSeries(2021), rule, VersionColumns]));
        await city.ImportAsync(2020, First);
        await city.ImportAsync(2021, Second);
        await city.RecomputeAsync();
        return city;
    }

    private static async Task<IReadOnlyList<Actual>> ActualsAsync(SmallCity city) =>
        [.. (await city.Store.GetActualsAsync(allRevisions: false, CancellationToken.None)).Where(a => a.Indicator == "A")];
}
