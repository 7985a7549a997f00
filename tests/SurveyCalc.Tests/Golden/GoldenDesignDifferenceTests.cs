using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Golden;

public sealed class GoldenDesignDifferenceTests
{
    private const string File = "04c_weighted_difference.json";

    public static TheoryData<string> Rows => GoldenTheory.Rows(File);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Golden_difference_under_a_design(string id) => GoldenTheory.Check(File, id, Compute);

    private static GoldenOutcome Compute(GoldenCase one)
    {
        var (design, indicator) = (one.Text("design"), one.Text("indicator"));
        var difference = one.Method switch
        {
            "diff_independent" => DesignDifference.OfIndependent(
                GoldenDesigns.Estimate(one.Text("dataset_1"), design, indicator, "all"),
                GoldenDesigns.Estimate(one.Text("dataset_0"), design, indicator, "all")),
            "group_difference" => DesignDifference.OfDomains(
                GoldenDesigns.Tally(one.Text("dataset"), design, indicator, $"sex={one.Text("group_1")}"),
                GoldenDesigns.Tally(one.Text("dataset"), design, indicator, $"sex={one.Text("group_0")}")).Value,
            _ => throw GoldenTheory.Unknown(one),
        };
        var outcome = new GoldenOutcome()
            .With("estimate", difference.Value).With("se", difference.StandardError).With("df", difference.DegreesOfFreedom);
        foreach (var (percent, level) in new[] { (90, Level.P90), (95, Level.P95), (99, Level.P99) })
        {
            var (z, t) = (difference.ToChange(DesignDifferenceMethod.Normal, level), difference.ToChange(DesignDifferenceMethod.StudentT, level));
            if (percent == 95)
                outcome.With("z", z.Test.Value.Statistic).With("p_value_z", z.Test.Value.PValue).With("p_value_t", t.Test.Value.PValue);
            outcome
                .With($"z{percent}_lower", z.Interval.Value.Lower).With($"z{percent}_upper", z.Interval.Value.Upper)
                .With($"t{percent}_lower", t.Interval.Value.Lower).With($"t{percent}_upper", t.Interval.Value.Upper);
        }

        return outcome;
    }
}
