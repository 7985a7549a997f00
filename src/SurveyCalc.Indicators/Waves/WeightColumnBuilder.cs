namespace SurveyCalc.Indicators.Waves;

/// <summary>
/// Collects weights as whole numbers, exactly: all are kept in units of the finest decimal place seen so far.
/// </summary>
public sealed class WeightColumnBuilder
{
    /// <summary>A weight is below this, so that the finest unit of it still fits 64 bits.</summary>
    public const long Limit = 1_000_000;

    private readonly List<long> values = [];
    private int decimals;

    /// <summary>Adds <paramref name="digits"/> × 10^-<paramref name="places"/>.</summary>
    /// <param name="digits">The weight without its decimal point; above zero.</param>
    /// <param name="places">0 to <see cref="WeightColumn.MaxDecimals"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not above 0 and below <see cref="Limit"/>, or too fine.</exception>
    public void Append(long digits, int places)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(digits);
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, WeightColumn.MaxDecimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((Int128)digits, (Int128)Limit * Power(places), nameof(digits));
        for (; places > 0 && digits % 10 == 0; places--) digits /= 10;
        for (; decimals < places; decimals++)
            for (var i = 0; i < values.Count; i++)
                values[i] *= 10;
        values.Add(digits * Power(decimals - places));
    }

    /// <summary>All weights, or those but at the given positions.</summary>
    /// <param name="dropped">Positions to leave out, or null for none.</param>
    public WeightColumn Freeze(IReadOnlySet<int>? dropped = null)
    {
        if (dropped is not { Count: > 0 }) return new WeightColumn([.. values], decimals);
        var rest = new WeightColumnBuilder();
        for (var i = 0; i < values.Count; i++)
            if (!dropped.Contains(i))
                rest.Append(values[i], decimals);
        return rest.Freeze();
    }

    private static long Power(int exponent)
    {
        var power = 1L;
        for (; exponent > 0; exponent--) power *= 10;
        return power;
    }
}
