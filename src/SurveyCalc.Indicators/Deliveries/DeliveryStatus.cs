namespace SurveyCalc.Indicators.Deliveries;

/// <summary>How far a destination is (配信の状況).</summary>
/// <param name="Destination">Name from the settings.</param>
/// <param name="Delivered">Every sequence up to this one is delivered or dead.</param>
/// <param name="Head">Last sequence of the chain.</param>
/// <param name="Dead">Sequences that were given up, by number.</param>
/// <param name="LastError">Error of the last failed attempt; empty when the last one succeeded.</param>
/// <param name="NotBefore">Earliest next attempt after a failure; null when nothing failed.</param>
public sealed record DeliveryStatus(
    string Destination, long Delivered, long Head, IReadOnlyList<long> Dead, string LastError, DateTimeOffset? NotBefore);
