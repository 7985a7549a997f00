namespace SurveyCalc.Statistics;

/// <summary>Confidence level of a two-sided interval (信頼水準), a ratio strictly between 0 and 1.</summary>
/// <remarks><c>default(Level)</c> is the 95 % level, so an unset level is still a valid one.</remarks>
public readonly record struct Level
{
    private const double Usual = 0.95;

    // Distance in meaning from the usual level: 0 stands for 0.95, which makes default(Level) equal to P95.
    private readonly double _unusual;

    /// <param name="value">Probability covered by the interval; 0 &lt; value &lt; 1. NaN is refused.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not strictly between 0 and 1.</exception>
    public Level(double value)
    {
        if (!(value > 0 && value < 1))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A confidence level lies strictly between 0 and 1, for example 0.95.");
        _unusual = value == Usual ? 0 : value;
    }

    /// <summary>90 %.</summary>
    public static Level P90 { get; } = new(0.90);

    /// <summary>95 %, the level of Japanese survey reports.</summary>
    public static Level P95 { get; } = new(Usual);

    /// <summary>99 %.</summary>
    public static Level P99 { get; } = new(0.99);

    /// <summary>Probability covered, 0 &lt; value &lt; 1.</summary>
    public double Value => _unusual == 0 ? Usual : _unusual;

    /// <summary>Probability outside on one side, (1 − level)/2.</summary>
    public double Tail => (1 - Value) / 2;

    /// <summary>Two-sided normal quantile: 1.9599… at 95 %.</summary>
    public double Z => Quantile.NormalUpper(Tail);

    /// <summary>Two-sided quantile of Student's t.</summary>
    /// <param name="degreesOfFreedom">Greater than 0, not necessarily whole; positive infinity gives <see cref="Z"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are not greater than 0.</exception>
    public double T(double degreesOfFreedom) => Quantile.StudentUpper(Tail, degreesOfFreedom);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
