using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Golden;

/// <summary>Weighted estimates under real designs: the city survey, the staff survey and the schools of R's survey package.</summary>
public sealed class GoldenDesignTests
{
    private const string City = "03_weighted_city.json";
    private const string Schools = "03_weighted_api.json";
    private const string Scores = "06_scores.json";

    public static TheoryData<string> CityRows => GoldenTheory.Rows(City);

    public static TheoryData<string> SchoolRows => GoldenTheory.Rows(Schools);

    public static TheoryData<string> ScoreRows => GoldenTheory.Rows(Scores, one => one.Has("design"));

    [Theory]
    [MemberData(nameof(CityRows))]
    public void Golden_estimate_of_the_city_survey(string id) => GoldenTheory.Check(City, id, Compute);

    [Theory]
    [MemberData(nameof(SchoolRows))]
    public void Golden_estimate_of_the_schools(string id) => GoldenTheory.Check(Schools, id, Compute);

    [Theory]
    [MemberData(nameof(ScoreRows))]
    public void Golden_score_under_its_design(string id) => GoldenTheory.Check(Scores, id, Compute);

    private static GoldenOutcome Compute(GoldenCase one)
    {
        var design = one.Text("design");
        var dataset = one.Has("dataset") ? one.Text("dataset") : $"{design.Split('_')[0]}.csv";
        if (one.Method == "kish")
            return Kish(GoldenDesigns.Frame(dataset, design).Summary);
        var estimate = GoldenDesigns.Estimate(dataset, design, one.Has("indicator") ? one.Text("indicator") : one.Text("y"), one.Text("domain"));
        var (p, df, respondents) = (estimate.Value, estimate.DegreesOfFreedom, estimate.Respondents);
        var level = one.Has("conf_level") ? new Level(one.Number("conf_level")) : Level.P95;
        // The reference counts all rows of a calibrated design; the product those of the domain.
        var rows = estimate.Domain.Frame.Calibration is null ? respondents : estimate.Domain.Frame.Respondents;
        Estimable<Interval> From(Func<double, Estimable<Interval>> interval) => estimate.Variance.SelectMany(interval);
        var outcome = new GoldenOutcome();
        return one.Method switch
        {
            "estimate" => outcome.With("estimate", p).With("se", estimate.StandardError).With("df", df).With("nrow", rows),
            "mean" => outcome.With(From(v => DesignInterval.Linear(p, v, df, level))),
            "z" => outcome.With(From(v => DesignInterval.Linear(p, v, double.PositiveInfinity, level))),
            "logit" or "xlogit" => outcome.With(From(v => DesignInterval.LogOdds(p, v, df, level))),
            "beta" => outcome.With(From(v => DesignInterval.KornGraubard(p, v, df, rows, level))),
            "asin" => Reflected(estimate.Variance.SelectMany(v => DesignInterval.ArcsineUnclamped(p, v, df, level))),
            "wilson_neff_kish" => outcome.With("estimate", p).With("n_eff", estimate.KishEffectiveN)
                .With(Wilson.Interval(p * estimate.KishEffectiveN, estimate.KishEffectiveN, level)),
            "wilson_neff_design" => outcome.With("estimate", p).With("n_eff", estimate.EffectiveN)
                .With(estimate.EffectiveN.Select(n => Wilson.Interval(p * n, n, level))),
            _ => throw GoldenTheory.Unknown(one),
        };
    }

    private static GoldenOutcome Reflected(Estimable<(double Lower, double Upper)> bounds) =>
        new GoldenOutcome().With("lower", bounds.Select(both => both.Lower)).With("upper", bounds.Select(both => both.Upper));

    private static GoldenOutcome Kish(WeightSummary weights) => new GoldenOutcome()
        .With("n", weights.Respondents).With("neff", weights.KishEffectiveN).With("deff", weights.KishDesignEffect)
        .With("sum_w", weights.Sum).With("min_w", weights.Smallest).With("max_w", weights.Largest);
}
