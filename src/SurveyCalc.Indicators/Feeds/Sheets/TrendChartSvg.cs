using System.Globalization;
using System.Xml.Linq;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>
/// A trend chart as inline SVG with a title and a description; what it shows by colour it shows by shape as well. Texts
/// become XML text nodes, so they are encoded.
/// </summary>
internal static class TrendChartSvg
{
    private const double LegendY = 16;
    private const double FootY = TrendChart.Bottom + 58;
    private const double FootLine = 17;
    private const int FootCharacters = 48;

    /// <param name="chart">What to draw.</param>
    /// <param name="id">Prefix of the ids inside, unique in the page.</param>
    public static XElement Of(TrendChart chart, string id)
    {
        var foot = Foot(chart).SelectMany(Wrap).ToList();
        var height = FootY + foot.Count * FootLine;
        return new XElement("svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {TrendChart.Width:0} {height:0}")),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"{id}-title {id}-desc"), new XAttribute("class", "chart"),
            new XElement("title", new XAttribute("id", $"{id}-title"), $"{chart.Indicator.Name}の推移"),
            new XElement("desc", new XAttribute("id", $"{id}-desc"), Description(chart)),
            Frame(chart), Baseline(chart), Plans(chart), Actuals(chart), chart.Breaks.Select((b, i) => Break(b, i + 1)), Years(chart), Legend(chart),
            foot.Select((line, i) => Text(TrendChart.Left - 40, FootY + i * FootLine, "foot", line)));
    }

    private static string Description(TrendChart chart)
    {
        var unit = chart.Indicator.Unit;
        var actuals = chart.Actuals.Select(a => $"{a.Year} {WithUnit(a.Actual.Text, unit)}({a.Actual.Note})");
        var plans = chart.Plans.Select(p => $"{p.Year} {WithUnit(p.Text, unit)}");
        return $"実績: {Listed(actuals)}。計画: {Listed(plans)}。"
            + string.Concat(chart.Breaks.Select(b => $"断絶: {b.Since}と{b.Year}の間。{b.Reason}")) + chart.Axis.Caption(unit) + "同じ値は図の隣の表にあります。";
    }

    /// <summary>76.1% and 180以内 say it themselves.</summary>
    private static string WithUnit(string text, string unit) => NumberText.TryParse(text, out _) ? text + unit : text;

    private static string Listed(IEnumerable<string> texts) => string.Join('、', texts) is { Length: > 0 } list ? list : "なし";

    private static IEnumerable<XElement> Frame(TrendChart chart)
    {
        foreach (var tick in chart.Axis.Ticks)
        {
            yield return Line("grid", TrendChart.Left, chart.Y(tick), TrendChart.Right, chart.Y(tick));
            yield return Text(TrendChart.Left - 6, chart.Y(tick) + 4, "tick", chart.Axis.Text(tick));
        }

        yield return Line("axis", TrendChart.Left, TrendChart.Top, TrendChart.Left, TrendChart.Bottom);
        yield return Line("axis", TrendChart.Left, TrendChart.Bottom, TrendChart.Right, TrendChart.Bottom);
        if (chart.Indicator.Unit.Length > 0) yield return Text(TrendChart.Left - 6, TrendChart.Top - 12, "tick", $"({chart.Indicator.Unit})");
        if (!chart.Axis.ShowsZero)
            yield return Path("axis cut", $"M{N(TrendChart.Left - 5)},{N(TrendChart.Bottom - 5)}l10,-4m-10,8l10,-4");
    }

    private static IEnumerable<XElement> Baseline(TrendChart chart)
    {
        if (chart.BaselineY is not { } y) yield break;
        yield return Line("baseline", TrendChart.Left, y, TrendChart.Right, y);
        yield return Text(TrendChart.Right + 5, y - 3, "side", "計画策定時");
        yield return Text(TrendChart.Right + 5, y + 12, "side", chart.Indicator.Baseline!.Text);
    }

    private static IEnumerable<XElement> Plans(TrendChart chart)
    {
        if (chart.Plans.Count > 1) yield return Path("plan", "M" + string.Join('L', chart.Plans.Select(p => $"{N(p.X)},{N(p.Y)}")));
        foreach (var plan in chart.Plans)
        {
            yield return Path("planmark", Diamond(plan.X, plan.Y));
            yield return Text(plan.X - 9, plan.Y + (IsPlanBelow(chart, plan) && plan.Y < TrendChart.Bottom - 18 ? 15 : -6), "value planvalue", plan.Text);
        }
    }

    private static IEnumerable<XElement> Actuals(TrendChart chart)
    {
        foreach (var segment in chart.Segments.Where(s => s.Count > 1))
            yield return Path("actual", "M" + string.Join('L', segment.Select(p => $"{N(p.X)},{N(p.Y)}")));
        foreach (var point in chart.Actuals)
        {
            if (point is { LowerY: { } lower, UpperY: { } upper })
                yield return Path("interval", $"M{N(point.X - 5)},{N(upper)}h10m-5,0V{N(lower)}m-5,0h10");
            if (point.Actual.Status is Status.Corrected) yield return Circle("ring", point.X, point.Y, 8);
            yield return Circle(TrendChart.IsHollow(point) ? "mark hollow" : "mark", point.X, point.Y, 5);
            var isAbove = chart.Plans.Any(p => p.Year == point.Year && IsPlanBelow(chart, p));
            yield return Text(point.X + 10, point.Y + (isAbove ? -6 : 15), "value actualvalue", point.Actual.Text);
        }
    }

    /// <summary>The labels of a year stand away from each other: that of the lower mark below, the other above.</summary>
    private static bool IsPlanBelow(TrendChart chart, TrendChart.PlanPoint plan) => chart.Actuals.Any(a => a.Year == plan.Year && a.Y < plan.Y);

    private static XElement Break(TrendChart.BreakMark mark, int number) => new("g", new XAttribute("class", "break"),
        new XElement("title", $"断絶: {mark.Reason}"),
        Path("breakmark", $"M{N(mark.X - 3)},{N(TrendChart.Bottom)}V{N(TrendChart.Top + 6)}M{N(mark.X + 3)},{N(TrendChart.Bottom)}V{N(TrendChart.Top + 6)}"),
        Text(mark.X, TrendChart.Top, "breaktext", string.Create(CultureInfo.InvariantCulture, $"断絶※{number}")));

    private static IEnumerable<XElement> Years(TrendChart chart)
    {
        foreach (var year in chart.Indicator.Years)
        {
            var label = chart.Pitch >= 76 || chart.Indicator.Years.Count == 1 ? year.Year.ToString() : year.Year.ToShortString();
            yield return Text(chart.X(year.Year), TrendChart.Bottom + 21, "year", label);
            if (year.Actual is { Value: null, Text.Length: > 0, Kind: not (SheetActualKind.Entered or SheetActualKind.Dash) })
                yield return Text(chart.X(year.Year), TrendChart.Bottom + 37, "year none", year.Actual.Text);
        }
    }

    private static IEnumerable<XElement> Legend(TrendChart chart)
    {
        var x = TrendChart.Left;
        foreach (var (width, shape, words) in LegendItems(chart))
        {
            yield return new XElement("g", new XAttribute("class", "legend"), shape(x + 12), Text(x + 28, LegendY + 4, "legendtext", words));
            x += width;
        }
    }

    private static IEnumerable<(double Width, Func<double, IEnumerable<XElement>> Shape, string Words)> LegendItems(TrendChart chart)
    {
        if (chart.Plans.Count > 0)
            yield return (72, x => [Line("plan", x - 12, LegendY, x + 12, LegendY), Path("planmark", Diamond(x, LegendY))], "計画");
        if (chart.Actuals.Any(a => a.Actual.Status is Status.Final)) yield return (98, x => [Circle("mark", x, LegendY, 5)], "実績(確定)");
        if (chart.Actuals.Any(TrendChart.IsHollow)) yield return (98, x => [Circle("mark hollow", x, LegendY, 5)], "実績(速報)");
        if (chart.Actuals.Any(a => a.Actual.Status is Status.Corrected))
            yield return (98, x => [Circle("ring", x, LegendY, 8), Circle("mark", x, LegendY, 5)], "実績(訂正)");
        if (chart.Actuals.FirstOrDefault(a => a.LowerY is not null) is { } some)
            yield return (128, x => [Path("interval", $"M{N(x - 5)},{N(LegendY - 8)}h10m-5,0v16m-5,0h10")], $"{FigureSentence.LevelText(some.Actual.Level ?? 0.95)}信頼区間");
        if (chart.BaselineY is not null) yield return (100, x => [Line("baseline", x - 12, LegendY, x + 12, LegendY)], "計画策定時");
    }

    private static IEnumerable<string> Foot(TrendChart chart)
    {
        yield return $"{chart.Axis.Caption(chart.Indicator.Unit)}{chart.Indicator.DirectionText}指標です。";
        for (var i = 0; i < chart.Breaks.Count; i++)
            yield return string.Create(CultureInfo.InvariantCulture, $"※{i + 1} 断絶: {chart.Breaks[i].Since}とは比べられません。{chart.Breaks[i].Reason}");
        var notDrawn = chart.Indicator.Years.Where(y => y.Actual is { Kind: SheetActualKind.Entered, Value: null }).Select(y => y.Year.ToString()).ToList();
        if (notDrawn.Count > 0) yield return $"1つの数でない実績({string.Join('、', notDrawn)})は図にありません。表を見てください。";
    }

    private static IEnumerable<string> Wrap(string text)
    {
        var runes = text.EnumerateRunes().ToList();
        for (var i = 0; i < runes.Count; i += FootCharacters) yield return string.Concat(runes.Skip(i).Take(FootCharacters));
    }

    private static string Diamond(double x, double y) => $"M{N(x)},{N(y - 6)}l6,6l-6,6l-6,-6z";

    private static XElement Path(string kind, string d) => new("path", new XAttribute("class", kind), new XAttribute("d", d));

    private static XElement Line(string kind, double x1, double y1, double x2, double y2) => new("line",
        new XAttribute("class", kind), new XAttribute("x1", N(x1)), new XAttribute("y1", N(y1)), new XAttribute("x2", N(x2)), new XAttribute("y2", N(y2)));

    private static XElement Circle(string kind, double x, double y, double radius) => new("circle",
        new XAttribute("class", kind), new XAttribute("cx", N(x)), new XAttribute("cy", N(y)), new XAttribute("r", N(radius)));

    private static XElement Text(double x, double y, string kind, string words) =>
        new("text", new XAttribute("class", kind), new XAttribute("x", N(x)), new XAttribute("y", N(y)), words);

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
