using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class DesignIntervalTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(double.NegativeInfinity)]
    public void Without_degrees_of_freedom_there_is_no_interval_rather_than_a_point(double df)
    {
        Assert.Equal(NotEstimableReason.TooFewRespondents, DesignInterval.Linear(0.5, 0.01, df, Level.P95).Reason);
        Assert.Equal(NotEstimableReason.TooFewRespondents, DesignInterval.LogOdds(0.5, 0.01, df, Level.P95).Reason);
        Assert.Equal(NotEstimableReason.TooFewRespondents, DesignInterval.ArcsineSquareRoot(0.5, 0.01, df, Level.P95).Reason);
        Assert.Equal(NotEstimableReason.TooFewRespondents, DesignInterval.KornGraubard(0.5, 0.01, df, 30, Level.P95).Reason);
    }

    [Fact]
    public void Korn_Graubard_uses_the_respondents_of_the_domain()
    {
        // With design and domain alike it is the exact interval at the effective number.
        var interval = DesignInterval.KornGraubard(0.3, 0.3 * 0.7 / 40, 49, 50, Level.P95).Value;
        var exact = ClopperPearson.Interval(12, 40, Level.P95);
        Assert.Equal(exact.Lower, interval.Lower, 1e-12);
        Assert.Equal(exact.Upper, interval.Upper, 1e-12);
        Assert.Equal(NotEstimableReason.TooFewRespondents, DesignInterval.KornGraubard(0.3, 0.01, 1, 1, Level.P95).Reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Observed_0_or_1_has_no_interval_from_a_variance(double ratio)
    {
        Assert.Equal(NotEstimableReason.UndefinedAtBoundary, DesignInterval.LogOdds(ratio, 0, 49, Level.P95).Reason);
        Assert.Equal(NotEstimableReason.UndefinedAtBoundary, DesignInterval.ArcsineSquareRoot(ratio, 0, 49, Level.P95).Reason);
        Assert.Equal(NotEstimableReason.UndefinedAtBoundary, DesignInterval.KornGraubard(ratio, 0, 49, 50, Level.P95).Reason);
    }

    [Fact]
    public void A_clamped_angle_keeps_the_estimate_inside()
    {
        var clamped = DesignInterval.ArcsineSquareRoot(0.4, 0.06, 4, Level.P99).Value;
        Assert.Equal(0, clamped.Lower);
        Assert.Equal(1, clamped.Upper);
        Assert.True(DesignInterval.ArcsineUnclamped(0.4, 0.06, 4, Level.P99).Value.Lower > 0.1);
    }

    [Theory]
    [InlineData(double.NaN, 0.1, 5)]
    [InlineData(0.5, double.NaN, 5)]
    [InlineData(0.5, -0.1, 5)]
    [InlineData(0.5, 0.1, double.NaN)]
    [InlineData(0.5, double.PositiveInfinity, 5)]
    public void Numbers_that_are_none_are_refused(double ratio, double variance, double df)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DesignInterval.Linear(ratio, variance, df, Level.P95));
        Assert.Throws<ArgumentOutOfRangeException>(() => DesignInterval.LogOdds(ratio, variance, df, Level.P95));
        Assert.Throws<ArgumentOutOfRangeException>(() => DesignInterval.KornGraubard(ratio, variance, df, 50, Level.P95));
    }
}
