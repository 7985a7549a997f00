namespace SurveyCalc.Statistics;

/// <summary>A closed interval of finite numbers, lower ≤ upper (信頼区間). The unit is that of the estimate.</summary>
public readonly record struct Interval
{
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite, or lower is above upper.</exception>
    public Interval(double lower, double upper)
    {
        if (!double.IsFinite(lower))
            throw new ArgumentOutOfRangeException(nameof(lower), lower, "A bound is a finite number.");
        if (!double.IsFinite(upper) || !(lower <= upper))
            throw new ArgumentOutOfRangeException(nameof(upper), upper, "The upper bound is finite and not below the lower bound.");
        Lower = lower;
        Upper = upper;
    }

    /// <summary>Lower bound (下限).</summary>
    public double Lower { get; }

    /// <summary>Upper bound (上限).</summary>
    public double Upper { get; }

    /// <summary>Upper − lower; 0 only for a census.</summary>
    public double Width => Upper - Lower;

    /// <summary>The interval that holds one value only, as after a census (全数調査).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Interval Point(double value) => new(value, value);

    /// <summary>True when the value lies within the bounds or on one. NaN never does.</summary>
    public bool Contains(double value) => Lower <= value && value <= Upper;

    /// <summary>True when the other interval lies within this one.</summary>
    public bool Contains(Interval other) => Lower <= other.Lower && other.Upper <= Upper;

    /// <summary>Takes the bounds apart.</summary>
    public void Deconstruct(out double lower, out double upper) => (lower, upper) = (Lower, Upper);
}
