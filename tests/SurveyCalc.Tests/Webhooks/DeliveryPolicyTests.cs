using SurveyCalc.Tests.Statistics;
using SurveyCalc.Worker.Webhooks;

namespace SurveyCalc.Tests.Webhooks;

public sealed class DeliveryPolicyTests
{
    private static readonly DeliveryPolicy Policy = new(30);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(6, 160)]
    [InlineData(12, 10240)]
    [InlineData(13, 14400)]
    [InlineData(29, 14400)]
    public void The_pause_doubles_up_to_four_hours(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Policy.DelayAfter(failures, 0.5));

    [Fact]
    public void After_the_last_attempt_there_is_no_pause()
    {
        Assert.NotNull(Policy.DelayAfter(29, 0));
        Assert.Null(Policy.DelayAfter(30, 0));
        Assert.Null(new DeliveryPolicy(1).DelayAfter(1, 0));
    }

    [Fact]
    public void Chance_moves_a_pause_by_a_fifth_and_never_above_the_longest() => Seeded.ForAll(500, random =>
    {
        var failures = random.Next(1, 1000);
        var policy = new DeliveryPolicy(1000);
        var (middle, found) = (policy.DelayAfter(failures, 0.5)!.Value, policy.DelayAfter(failures, random.NextDouble())!.Value);
        Assert.InRange(found, middle * 0.8, middle * 1.2);
        Assert.True(found <= policy.LongestDelay);
    });

    [Fact]
    public void The_defaults_try_for_about_three_days()
    {
        var total = Enumerable.Range(1, 29).Sum(n => Policy.DelayAfter(n, 0.5)!.Value.TotalHours);
        Assert.InRange(total, 70, 76);
    }

    [Fact]
    public void A_worker_holds_a_destination_longer_than_a_message_takes() => Assert.True(Policy.Hold > Policy.Timeout * 2);
}
