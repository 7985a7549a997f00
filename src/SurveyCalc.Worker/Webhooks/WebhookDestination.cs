namespace SurveyCalc.Worker.Webhooks;

/// <summary>A destination whose settings were checked (配信先).</summary>
/// <param name="Name">Name in the ledger.</param>
/// <param name="Url">Where messages are posted.</param>
/// <param name="Keys">Keys that sign, the present one first. At least one.</param>
internal sealed record WebhookDestination(string Name, Uri Url, IReadOnlyList<byte[]> Keys);
