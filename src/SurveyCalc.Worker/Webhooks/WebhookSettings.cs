using SurveyCalc.Indicators;

namespace SurveyCalc.Worker.Webhooks;

/// <summary>Destinations from the settings (配信の設定).</summary>
internal static class WebhookSettings
{
    /// <summary>Everything that is wrong, each with its key and its remedy; empty when all is well. Shows no key and no URL.</summary>
    public static IReadOnlyList<string> Check(SurveyCalcOptions options) => Read(options).Problems;

    /// <summary>The destinations.</summary>
    /// <exception cref="OperatorException">The settings are wrong; all mistakes are told together.</exception>
    public static IReadOnlyList<WebhookDestination> Destinations(SurveyCalcOptions options)
    {
        var (destinations, problems) = Read(options);
        return problems.Count == 0 ? destinations : throw new OperatorException(string.Join('\n', problems));
    }

    private static (IReadOnlyList<WebhookDestination> Destinations, IReadOnlyList<string> Problems) Read(SurveyCalcOptions options)
    {
        var (destinations, problems) = (new List<WebhookDestination>(), new List<string>());
        if (options.WebhookAttempts is < 1 or > 1000) Add(nameof(options.WebhookAttempts), WebhookTexts.NotAttempts);
        for (var i = 0; i < options.WebhookHosts.Count; i++)
            if (!AllowedHosts.CanRead(options.WebhookHosts[i])) Add($"{nameof(options.WebhookHosts)}:{i}", WebhookTexts.NotAHost);
        var hosts = AllowedHosts.Of(options.WebhookHosts);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < options.Webhooks.Count; i++)
        {
            var (webhook, key) = (options.Webhooks[i], $"{nameof(options.Webhooks)}:{i}");
            if (webhook.Name.Trim().Length == 0) Add($"{key}:{nameof(webhook.Name)}", WebhookTexts.NoName);
            else if (!names.Add(webhook.Name)) Add($"{key}:{nameof(webhook.Name)}", WebhookTexts.Taken(webhook.Name));
            if (FaultOf(webhook.Url, hosts, out var url) is { } fault) Add($"{key}:{nameof(webhook.Url)}", fault);
            if (WebhookSecret.Read(webhook.Secret, out var present) is { } noKey) Add($"{key}:{nameof(webhook.Secret)}", noKey);
            byte[] previous = [];
            if (webhook.PreviousSecret.Length > 0 && WebhookSecret.Read(webhook.PreviousSecret, out previous) is { } noOther)
                Add($"{key}:{nameof(webhook.PreviousSecret)}", noOther);
            destinations.Add(new WebhookDestination(webhook.Name, url, previous.Length == 0 ? [present] : [present, previous]));
        }

        return (destinations, problems);

        void Add(string key, string problem) => problems.Add($"設定 {key}: {problem}");
    }

    private static string? FaultOf(string text, AllowedHosts hosts, out Uri url)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out url!))
        {
            url = new Uri("about:blank");
            return WebhookTexts.NotAUrl;
        }

        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) return WebhookTexts.NotHttp;
        if (url.UserInfo.Length > 0) return WebhookTexts.HasUser;
        return hosts.Allows(url) ? null : WebhookTexts.NotListed(url.IsDefaultPort ? url.Host : $"{url.Host}:{url.Port}");
    }
}
