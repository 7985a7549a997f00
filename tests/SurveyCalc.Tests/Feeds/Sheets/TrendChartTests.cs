using System.Globalization;
using System.Xml.Linq;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds.Sheets;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Tests.Statistics;

namespace SurveyCalc.Tests.Feeds.Sheets;

/// <summary>Where the marks of a chart stand, and what they look like.</summary>
public sealed class TrendChartTests
{
    [Fact]
    public void Everything_stands_inside_the_plot_and_bars_end_at_the_bounds() => Seeded.ForAll(300, random =>
    {
        var first = random.Next(1990, 2020);
        var scale = Math.Pow(10, random.Next(-1, 3));
        var years = Enumerable.Range(first, random.Next(1, 12)).Where(_ => random.Next(4) > 0).DefaultIfEmpty(first).Select(y =>
        {
            var value = (decimal)Math.Truncate(random.NextDouble() * scale * 100) / 100 * (random.Next(10) == 0 ? -1 : 1);
            return new SheetYear(new FiscalYear(y), random.Next(3) == 0 ? null : new SheetPlan("1", value + (decimal)scale * random.Next(-1, 2), null), new SheetActual
            {
                Kind = SheetActualKind.Computed,
                Text = "x",
                Value = value,
                Status = (Status)random.Next(3),
                Lower = (double)value - random.NextDouble() * scale,
                Upper = (double)value + random.NextDouble() * scale,
            });
        }).ToList();
        var chart = TrendChart.Of(Indicator(years, random.Next(2) == 0 ? "%" : "点"))!;
        var (axis, height) = (chart.Axis, TrendChart.Bottom - TrendChart.Top);
        double Scale(double value) => TrendChart.Bottom - (value - axis.Low) / (axis.High - axis.Low) * height;
        foreach (var point in chart.Actuals)
        {
            Assert.InRange(point.X, TrendChart.Left, TrendChart.Right);
            Assert.InRange(point.UpperY!.Value, TrendChart.Top - 1e-6, point.Y);
            Assert.InRange(point.LowerY!.Value, point.Y, TrendChart.Bottom + 1e-6);
            Assert.Equal(Scale(point.Actual.Lower!.Value), point.LowerY.Value, 6);
            Assert.Equal(Scale(point.Actual.Upper!.Value), point.UpperY.Value, 6);
        }

        Assert.All(chart.Plans, p => Assert.InRange(p.Y, TrendChart.Top - 1e-6, TrendChart.Bottom + 1e-6));
        Assert.InRange(axis.Ticks.Count(), 2, 9);
        Assert.True(axis.High > axis.Low);
    });

