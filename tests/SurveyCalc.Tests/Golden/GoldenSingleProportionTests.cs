using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Golden;

public sealed class GoldenSingleProportionTests
{
    private const string Computed = "01_single_proportion.json";
    private const string Published = "01b_published_newcombe1998a.json";

    public static TheoryData<string> ComputedRows => GoldenTheory.Rows(Computed);

    public static TheoryData<string> PublishedRows => GoldenTheory.Rows(Published);

    [Theory]
    [MemberData(nameof(ComputedRows))]
    public void Golden_interval_of_one_proportion(string id) => GoldenTheory.Check(Computed, id, Compute);

    [Theory]
    [MemberData(nameof(PublishedRows))]
    public void Golden_published_interval_of_one_proportion(string id) => GoldenTheory.Check(Published, id, Compute);

    private static GoldenOutcome Compute(GoldenCase one)
    {
        var (x, n, level) = (one.Count("x"), one.Count("n"), new Level(one.Number("conf_level")));
        var outcome = new GoldenOutcome().With("estimate", Tally.OfCounts(n, x, n).Ratio);
        return one.Method switch
        {
            "wald" => Unclipped(outcome.With(Wald.Interval(x, n, level)), Wald.Unclipped(x, n, level)),
            "wilson" => outcome.With(Wilson.Interval(x, n, level)),
            "wilson_cc" => outcome.With(WilsonCorrected.Interval(x, n, level)),
            "agresti_coull" => Unclipped(outcome.With(AgrestiCoull.Interval(x, n, level)), AgrestiCoull.Unclipped(x, n, level)),
            "clopper_pearson" => outcome.With(ClopperPearson.Interval(x, n, level)),
            "jeffreys" => outcome.With(Jeffreys.Interval(x, n, level)),
            "jeffreys_raw" => outcome.With(Jeffreys.Raw(x, n, level)),
            "logit" => outcome.With(Logit.Interval(x, n, level)),
            "arcsine_anscombe" => outcome.With(Arcsine.Interval(x, n, level)),
            "arcsine_plain" => outcome.With(Arcsine.Plain(x, n, level)),
            _ => throw GoldenTheory.Unknown(one),
        };
    }

    private static GoldenOutcome Unclipped(GoldenOutcome outcome, Interval interval) =>
        outcome.With("lower_unclipped", interval.Lower).With("upper_unclipped", interval.Upper);
}
