using System.Collections.Concurrent;
using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Golden;

public sealed class GoldenScoreTests
{
    private const string File = "06_scores.json";
    private static readonly ConcurrentDictionary<string, GoldenTable> Tables = new();

    public static TheoryData<string> Rows => GoldenTheory.Rows(File);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Golden_score(string id) => GoldenTheory.Check(File, id, Compute);

    private static GoldenOutcome Compute(GoldenCase one)
    {
        var table = Tables.GetOrAdd(one.Text("dataset"), GoldenTable.Read);
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

    private static Tally TallyOf(GoldenTable table, string indicator)
    {
        var (column, score) = ScoreOf(indicator);
        return table.Rows.Aggregate(Tally.Empty, (sum, row) =>
            sum + (table.Number(row, column) is { } code && score(code) is { } y ? Tally.Of(true, y > 0, 1, 0, y, 0) : Tally.Of(false, false)));
    }

    // A score, or null outside the base: 8 is don't know, 9 is no answer.
    private static (string Column, Func<int, int?> Score) ScoreOf(string indicator) => indicator switch
    {
        "mean_q1_5to1" => ("q1", code => code is >= 1 and <= 5 ? 6 - code : null),
        "wavg_q1_p2m2" => ("q1", code => code is >= 1 and <= 5 ? 3 - code : null),
        "wavg_q3_p2m2" => ("q3", code => code is >= 1 and <= 5 ? 3 - code : null),
        "wavg_s1" => ("s1", code => code is >= 1 and <= 5 ? 3 - code : null),
        "net_q1" => ("q1", code => code is >= 1 and <= 5 ? Math.Sign(3 - code) : null),
        "net_q3" => ("q3", code => code is >= 1 and <= 5 ? Math.Sign(3 - code) : null),
        "mean_q7" => ("q7", code => code),
        _ => throw new NotSupportedException($"The runner has no indicator {indicator}."),
    };
}
