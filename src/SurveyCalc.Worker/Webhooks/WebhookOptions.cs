namespace SurveyCalc.Worker.Webhooks;

/// <summary>A destination of revisions as the settings write it (配信先), section <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>Name by which the ledger and the commands know it. A new name starts with the first revision there is.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where messages are posted: http or https, its host listed in <see cref="SurveyCalcOptions.WebhookHosts"/>.</summary>
    public string Url { get; set; } = "";

    /// <summary>
    /// Key that signs messages: <c>whsec_</c> and base64, or where it is kept: <c>env:NAME</c> or <c>file:PATH</c>.
    /// </summary>
    public string Secret { get; set; } = "";

    /// <summary>The key before, in the same forms, while it is being changed: messages carry both signatures then.</summary>
    public string PreviousSecret { get; set; } = "";
}
