using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public class FinitePopulationTests
{
    /// <summary>Staff survey 2024 of the reference data: N = 380, 342 answered, 332 of them this question; R survey, svymean.</summary>
    [Theory]
    [InlineData(134, 332, 0.00852734300174495)]
    [InlineData(215, 338, 0.008287672840831962)]
    public void The_sampling_fraction_counts_everybody_who_answered_the_survey(long positive, long valid, double standardError)
    {
        var estimate = ProportionEstimate.Of(Tally.OfCounts(342, positive, valid), ProportionMethod.Wilson, Level.P95, 380).Value;
        Assert.Equal(standardError, estimate.StandardError.Value, 1e-12);
        Assert.Equal(valid * 379.0 / (380 - 342), estimate.EffectiveN.Value, 1e-9);
    }

    [Fact]
    public void A_population_smaller_than_the_sample_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => ProportionEstimate.Of(Tally.OfCounts(342, 134, 332), ProportionMethod.Wilson, Level.P95, 341));
}
