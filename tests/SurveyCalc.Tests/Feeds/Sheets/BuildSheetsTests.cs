using System.Globalization;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds.Sheets;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Feeds.Sheets;

/// <summary>What stands in the cells of a sheet, and which sheets are picked.</summary>
public sealed class BuildSheetsTests
{
    [Fact]
    public void The_ways_of_having_no_number_are_told_apart()
    {
        var sheet = SheetSample.Build(
            new DefinitionSet
            {
                Register = [SheetSample.Entry("A")],
                Targets = [.. Enumerable.Range(2016, 8).Select(y => new Target("A", new FiscalYear(y), "50", 50))],
                EnteredActuals = [new EnteredActual("A", new FiscalYear(2016), "—", Status.Final, ""), new EnteredActual("A", new FiscalYear(2017), "小88 中76", Status.Final, "学校調査")],
            },
            SheetSample.Row("A", 2018, null) with { IsWithheld = true, NoValueReason = "少ない" },
            SheetSample.Row("A", 2019, null) with { NoValueReason = "有効な回答がありません。" },
            SheetSample.Row("A", 2021, 51.0m) with { SkippedYears = "令和2年度" },
            SheetSample.Row("A", 2023, 60m));
        Assert.Equal(["—", "小88 中76", "秘匿", "実績なし", "調査なし", "51.0", "未入力", ""], sheet.Indicators[0].Years.Select(y => y.Actual.Text));
        Assert.Equal(
            [SheetActualKind.Dash, SheetActualKind.Entered, SheetActualKind.Withheld, SheetActualKind.NoFigure, SheetActualKind.NotSurveyed, SheetActualKind.Computed, SheetActualKind.NotEntered, SheetActualKind.Later],
            sheet.Indicators[0].Years.Select(y => y.Actual.Kind));
        Assert.Equal("確定、n=900、95%区間48.0〜54.0", SheetSample.ActualOf(sheet, 2021).Note);
        Assert.Equal("確定、入力値(学校調査)", SheetSample.ActualOf(sheet, 2017).Note);
        Assert.Contains("平成30年度は秘匿です。少ない", sheet.Notes);
        Assert.Contains("令和元年度は実績なしです。有効な回答がありません。", sheet.Notes);
    }

