using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Golden;

public sealed class GoldenDifferenceTests
{
    private const string Computed = "04_diff_two_proportions.json";
    private const string Published = "04b_published_differences.json";

    public static TheoryData<string> ComputedRows => GoldenTheory.Rows(Computed);

    public static TheoryData<string> PublishedRows => GoldenTheory.Rows(Published);

    [Theory]
    [MemberData(nameof(ComputedRows))]
    public void Golden_difference_of_two_proportions(string id) => GoldenTheory.Check(Computed, id, Compute);

    [Theory]
    [MemberData(nameof(PublishedRows))]
    public void Golden_published_difference_of_two_proportions(string id) => GoldenTheory.Check(Published, id, Compute);

    private static GoldenOutcome Compute(GoldenCase one)
    {
        var (x1, n1, x2, n2) = (one.Count("x1"), one.Count("n1"), one.Count("x2"), one.Count("n2"));
        var level = one.Has("conf_level") ? new Level(one.Number("conf_level")) : Level.P95;
        var change = DifferenceEstimate.Of(Tally.OfCounts(n1, x1, n1), null, Tally.OfCounts(n2, x2, n2), null, DifferenceMethod.Newcombe, level).Value;
        var outcome = new GoldenOutcome().With("estimate", change.Difference);
        return one.Method switch
        {
            "newcombe10" => outcome.With(change.Interval),
            "newcombe11_cc" => outcome.With(NewcombeCorrected.Interval(x1, n1, x2, n2, level)),
            // Printed tables show the part within [−1,1]; the computed file keeps the bounds as they come.
            "wald" when one.File == Published => outcome.With(WaldDifference.Interval(x1, n1, x2, n2, level)),
            "wald" => outcome.With(WaldDifference.Unclipped(x1, n1, x2, n2, level)),
            "agresti_caffo" when one.File == Published => outcome.With(AgrestiCaffo.Interval(x1, n1, x2, n2, level)),
            "agresti_caffo" => outcome.With(AgrestiCaffo.Unclipped(x1, n1, x2, n2, level)),
            "miettinen_nurminen" => outcome.With(MiettinenNurminen.Interval(x1, n1, x2, n2, level)),
            "ztest_pooled" => outcome.With("z", change.Test.Select(test => test.Statistic)).With("p_value", change.Test.Select(test => test.PValue)),
            _ => throw GoldenTheory.Unknown(one),
        };
    }
}
