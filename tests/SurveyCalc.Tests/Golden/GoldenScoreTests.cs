using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Golden;

/// <summary>Scores of simple random samples by their closed forms.</summary>
public sealed class GoldenScoreTests
{
    private const string File = "06_scores.json";
    private static readonly HashSet<string> SimpleDesigns = ["", "srs_unweighted", "srs_fpc", "srs_fpc with N of the file"];

    public static TheoryData<string> Rows => GoldenTheory.Rows(File, one => SimpleDesigns.Contains(one.Text("design")));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Golden_score(string id) => GoldenTheory.Check(File, id, Compute);

    private static GoldenOutcome Compute(GoldenCase one)
    {
        var table = GoldenDesigns.Table(one.Text("dataset"));
        var tally = TallyOf(table, one.Text("indicator"));
        if (one.Method == "closed_form_unweighted")
            return ClosedForm(tally);
        if (one.Text("domain") != "all")
            throw new NotSupportedException($"{one.Id}: the runner has no domain {one.Text("domain")}.");
        var method = one.Method switch
        {
            "estimate" or "mean" => MeanMethod.StudentT,
            "z" => MeanMethod.Normal,
            _ => throw GoldenTheory.Unknown(one),
        };
        var level = one.Has("conf_level") ? new Level(one.Number("conf_level")) : Level.P95;
        var estimate = MeanEstimate.Of(tally, method, level, PopulationOf(one, table)).Value;
        return new GoldenOutcome()
            .With("estimate", estimate.Value).With("se", estimate.StandardError)
            .With("df", estimate.DegreesOfFreedom).With("nrow", tally.Base)
            .With(estimate.Interval);
    }

    private static GoldenOutcome ClosedForm(Tally tally)
    {
        var estimate = MeanEstimate.ClosedForm(tally, MeanMethod.StudentT, Level.P95).Value;
        var outcome = new GoldenOutcome()
            .With("n", tally.Base).With("mean", estimate.Value)
            .With("sd", MeanEstimate.StandardDeviation(tally)).With("se", estimate.StandardError);
        // Only a net score has scores of −1 to 1.
        return tally.Wwyy > tally.Base
            ? outcome
            : outcome.With("top2", NetScore.TopShare(tally)).With("bottom2", NetScore.BottomShare(tally)).With("se_multinomial", NetScore.StandardError(tally));
    }

    private static long? PopulationOf(GoldenCase one, GoldenTable table) => one.Text("design") switch
    {
        "srs_unweighted" => null,
        "srs_fpc" => table.Rows.Select(row => (table.Text(row, "district"), table.Number(row, "N_h")!.Value)).Distinct().Sum(stratum => stratum.Value),
        "srs_fpc with N of the file" => table.Number(table.Rows[0], "N"),
        var design => throw new NotSupportedException($"{one.Id}: the runner has no design {design}."),
    };

    private static Tally TallyOf(GoldenTable table, string indicator) => table.Rows.Aggregate(Tally.Empty, (sum, row) =>
        sum + (GoldenIndicators.ScoreOf(table, row, indicator) is { } y ? Tally.Of(true, y > 0, 1, 0, y, 0) : Tally.Of(false, false)));
}
