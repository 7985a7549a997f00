using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Tests.Computation;

public sealed class CompareTargetTests
{
    [Theory]
    [InlineData(50, 60, 50, Direction.HigherIsBetter, TargetVerdict.Achieved)]
    [InlineData(50, 60, 55, Direction.HigherIsBetter, TargetVerdict.Undecided)]
    [InlineData(50, 60, 60, Direction.HigherIsBetter, TargetVerdict.Undecided)]
    [InlineData(50, 60, 61, Direction.HigherIsBetter, TargetVerdict.Missed)]
    [InlineData(50, 60, 60, Direction.LowerIsBetter, TargetVerdict.Achieved)]
    [InlineData(50, 60, 50, Direction.LowerIsBetter, TargetVerdict.Undecided)]
    [InlineData(50, 60, 49, Direction.LowerIsBetter, TargetVerdict.Missed)]
    [InlineData(0, 3, 0, Direction.LowerIsBetter, TargetVerdict.Undecided)]
    public void The_verdict_needs_the_whole_interval_on_one_side(
        double lower, double upper, int plan, Direction direction, TargetVerdict verdict) =>
        Assert.Equal(verdict, CompareTarget.Of(Figure(lower, upper), plan, direction));

    [Theory]
    [InlineData(57, 57, 57.0, TargetVerdict.Achieved)] // 57 of 100 is 56.99999999999999 % in binary
    [InlineData(64.96, 65.0, 65, TargetVerdict.Achieved)]
    [InlineData(64.94, 64.9, 65, TargetVerdict.Missed)]
    public void A_census_is_compared_as_it_is_printed(double exact, decimal printed, decimal plan, TargetVerdict verdict)
    {
        var census = Figure(exact / 100 * 100, exact / 100 * 100) with { Printed = printed, IsCensus = true };
        Assert.Equal(verdict, CompareTarget.Of(census, plan, Direction.HigherIsBetter));
    }

    [Fact]
    public void A_bound_that_meets_the_plan_value_meets_it_in_decimals() =>
        Assert.Equal(TargetVerdict.Achieved, CompareTarget.Of(Figure(57 / 100.0 * 100, 60), 57, Direction.HigherIsBetter));

    [Fact]
    public void A_figure_without_an_interval_decides_nothing() =>
        Assert.Equal(TargetVerdict.Undecided, CompareTarget.Of(Figure(null, null), 1, Direction.HigherIsBetter));

    [Fact]
    public void No_plan_value_and_no_figure_are_two_states()
    {
        Assert.Equal(TargetVerdict.NoTarget, CompareTarget.Of(null, null, Direction.HigherIsBetter));
        Assert.Equal(TargetVerdict.NoFigure, CompareTarget.Of(null, 50, Direction.HigherIsBetter));
    }

    private static Figure Figure(double? lower, double? upper) =>
        new(55, 55, 55, 100, 100, 5, 100, lower, upper, "Wilson", 0.95, null, false);
}
