namespace SurveyCalc.Worker.Webhooks;

/// <summary>How long and how often a message is tried (再送).</summary>
/// <param name="Attempts">After so many failures a message is dead and the next follows. At least 1.</param>
internal sealed record DeliveryPolicy(int Attempts)
{
    /// <summary>Pause after the first failure; it doubles with each further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest pause.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Until there is a connection.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Until there is an answer, connecting included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A worker that is silent for so long loses the destination. Longer than <see cref="Timeout"/>.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>How often a destination that has nothing to send is looked at.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Pause of a destination that is stopped (停止): nothing more is sent until somebody lets it be sent again, and nothing is
    /// given up meanwhile.
    /// </summary>
    public static TimeSpan ForGood { get; } = TimeSpan.FromDays(36_525);

    /// <summary>Whether a next attempt at this time means that the destination is stopped.</summary>
    public static bool IsForGood(DateTimeOffset? nextAttempt, DateTimeOffset now) => nextAttempt - now > ForGood / 2;

    /// <summary>The pause before the next attempt; null when there is none any more.</summary>
    /// <param name="failures">Failures so far, at least 1.</param>
    /// <param name="chance">A random number in [0, 1), so that workers and receivers do not meet in step.</param>
    /// <returns>Between 0.8 and 1.2 of the doubled pause, never above <see cref="LongestDelay"/>.</returns>
    public TimeSpan? DelayAfter(int failures, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        if (failures >= Attempts) return null;
        var doubled = FirstDelay * Math.Min(Math.Pow(2, failures - 1), LongestDelay / FirstDelay);
        return TimeSpan.FromTicks(Math.Min((doubled * (0.8 + 0.4 * chance)).Ticks, LongestDelay.Ticks));
    }
}
