using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>
/// Where everything of a trend chart stands (推移図), in the units of its picture, y downwards. Years stand at distances
/// of their calendar; a year without a figure and a break of the series part the line.
/// </summary>
public sealed class TrendChart
{
    public const double Width = 640;
    public const double Left = 56;
    public const double Right = 552;
    public const double Top = 44;
    public const double Bottom = 232;
    private const double Inset = 44;
    private readonly FiscalYear first;
    private readonly FiscalYear last;

    private TrendChart(SheetIndicator indicator, ChartAxis axis)
    {
        (Indicator, Axis) = (indicator, axis);
        (first, last) = (indicator.Years[0].Year, indicator.Years[^1].Year);
        Actuals = [.. indicator.Years.Where(y => y.Actual.Value is not null).Select(At)];
        Plans = [.. indicator.Years.Where(y => y.Plan is { Value: not null } plan && plan.IsDueIn(y.Year)).Select(y => new PlanPoint(y.Year, y.Plan!.Text, X(y.Year), Y((double)y.Plan.Value!.Value)))];
        Breaks = [.. Actuals.Where(a => a.Actual.BrokenSince is { } since && since < a.Year).Select(a => new BreakMark(
            a.Actual.BrokenSince!.Value, a.Year, a.Actual.BreakReason, a.X - (a.X - Math.Max(X(a.Actual.BrokenSince.Value), a.X - Pitch)) / 2))];
        Segments = Part();
    }

    /// <summary>An actual with its interval.</summary>
    /// <param name="LowerY">y of the lower bound; null without an interval.</param>
    /// <param name="UpperY">y of the upper bound.</param>
    public sealed record ActualPoint(FiscalYear Year, SheetActual Actual, double X, double Y, double? LowerY, double? UpperY);

    public sealed record PlanPoint(FiscalYear Year, string Text, double X, double Y);

    /// <summary>A break of the series (断絶) before <paramref name="Year"/>.</summary>
    public sealed record BreakMark(FiscalYear Since, FiscalYear Year, string Reason, double X);

    public SheetIndicator Indicator { get; }

    public ChartAxis Axis { get; }

    public IReadOnlyList<ActualPoint> Actuals { get; }

    public IReadOnlyList<PlanPoint> Plans { get; }

    public IReadOnlyList<BreakMark> Breaks { get; }

    /// <summary>Runs of actuals that a line may join: year after year, without a break.</summary>
    public IReadOnlyList<IReadOnlyList<ActualPoint>> Segments { get; }

    /// <summary>y of the baseline; null when it is no number.</summary>
    public double? BaselineY => Indicator.Baseline?.Value is { } value ? Y((double)value) : null;

    /// <summary>Preliminary figures are drawn hollow.</summary>
    public static bool IsHollow(ActualPoint point) => point.Actual.Status is Status.Preliminary;

    /// <summary>The chart; null when there is no number to draw.</summary>
    public static TrendChart? Of(SheetIndicator indicator)
    {
        var actuals = indicator.Years.Select(y => y.Actual).Where(a => a.Value is not null).ToList();
        List<double> values =
        [
            .. actuals.Select(a => (double)a.Value!.Value), .. actuals.SelectMany(a => new[] { a.Lower, a.Upper }).OfType<double>(),
            .. indicator.Years.Select(y => y.Plan?.Value).OfType<decimal>().Select(v => (double)v),
        ];
        if (values.Count == 0) return null;
        if (indicator.Baseline?.Value is { } baseline) values.Add((double)baseline);
        var widest = actuals.Max(a => a.Upper - a.Lower) ?? 0;
        return new TrendChart(indicator, ChartAxis.Of(values, widest, indicator.Unit is "%" or "％"));
    }

    /// <summary>Distance of two years.</summary>
    public double Pitch => (Right - Left - 2 * Inset) / Math.Max(1, last.FirstYear - first.FirstYear);

    public double X(FiscalYear year) => first == last ? (Left + Right) / 2 : Left + Inset + (year.FirstYear - first.FirstYear) * Pitch;

    public double Y(double value) => Bottom - (value - Axis.Low) / (Axis.High - Axis.Low) * (Bottom - Top);

    private ActualPoint At(SheetYear year)
    {
        var actual = year.Actual;
        var hasInterval = actual is { Lower: not null, Upper: not null };
        return new ActualPoint(
            year.Year, actual, X(year.Year), Y((double)actual.Value!.Value),
            hasInterval ? Y(actual.Lower!.Value) : null, hasInterval ? Y(actual.Upper!.Value) : null);
    }

    private List<IReadOnlyList<ActualPoint>> Part()
    {
        var segments = new List<List<ActualPoint>>();
        foreach (var point in Actuals)
        {
            var continues = segments.Count > 0 && segments[^1][^1].Year.FirstYear == point.Year.FirstYear - 1 && point.Actual.BrokenSince is null;
            if (continues) segments[^1].Add(point);
            else segments.Add([point]);
        }

        return [.. segments];
    }
}
