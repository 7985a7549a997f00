using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Indicators.Deliveries;

/// <summary>
/// One revision on its way to one destination (配信). The revisions stand in a chain without gaps, so the chain is the
/// outbox: a revision that is stored is a message that will be sent.
/// </summary>
/// <param name="Sequence">Place in the chain, from 1 without gaps.</param>
/// <param name="Hash">Hash of the link; names the message.</param>
/// <param name="Actual">The revision.</param>
/// <param name="Attempts">How often it was tried before.</param>
public sealed record Delivery(long Sequence, string Hash, Actual Actual, int Attempts);
