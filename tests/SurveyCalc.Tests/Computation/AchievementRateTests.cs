using System.Globalization;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Tests.Computation;

public sealed class AchievementRateTests
{
    [Theory]
    [InlineData("75.5", "77", "76.1", Direction.HigherIsBetter, "98.1")]
    [InlineData("80", "40", null, Direction.HigherIsBetter, "200.0")]
    [InlineData("0", "40", null, Direction.HigherIsBetter, "0.0")]
    [InlineData("8.3", "0", "9.8", Direction.LowerIsBetter, "15.3")]
    [InlineData("0", "0", "9.8", Direction.LowerIsBetter, "100.0")]
    [InlineData("12", "8", "10", Direction.LowerIsBetter, "-100.0")]
    [InlineData("49", "400", null, Direction.HigherIsBetter, "12.3")]
    public void The_usual_rate_is_rounded_once(string actual, string plan, string? baseline, Direction direction, string rate)
    {
        var (found, reason) = AchievementRate.Of(Number(actual), Number(plan), baseline is null ? null : Number(baseline), direction, "%");
        Assert.Equal((rate, ""), (found!.Value.ToString("F1", CultureInfo.InvariantCulture), reason));
    }

    [Theory]
    [InlineData("5", "0", "3", Direction.HigherIsBetter, "%", "計画値が0のため、実績÷計画値を計算できません。")]
    [InlineData("-1", "2", "3", Direction.HigherIsBetter, "点", "負の値があるため、実績÷計画値に意味がありません。")]
    [InlineData("8.3", "0", null, Direction.LowerIsBetter, "%", "計画策定時の値がないため、(計画策定時−実績)÷(計画策定時−計画値)を計算できません。")]
    [InlineData("8.3", "5", "5", Direction.LowerIsBetter, "%", "計画策定時の値と計画値が同じため、達成率を計算できません。")]
    [InlineData("8.3", "6", "5", Direction.LowerIsBetter, "%", "計画値が計画策定時の値より悪いため、達成率に意味がありません。")]
    [InlineData("197", "180", "185", Direction.LowerIsBetter, "位", "順位には達成率を定めません。")]
    public void A_rate_that_means_nothing_has_a_reason_and_no_number(
        string actual, string plan, string? baseline, Direction direction, string unit, string reason) =>
        Assert.Equal(((decimal?)null, reason), AchievementRate.Of(Number(actual), Number(plan), baseline is null ? null : Number(baseline), direction, unit));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
