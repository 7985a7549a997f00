using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Golden;

/// <summary>The runner itself: what it must refuse.</summary>
public sealed class GoldenRunnerTests
{
    private const string Sample = "01_single_proportion.json";

    public static TheoryData<string> Files =>
    [
        "01_single_proportion.json", "01b_published_newcombe1998a.json", "02_fpc.json", "02b_sampling_error_formula.json",
        "03_weighted_city.json", "03_weighted_api.json", "04c_weighted_difference.json",
        "04_diff_two_proportions.json", "04b_published_differences.json", "05_multiple_comparisons.json", "06_scores.json", "07b_rounding.json",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Golden_file_holds_as_many_cases_as_it_says(string file)
    {
        if (GoldenFile.IsFolderGiven && !GoldenFile.Exists(file))
            return;
        Assert.Equal(GoldenFile.Open(file).StatedCases, GoldenFile.Open(file).Cases.Count);
    }

    [Fact]
    public void Golden_comparison_fails_on_a_field_nobody_computed()
    {
        if (FirstCase() is { } one)
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => new GoldenOutcome().With("estimate", 0).Verify(one));
    }

    [Fact]
    public void Golden_comparison_fails_on_a_difference_beyond_the_tolerance()
    {
        if (FirstCase() is not { } one)
            return;
        Assert.True(one.Accepts(0.5 + one.Absolute, 0.5));
        Assert.False(one.Accepts(0.5 + (2 * (one.Absolute + (0.5 * one.Relative))), 0.5));
        Assert.False(one.Accepts(double.NaN, 0.5));
    }

    [Fact]
    public void Golden_null_is_met_by_not_estimable_alone()
    {
        if (FirstCase() is null || !GoldenFile.Open(Sample).Cases.Any(one => one.Id == "logit:0/1@0.9"))
            return;
        var undefined = GoldenFile.Open(Sample).Case("logit:0/1@0.9");
        var outcome = new GoldenOutcome().With("estimate", 0).With(Estimable<Interval>.Not(NotEstimableReason.UndefinedAtBoundary));
        outcome.Verify(undefined);
        var made = new GoldenOutcome().With("estimate", 0).With(Interval.Point(0));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => made.Verify(undefined));
    }

    [Fact]
    public void Golden_method_the_runner_does_not_know_fails()
    {
        if (FirstCase() is { } one)
            Assert.Throws<NotSupportedException>(() => GoldenTheory.Check(Sample, one.Id, unknown => throw GoldenTheory.Unknown(unknown)));
    }

    private static GoldenCase? FirstCase() => GoldenFile.Exists(Sample) ? GoldenFile.Open(Sample).Cases[0] : null;
}
