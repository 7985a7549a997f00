namespace SurveyCalc.Indicators.Deliveries;

/// <summary>
/// What was delivered where. A destination is served in the order of the chain by one worker at a time; a message that is
/// given up is set aside and the next follows. Times are those of the store's own clock. Every method is atomic.
/// </summary>
public interface IDeliveryLedger
{
    /// <summary>
    /// The next message for a destination, held for <paramref name="hold"/>; null when there is none, it is not due yet, or
    /// another worker holds the destination.
    /// </summary>
    /// <param name="destination">Name; a new one starts with the first revision there is.</param>
    /// <param name="node">The worker.</param>
    /// <param name="hold">After this silence another worker may take over: the message may then be sent twice.</param>
    /// <param name="cancellation">Stops the call.</param>
    Task<Delivery?> NextAsync(string destination, string node, TimeSpan hold, CancellationToken cancellation);

    /// <summary>Records a success and lets go of the destination.</summary>
    Task DeliveredAsync(string destination, long sequence, CancellationToken cancellation);

    /// <summary>Records a failure: tried again after <paramref name="delay"/>, or dead when that is null.</summary>
    Task FailedAsync(string destination, long sequence, string reason, TimeSpan? delay, CancellationToken cancellation);

    /// <summary>Sends again, from a sequence on, or one dead message.</summary>
    /// <param name="destination">A known destination.</param>
    /// <param name="sequence">First to send again.</param>
    /// <param name="onlyThis">Only this one, in its turn before what is new.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when the destination or the sequence is not known.</returns>
    Task<bool> ReplayAsync(string destination, long sequence, bool onlyThis, CancellationToken cancellation);

    /// <summary>Every destination that was ever asked for, by name.</summary>
    Task<IReadOnlyList<DeliveryStatus>> GetStatusAsync(CancellationToken cancellation);
}
