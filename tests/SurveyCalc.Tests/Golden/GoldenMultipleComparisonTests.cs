using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Golden;

public sealed class GoldenMultipleComparisonTests
{
    private const string File = "05_multiple_comparisons.json";

    public static TheoryData<string> Rows => GoldenTheory.Rows(File);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Golden_adjusted_p_values(string id) => GoldenTheory.Check(File, id, Compute);

    private static GoldenOutcome Compute(GoldenCase one)
    {
        double[] p = [.. one.Input("p").EnumerateArray().Select(value => value.GetDouble())];
        return one.Method switch
        {
            "BH" => Adjusted(MultipleComparisons.BenjaminiHochberg(p)),
            "holm" => Adjusted(MultipleComparisons.Holm(p)),
            "bonferroni" => Adjusted(MultipleComparisons.Bonferroni(p)),
            "hochberg" => Adjusted(MultipleComparisons.Hochberg(p)),
            "holm+BH" => new GoldenOutcome().With("holm", MultipleComparisons.Holm(p)).With("BH", MultipleComparisons.BenjaminiHochberg(p)),
            _ => throw GoldenTheory.Unknown(one),
        };
    }

    private static GoldenOutcome Adjusted(IReadOnlyList<double> values) =>
        new GoldenOutcome().With("p_adjusted", values).With("rejected_at_0.05", values.Count(value => value <= 0.05));
}
