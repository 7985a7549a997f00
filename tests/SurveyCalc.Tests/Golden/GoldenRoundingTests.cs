using System.Globalization;
using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Golden;

public sealed class GoldenRoundingTests
{
    private const string File = "07b_rounding.json";

    public static TheoryData<string> Rows => GoldenTheory.Rows(File);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Golden_printed_percentage(string id) => GoldenTheory.Check(File, id, Compute);

    private static GoldenOutcome Compute(GoldenCase one)
    {
        if (one.Method != "percent_1dp")
            throw GoldenTheory.Unknown(one);
        return one.Has("x0") ? ComputeChange(one) : ComputePercent(one.Count("x"), one.Count("n"));
    }

    private static GoldenOutcome ComputePercent(long x, long n)
    {
        var isTie = 2000 * x % n == 0 && 2000 * x / n % 2 == 1;
        return new GoldenOutcome()
            .With("percent_1dp", Print(Rounding.Percent(x, n, 1)))
            .With("percent_0dp", Print(Rounding.Percent(Tally.OfCounts(n, x, n), 0).Value))
            .With("exact_tie_at_second_decimal", isTie);
    }

    private static GoldenOutcome ComputeChange(GoldenCase one)
    {
        var (x1, n1, x0, n0) = (one.Count("x1"), one.Count("n1"), one.Count("x0"), one.Count("n0"));
        var (current, previous) = (Rounding.Percent(x1, n1, 1), Rounding.Percent(x0, n0, 1));
        return new GoldenOutcome()
            .With("percent_1", Print(current))
            .With("percent_0", Print(previous))
            .With("point_change_of_printed_percents", Print(PrintedChange.OfPrinted(current, previous)))
            .With("point_change_exact_then_rounded", Print(PrintedChange.ExactPoints(x1, n1, x0, n0, 1)));
    }

    private static string Print(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
