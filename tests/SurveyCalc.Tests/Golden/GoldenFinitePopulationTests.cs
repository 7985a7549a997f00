using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Golden;

public sealed class GoldenFinitePopulationTests
{
    private const string Intervals = "02_fpc.json";
    private const string Errors = "02b_sampling_error_formula.json";

    public static TheoryData<string> IntervalRows => GoldenTheory.Rows(Intervals);

    public static TheoryData<string> ErrorRows => GoldenTheory.Rows(Errors);

    [Theory]
    [MemberData(nameof(IntervalRows))]
    public void Golden_interval_of_a_sample_from_a_finite_population(string id) => GoldenTheory.Check(Intervals, id, ComputeInterval);

    [Theory]
    [MemberData(nameof(ErrorRows))]
    public void Golden_sampling_error_as_reports_print_it(string id) => GoldenTheory.Check(Errors, id, ComputeError);

    private static GoldenOutcome ComputeInterval(GoldenCase one)
    {
        var (x, n, population) = (one.Count("x"), one.Count("n"), one.Count("N"));
        var level = one.Has("conf_level") ? new Level(one.Number("conf_level")) : Level.P95;
        var estimate = ProportionEstimate.Of(Tally.OfCounts(n, x, n), ProportionMethod.Wilson, level, population).Value;
        var (p, df) = (estimate.Value, estimate.DegreesOfFreedom);
        var variance = SimpleRandomSample.Variance(x, n, population);
        var outcome = new GoldenOutcome().With("estimate", p).With("se", estimate.StandardError).With("df", df).With("n_eff", estimate.EffectiveN);
        return one.Method switch
        {
            "srs_fpc_se" => outcome,
            "wilson_fpc_neff" => outcome.With(estimate.Interval),
            "mean" => outcome.With(variance.SelectMany(v => DesignInterval.Linear(p, v, df, level))),
            "logit" or "xlogit" => outcome.With(variance.SelectMany(v => DesignInterval.LogOdds(p, v, df, level))),
            "asin" => Reflected(outcome, variance.SelectMany(v => DesignInterval.ArcsineUnclamped(p, v, df, level))),
            "beta" => outcome.With(variance.SelectMany(v => DesignInterval.KornGraubard(p, v, df, n, level))),
            _ => throw GoldenTheory.Unknown(one),
        };
    }

    private static GoldenOutcome Reflected(GoldenOutcome outcome, Estimable<(double Lower, double Upper)> bounds) =>
        outcome.With("lower", bounds.Select(both => both.Lower)).With("upper", bounds.Select(both => both.Upper));

    private static GoldenOutcome ComputeError(GoldenCase one)
    {
        var convention = one.Method switch
        {
            "hyohon_gosa" => SamplingErrorConvention.FinitePopulation,
            "hyohon_gosa_infinite" => SamplingErrorConvention.SimpleRandom,
            "hyohon_gosa_2stage" => SamplingErrorConvention.TwoStageStratified,
            _ => throw GoldenTheory.Unknown(one),
        };
        var margin = SamplingError.Margin(one.Number("p"), one.Count("n"), one.OptionalCount("N"), convention);
        return new GoldenOutcome().With("margin", margin).With("margin_percent_points", 100 * margin);
    }
}
