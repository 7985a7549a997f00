using System.Globalization;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>
/// The value axis of a trend chart (縦軸). It begins at 0 where that leaves the figures readable; where it does not, it
/// spans at least four times the widest interval, so that noise never fills the picture.
/// </summary>
/// <param name="Low">Lowest tick.</param>
/// <param name="High">Highest tick, above <paramref name="Low"/>.</param>
/// <param name="Step">Distance of two ticks.</param>
public sealed record ChartAxis(double Low, double High, double Step)
{
    private const double LeastPercentSpan = 10;
    private static readonly double[] RoundSteps = [1, 2, 5, 10];

    /// <summary>True when the axis shows the value 0.</summary>
    public bool ShowsZero => Low <= 0 && High >= 0;

    /// <summary>Ticks from low to high.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Floor((High - Low) / Step + 1.5)).Select(i => Low + i * Step);

    /// <summary>A tick as text.</summary>
    public string Text(double tick) =>
        FigureSentence.BoundText(tick, Step >= 1 ? 0 : (int)Math.Ceiling(-Math.Log10(Step) - 1e-9));

    /// <summary>What the reader is told of the axis.</summary>
    public string Caption(string unit) => ShowsZero
        ? "縦軸は0から始まります。"
        : $"縦軸は0からではなく、{Text(Low)}〜{Text(High)}{unit}の範囲です。";

    /// <summary>The axis for these values.</summary>
    /// <param name="values">Everything drawn, bounds of intervals included; not empty.</param>
    /// <param name="widestInterval">Upper less lower bound of the widest interval; 0 without one.</param>
    /// <param name="isPercent">The values are percentages: from 0 to 100 as long as they stay inside.</param>
    public static ChartAxis Of(IReadOnlyCollection<double> values, double widestInterval, bool isPercent)
    {
        var (low, high) = (values.Min(), values.Max());
        var isInside = isPercent && low >= 0 && high <= 100;
        if (low >= 0 && low <= high / 2) low = 0;
        else if (high <= 0 && high >= low / 2) high = 0;
        var least = Math.Max(4 * widestInterval, isPercent ? LeastPercentSpan : Math.Max(Math.Abs(high), Math.Abs(low)) / 4);
        if (least <= 0) least = 1;
        var missing = least - (high - low);
        if (missing > 0)
        {
            var isFromZero = low == 0 && high >= 0;
            (low, high) = isFromZero ? (0, high + missing) : (low - missing / 2, high + missing / 2);
        }

        if (values.Min() >= 0 && low < 0) (low, high) = (0, high - low);
        if (isInside && high > 100) (low, high) = (Math.Max(0, low - (high - 100)), 100);
        var step = StepFor(high - low);
        return new ChartAxis(Math.Floor(low / step + 1e-9) * step, Math.Ceiling(high / step - 1e-9) * step, step);
    }

    /// <summary>1, 2 or 5 times a power of ten, with at most seven ticks.</summary>
    private static double StepFor(double span)
    {
        var power = double.Parse(string.Create(CultureInfo.InvariantCulture, $"1e{(int)Math.Floor(Math.Log10(span / 6))}"), CultureInfo.InvariantCulture);
        return RoundSteps.Select(f => f * power).First(s => span / s <= 6 + 1e-9);
    }
}
