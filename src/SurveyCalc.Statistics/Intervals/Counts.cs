namespace SurveyCalc.Statistics;

/// <summary>Range checks shared by the interval methods. Written so that NaN fails.</summary>
internal static class Counts
{
    /// <summary>0 ≤ positive ≤ valid, 0 &lt; valid &lt; ∞.</summary>
    public static void Require(double positive, double valid)
    {
        if (!(valid > 0 && double.IsFinite(valid)))
            throw new ArgumentOutOfRangeException(nameof(valid), valid, "The denominator is finite and greater than 0.");
        if (!(positive >= 0 && positive <= valid))
            throw new ArgumentOutOfRangeException(nameof(positive), positive, $"The numerator lies between 0 and the denominator {valid}.");
    }

    /// <summary>The part of [lower, upper] within [0,1]; bounds crossed by rounding meet.</summary>
    public static Interval Clip(double lower, double upper)
    {
        lower = Math.Clamp(lower, 0, 1);
        return new(lower, Math.Max(lower, Math.Clamp(upper, 0, 1)));
    }
}