    [Fact]
    public void A_break_and_a_year_without_a_figure_part_the_line()
    {
        var broken = SheetSample.Row("A", 2021, 53m) with { ChangeVerdict = ChangeVerdict.NotComparable, Against = "令和2年度", ChangeReason = "設問が変わりました。" };
        var sheet = SheetSample.Planned(
            SheetSample.Row("A", 2017, 49m), SheetSample.Row("A", 2019, 51m), SheetSample.Row("A", 2020, 52m), broken, SheetSample.Row("A", 2022, 54m));
        var chart = TrendChart.Of(sheet.Indicators[0])!;
        Assert.Equal([[2017], [2019, 2020], [2021, 2022]], chart.Segments.Select(s => s.Select(p => p.Year.FirstYear).ToArray()));
        var mark = Assert.Single(chart.Breaks);
        Assert.InRange(mark.X, chart.X(new FiscalYear(2020)) + 10, chart.X(new FiscalYear(2021)) - 10);
        var svg = TrendChartSvg.Of(chart, "a");
        Assert.Equal(2, svg.Elements("path").Count(p => Class(p) == "actual"));
        Assert.Contains(svg.Elements("g"), g => g.Element("title")?.Value == "断絶: 設問が変わりました。" && g.Element("text")?.Value == "断絶※1");
        Assert.Contains(svg.Elements("text"), t => t.Value.StartsWith("※1 断絶: 令和2年度とは比べられません。", StringComparison.Ordinal));
        Assert.NotEmpty(svg.Element("title")!.Value);
        Assert.Contains("断絶: 令和2年度と令和3年度の間。", svg.Element("desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Preliminary_final_and_corrected_figures_differ_in_shape()
    {
        var sheet = SheetSample.Planned(
            SheetSample.Row("A", 2020, 50m), SheetSample.Row("A", 2021, 51m, Status.Corrected), SheetSample.Row("A", 2022, 52m, Status.Preliminary));
        var marks = TrendChartSvg.Of(TrendChart.Of(sheet.Indicators[0])!, "a").Elements("circle").Select(Class).ToList();
        Assert.Equal(["mark", "ring", "mark", "mark hollow"], marks);
    }

    [Fact]
    public void The_axis_says_whether_it_begins_at_0_and_never_blows_up_noise()
    {
        var cut = TrendChart.Of(SheetSample.Planned(SheetSample.Row("A", 2020, 70.1m), SheetSample.Row("A", 2021, 70.4m)).Indicators[0])!.Axis;
        Assert.True(cut.High - cut.Low >= 4 * 6, $"{cut}");
        Assert.Equal($"縦軸は0からではなく、{cut.Text(cut.Low)}〜{cut.Text(cut.High)}%の範囲です。", cut.Caption("%"));
        var zero = ChartAxis.Of([0, 6.8, 10.1, 9.8], 3.3, isPercent: true);
        Assert.Equal((0.0, "縦軸は0から始まります。"), (zero.Low, zero.Caption("%")));
        Assert.InRange(ChartAxis.Of([97.5, 99.9], 4, isPercent: true).High, 99.9, 100);
    }

    [Fact]
    public void A_plan_value_of_0_is_drawn_on_the_axis_and_texts_without_one_number_are_named()
    {
        SheetYear Year(int year, SheetPlan? plan, SheetActual actual) => new(new FiscalYear(year), plan, actual);
        var chart = TrendChart.Of(Indicator(
            [
                Year(2020, new SheetPlan("0", 0, null), new SheetActual { Kind = SheetActualKind.Computed, Text = "8.3", Value = 8.3m, Status = Status.Final, Lower = 6.8, Upper = 10.1 }),
                Year(2021, new SheetPlan("0", 0, null), new SheetActual { Kind = SheetActualKind.Entered, Text = "小8 中9", Status = Status.Final }),
            ],
            "%"))!;
        Assert.All(chart.Plans, p => Assert.Equal(TrendChart.Bottom, p.Y, 6));
        Assert.Contains(TrendChartSvg.Of(chart, "a").Elements("text"), t => t.Value.Contains("1つの数でない実績(令和3年度)は図にありません", StringComparison.Ordinal));
        Assert.Null(TrendChart.Of(Indicator([Year(2020, null, new SheetActual { Kind = SheetActualKind.NotEntered, Text = "未入力" })], "%")));
    }

    [Fact]
    public void The_description_repeats_no_unit_and_a_long_reason_is_cut_between_characters()
    {
        var broken = SheetSample.Row("A", 2021, 53m) with { ChangeVerdict = ChangeVerdict.NotComparable, Against = "令和2年度", ChangeReason = string.Concat(Enumerable.Repeat("𠮷", 200)) };
        var sheet = SheetSample.Build(
            new DefinitionSet { Register = [SheetSample.Entry("A")], Targets = [new Target("A", new FiscalYear(2020), "77%", 77), new Target("A", new FiscalYear(2021), "78", 78)] },
            SheetSample.Row("A", 2020, 52m), broken);
        var svg = TrendChartSvg.Of(TrendChart.Of(sheet.Indicators[0])!, "a");
        Assert.Contains("計画: 令和2年度 77%、令和3年度 78%。", svg.Element("desc")!.Value, StringComparison.Ordinal);
        Assert.Contains("𠮷", SheetHtml.Write([sheet]), StringComparison.Ordinal);
    }

    private static SheetIndicator Indicator(IReadOnlyList<SheetYear> years, string unit) => new()
    {
        Code = "A",
        Name = "A",
        Unit = unit,
        Direction = SurveyCalc.Indicators.Definitions.Direction.LowerIsBetter,
        Years = years,
    };

    private static string Class(XElement element) => element.Attribute("class")!.Value.ToString(CultureInfo.InvariantCulture);
}