    [Fact]
    public void An_entered_actual_does_not_tell_what_the_gate_keeps_back()
    {
        var sheet = SheetSample.Build(
            new DefinitionSet { Register = [SheetSample.Entry("A")], EnteredActuals = [new EnteredActual("A", SheetSample.Evaluated, "12.9", Status.Final, "")] },
            SheetSample.Row("A", 2022, null) with { IsWithheld = true, NoValueReason = "少ない" });
        Assert.Equal("秘匿", SheetSample.ActualOf(sheet, 2022).Text);
        Assert.DoesNotContain("12.9", SheetCsv.Write([sheet]) + SheetHtml.Write([sheet]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_valid_at_evaluation_is_shown_and_the_earlier_one_noted()
    {
        var year = new FiscalYear(2022);
        var sheet = SheetSample.Build(new DefinitionSet
        {
            Register = [SheetSample.Entry("A")],
            Targets =
            [
                new Target("A", year, "98.78", 98.78m),
                new Target("A", year, "98.60", 98.60m) { RevisedOn = new DateOnly(2021, 4, 1), Reason = "実績との差" },
                new Target("A", year, "90", 90) { RevisedOn = new DateOnly(2023, 4, 1) },
            ],
        });
        Assert.Equal("98.60", sheet.Indicators[0].Years.Single().Plan!.Text);
        Assert.Equal("令和4年度の計画値は2021-04-01に「98.78」から「98.60」に改定されました(実績との差)。", Assert.Single(sheet.Notes));
    }

    [Theory]
    [InlineData("60", null, "60", "令和4年度の計画値は2023-01-10に「60」から「55」に改定されました(見直し)。実績の判定は「60」によります。")]
    [InlineData("55", "2023-01-10", "55", "令和4年度の計画値は2023-01-10に「60」から「55」に改定されました(見直し)。")]
    [InlineData("50", "2023-06-01", "50", "令和4年度の計画値は2023-01-10に「60」から「55」に改定されました(見直し)。|令和4年度の計画値は2023-06-01に「55」から「50」に改定されました。")]
    [InlineData("54", "2023-01-10", "54", "令和4年度の計画値は2023-01-10に「60」から「54」に改定されました。|令和4年度の計画値は、実績を判定した後に、「54」から「55」に改定されました(見直し)。実績の判定は「54」によります。")]
    public void A_year_with_a_verdict_shows_the_plan_value_that_it_was_made_against(string plan, string? revisedOn, string shown, string notes)
    {
        var day = revisedOn is null ? (DateOnly?)null : DateOnly.ParseExact(revisedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var sheet = SheetSample.Build(
            new DefinitionSet
            {
                Register = [SheetSample.Entry("A")],
                Targets =
                [
                    new Target("A", SheetSample.Evaluated, "60", 60),
                    new Target("A", SheetSample.Evaluated, "55", 55) { RevisedOn = new DateOnly(2023, 1, 10), Reason = "見直し" },
                    new Target("A", SheetSample.Evaluated, "50", 50) { RevisedOn = new DateOnly(2023, 6, 1) },
                ],
            },
            SheetSample.Row("A", 2022, 58m) with { Plan = plan, PlanRevisedOn = day });
        var year = sheet.Indicators[0].Years.Single();
        Assert.Equal((shown, decimal.Parse(shown, CultureInfo.InvariantCulture)), (year.Plan!.Text, year.Plan.Value));
        Assert.Equal(notes.Split('|'), sheet.Notes);
    }

    [Fact]
    public void A_value_of_a_period_stands_in_each_of_its_years_and_counts_once()
    {
        var sheet = SheetSample.Build(new DefinitionSet
        {
            Register = [SheetSample.Entry("A")],
            Targets = [new Target("A", new FiscalYear(2024), "80%以上/取組期間", 80) { From = new FiscalYear(2021) }, new Target("A", new FiscalYear(2022), "70", 70)],
        });
        Assert.Equal(
            [(2021, "80%以上/取組期間"), (2022, "70"), (2023, "80%以上/取組期間"), (2024, "80%以上/取組期間")],
            sheet.Indicators[0].Years.Select(y => (y.Year.FirstYear, y.Plan!.Text)));
        Assert.Equal("計画値「80%以上/取組期間」は令和3年度から令和6年度までの期間のものです。", Assert.Single(sheet.Notes));
        Assert.Equal([2022, 2024], TrendChart.Of(sheet.Indicators[0])!.Plans.Select(p => p.Year.FirstYear));
        Assert.Equal(2, SheetCsv.Write([sheet]).Split("\r\n").Count(line => line.Contains(",計画,", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_value_of_the_last_year_is_no_revision_of_the_value_of_the_period()
    {
        var year = SheetSample.Evaluated;
        var sheet = SheetSample.Build(
            new DefinitionSet
            {
                Register = [SheetSample.Entry("A")],
                Targets = [new Target("A", year, "70", 70), new Target("A", year, "80/取組期間", 80) { From = new FiscalYear(2021) }],
            },
            SheetSample.Row("A", 2022, 75m) with { Plan = "70" });
        Assert.Equal(["80/取組期間", "70"], sheet.Indicators[0].Years.Select(y => y.Plan!.Text));
        Assert.DoesNotContain(sheet.Notes, n => n.Contains("改定", StringComparison.Ordinal));
    }

    [Fact]
    public void An_entered_actual_is_compared_with_the_plan_and_the_note_says_without_sampling_error()
    {
        var sheet = SheetSample.Build(new DefinitionSet
        {
            Register = [SheetSample.Entry("A") with { Unit = "位", Direction = Direction.LowerIsBetter }],
            Targets = [new Target("A", SheetSample.Evaluated, "180以内", 180)],
            EnteredActuals = [new EnteredActual("A", SheetSample.Evaluated, "197位", Status.Final, "民間調査"), new EnteredActual("A", new FiscalYear(2021), "210(R2確定値)", Status.Final, "")],
        });
        var actual = SheetSample.ActualOf(sheet, 2022);
        Assert.Equal((197m, "未達"), (actual.Value, actual.VerdictText));
        Assert.Contains("入力された実績の計画との比較は、標本誤差を考えていません。", sheet.Notes);
        Assert.Null(sheet.Indicators[0].Years.SingleOrDefault(y => y.Year.FirstYear == 2021)?.Actual.Value);
    }

    [Fact]
    public void A_change_of_series_is_a_break_and_a_note_and_a_missing_figure_is_not()
    {
        var broken = SheetSample.Row("A", 2021, 51m) with { ChangeVerdict = ChangeVerdict.NotComparable, Against = "令和2年度", ChangeReason = "設問の系列が変わりました。" };
        var sheet = SheetSample.Planned(SheetSample.Row("A", 2020, 50m), broken);
        Assert.Equal(new FiscalYear(2020), SheetSample.ActualOf(sheet, 2021).BrokenSince);
        Assert.Contains("【断絶】令和3年度の実績は令和2年度とは比べられません。設問の系列が変わりました。", sheet.Notes);
        var missing = SheetSample.Planned(SheetSample.Row("A", 2020, null) with { NoValueReason = "なし" }, broken with { ChangeReason = "令和2年度の値がありません。" });
        Assert.Null(SheetSample.ActualOf(missing, 2021).BrokenSince);
    }

    [Theory]
    [InlineData("施策1-5 スポーツのまち")]
    [InlineData("施策1-5")]
    [InlineData("施策１－５")]
    [InlineData("スポーツ")]
    public void A_name_a_number_or_a_part_picks_one_measure(string text)
    {
        var definitions = new DefinitionSet { Register = [SheetSample.Entry("A"), SheetSample.Entry("B", "施策1-50 ほか"), SheetSample.Entry("C", "施策1-6 人権")] };
        var sheet = Assert.Single(BuildSheets.Of(definitions, [], SheetSample.Evaluated, new SheetSelection(null, null, text)));
        Assert.Equal(SheetSample.Measure, sheet.Measure);
    }

    [Fact]
    public void An_ambiguous_or_unknown_name_is_refused_with_the_candidates()
    {
        var definitions = new DefinitionSet { Register = [SheetSample.Entry("A", plan: "第11次"), SheetSample.Entry("B", plan: "第12次"), SheetSample.Entry("C", "施策1-6 人権", "第12次")] };
        var two = Assert.Throws<OperatorException>(() => BuildSheets.Of(definitions, [], SheetSample.Evaluated, new SheetSelection(null, null, "施策1-5")));
        Assert.Equal(
            "--measure の「施策1-5」にあてはまる施策が2件あります。1つに決まるように書くか、--plan・--policy でしぼってください: 施策1-5 スポーツのまち(第11次) / 施策1-5 スポーツのまち(第12次)", two.Message);
        Assert.Equal("第12次", Assert.Single(BuildSheets.Of(definitions, [], SheetSample.Evaluated, new SheetSelection("12次", null, "施策1-5"))).Plan);
        var none = Assert.Throws<OperatorException>(() => BuildSheets.Of(definitions, [], SheetSample.Evaluated, new SheetSelection(null, null, "施策9")));
        Assert.Equal("--measure の「施策9」にあてはまる施策はありません。あるもの: 施策1-5 スポーツのまち / 施策1-6 人権", none.Message);
    }
}
