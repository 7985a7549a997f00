namespace SurveyCalc.Indicators.Waves;

/// <summary>
/// Weights of all respondents (ウエイト) as whole numbers in units of 10^-<see cref="Decimals"/>, so that every sum of
/// them is exact. All are above zero.
/// </summary>
/// <param name="Values">One weight per respondent.</param>
/// <param name="Decimals">Decimal places of the finest weight in the file, 0 to <see cref="MaxDecimals"/>.</param>
public sealed record WeightColumn(long[] Values, int Decimals)
{
    /// <summary>
    /// Finer weights are rounded to this many places, and the import says so. With weights below
    /// <see cref="WeightColumnBuilder.Limit"/> the sum of the squares of 10^8 of them fits 128 bits.
    /// </summary>
    public const int MaxDecimals = 9;
}
