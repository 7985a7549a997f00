using SurveyCalc.Storage;

namespace SurveyCalc.Worker.Work;

/// <summary>When a failed attempt is followed by another (再試行).</summary>
internal static class RetryRule
{
    /// <summary>Attempts of a run that failed for a reason which is not known to pass.</summary>
    private const int Others = 2;

    /// <summary>Pause before the next attempt; null when there is none.</summary>
    /// <param name="fault">What stopped this attempt.</param>
    /// <param name="attempt">Number of this attempt, from 1.</param>
    /// <param name="options">Attempts and pauses.</param>
    /// <param name="jitter">0 to 1: spreads workers that failed at the same moment.</param>
    /// <returns>Between half and all of FirstDelay × 2^(attempt − 1), at most MostDelay.</returns>
    public static TimeSpan? DelayAfter(Exception fault, int attempt, SurveyCalcOptions options, double jitter)
    {
        if (attempt >= (MayPass(fault) ? options.Attempts : Math.Min(Others, options.Attempts))) return null;
        var full = Math.Min(options.FirstDelay.TotalSeconds * Math.Pow(2, attempt - 1), options.MostDelay.TotalSeconds);
        return TimeSpan.FromSeconds(full * (1 + jitter) / 2);
    }

    /// <summary>True when the same work may succeed a moment later.</summary>
    public static bool MayPass(Exception fault) => fault is StoreException { IsTransient: true } or IOException or TimeoutException;
}
