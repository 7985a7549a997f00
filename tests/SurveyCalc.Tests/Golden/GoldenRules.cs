using System.Text.Json;

namespace SurveyCalc.Tests.Golden;

/// <summary>Which cases are information and not assertions, and why.</summary>
public static class GoldenRules
{
    private static readonly HashSet<string> InformationalMethods =
    [
        "likelihood", // the reference interpolates a profile to about three digits
        "mid_p", // given by the file for information; the product has no mid-p interval
    ];

    // Fields that do not depend on the variance; lower and upper are among them for Kish's effective number alone.
    private static readonly HashSet<string> FieldsWithoutVariance = ["estimate", "nrow", "n", "neff", "deff", "sum_w", "min_w", "max_w"];

    /// <summary>True when the file itself says that the case is not to be asserted.</summary>
    public static bool IsInformational(GoldenCase one) =>
        InformationalMethods.Contains(one.Method)
        || one.Status == "printed_value_differs"
        || one.Notes.Contains("informational", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// True when a field is held against the expectation. Raked weights have one estimate but two variances in the
    /// reference: <c>rake</c> takes its residuals from ten alternating sweeps, <c>cal_raking</c> from one regression, less
    /// than 10^-3 apart. The file says that matching either is right; the product has that of <c>cal_raking</c>.
    /// </summary>
    public static bool IsAsserted(GoldenCase one, string field) =>
        !IsRaked(one) || one.Method == "wilson_neff_kish" || FieldsWithoutVariance.Contains(field);

    private static bool IsRaked(GoldenCase one) => one.Text("design") == "rake" || one.Text("design").EndsWith("_rake", StringComparison.Ordinal);

    /// <summary>
    /// True for a logit interval without expected bounds although 0 &lt; x &lt; n. The file defines the method as undefined
    /// at x = 0 and x = n only; these bounds are most likely missing because the reference multiplied x(n−x) in 32 bit integers,
    /// which overflow from 2³¹ on. The same cases are held against the file's own formula in GoldenLogitTests.
    /// </summary>
    public static bool IsReferenceOverflow(GoldenCase one)
    {
        if (one.Method != "logit" || !one.Has("n") || one.Has("N") || one.Expected.GetProperty("lower").ValueKind != JsonValueKind.Null)
            return false;
        var (x, n) = (one.Count("x"), one.Count("n"));
        return x > 0 && x < n && x * (n - x) > int.MaxValue;
    }

    /// <summary>True when the case is a row of these tests.</summary>
    public static bool IsAsserted(GoldenCase one) => !IsInformational(one) && !IsReferenceOverflow(one)
        && one.Expected.EnumerateObject().Any(field => IsAsserted(one, field.Name));
}
