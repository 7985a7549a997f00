namespace SurveyCalc.Statistics;

/// <summary>Limits of the factor calibration puts on a design weight, relative to the mean factor N/Σd (ウエイトの上下限, トリミング).</summary>
/// <remarks>
/// They are part of the fit: the weights meet the margins within the limits, or the outcome says that they cannot.
/// With equal design weights 0.3 to 3 means weights between 0.3 and 3 times their mean.
/// Source: Deville, Särndal (1992), Journal of the American Statistical Association 87, 376–382, cases 6 and 7.
/// </remarks>
public readonly record struct FactorLimits
{
    /// <param name="lower">0 or more, below 1.</param>
    /// <param name="upper">Finite, above 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is outside its range or NaN.</exception>
    public FactorLimits(double lower, double upper)
    {
        if (!(lower >= 0 && lower < 1))
            throw new ArgumentOutOfRangeException(nameof(lower), lower, "The lower limit lies between 0 and 1.");
        if (!(upper > 1 && double.IsFinite(upper)))
            throw new ArgumentOutOfRangeException(nameof(upper), upper, "The upper limit is finite and above 1.");
        (Lower, Upper) = (lower, upper);
    }

    /// <summary>Smallest factor.</summary>
    public double Lower { get; }

    /// <summary>Largest factor.</summary>
    public double Upper { get; }
}
