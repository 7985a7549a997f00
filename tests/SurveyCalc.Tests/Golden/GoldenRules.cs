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

    // Designs with strata, calibration or outside weights: asserted together with the designs themselves.
    private static readonly HashSet<string> LaterDesigns = ["strat", "strat_nofpc", "poststrat", "rake", "cal_linear", "cal_raking", "weights_only"];

    /// <summary>True when the file itself says that the case is not to be asserted.</summary>
    public static bool IsInformational(GoldenCase one) =>
        InformationalMethods.Contains(one.Method)
        || one.Status == "printed_value_differs"
        || one.Notes.Contains("informational", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the case needs a sampling design that these tests do not cover.</summary>
    public static bool NeedsDesign(GoldenCase one) => LaterDesigns.Contains(one.Text("design"));

    /// <summary>
    /// True for a logit interval without expected bounds although 0 &lt; x &lt; n. The file defines the method as undefined
    /// at x = 0 and x = n only; these bounds are missing because the reference multiplied x(n−x) in 32 bit integers,
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
    public static bool IsAsserted(GoldenCase one) => !IsInformational(one) && !NeedsDesign(one) && !IsReferenceOverflow(one);
}
