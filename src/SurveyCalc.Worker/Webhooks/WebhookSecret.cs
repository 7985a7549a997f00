namespace SurveyCalc.Worker.Webhooks;

/// <summary>Reads a signing key (署名の鍵) in the form of Standard Webhooks.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_", Variable = "env:", File = "file:";
    private const int Shortest = 24, Longest = 64;

    /// <summary>Name of the variable that a setting refers to; null when it refers to none.</summary>
    public static string? VariableOf(string setting) => setting.StartsWith(Variable, StringComparison.Ordinal) ? setting[Variable.Length..] : null;

    /// <summary>The key that a setting holds or refers to.</summary>
    /// <param name="setting"><c>whsec_</c> and base64 of 24 to 64 bytes, <c>env:NAME</c> or <c>file:PATH</c>.</param>
    /// <param name="key">Its bytes.</param>
    /// <returns>What is wrong with it, without the key; null when it was read.</returns>
    public static string? Read(string setting, out byte[] key)
    {
        key = [];
        if (setting.Length == 0) return WebhookTexts.NoSecret;
        var text = setting;
        if (VariableOf(setting) is { } name)
        {
            if (Environment.GetEnvironmentVariable(name) is not { Length: > 0 } found) return WebhookTexts.NoVariable(name);
            text = found;
        }
        else if (setting.StartsWith(File, StringComparison.Ordinal))
        {
            var path = setting[File.Length..];
            try
            {
                text = System.IO.File.ReadAllText(path);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return WebhookTexts.NoSecretFile(path);
            }
        }

        text = text.Trim();
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)) return WebhookTexts.NotASecret;
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length) || length is < Shortest or > Longest) return WebhookTexts.NotASecret;
        key = bytes[..length];
        return null;
    }
}
