using System.Globalization;
using Npgsql;
using SurveyCalc.Indicators;
using SurveyCalc.Storage;
using SurveyCalc.Worker.Scheduling;
using SurveyCalc.Worker.Webhooks;

namespace SurveyCalc.Worker.Serving;

/// <summary>Looks at all settings before anything starts and reports every mistake with its key (設定の点検).</summary>
internal static class SettingsCheck
{
    private const string Prefix = "SURVEYCALC_";
    private static readonly string[] ForTests = [FailPoint.Variable, Prefix + "TEST_DB"];

    /// <exception cref="OperatorException">There are mistakes; one line for each.</exception>
    public static void Require(IConfiguration configuration, DateTimeOffset now)
    {
        var mistakes = Of(configuration, Variables(), now);
        if (mistakes.Count > 0) throw new OperatorException(string.Join('\n', mistakes));
    }

    /// <summary>All mistakes, in the order of the settings, then keys that nothing knows.</summary>
    /// <param name="configuration">What was read.</param>
    /// <param name="variables">Names of the environment.</param>
    /// <param name="now">A schedule has to be due after it.</param>
    public static IReadOnlyList<string> Of(IConfiguration configuration, IEnumerable<string> variables, DateTimeOffset now)
    {
        var section = configuration.GetSection(SurveyCalcOptions.Section);
        var properties = typeof(SurveyCalcOptions).GetProperties();
        var mistakes = new List<string>();
        foreach (var property in properties)
        {
            // The same order of precedence as the options: what stands at the root comes last.
            var text = configuration[property.Name] ?? section[property.Name];
            if (text is not null && WrongWith(property.Name, property.PropertyType, text, now) is { } expected)
                mistakes.Add($"設定 {SurveyCalcOptions.Section}:{property.Name} の「{Shown(property.Name, text)}」は使えません。{expected}");
        }

        if (mistakes.Count == 0 && Bound(configuration) is var bound && bound.MostDelay < bound.FirstDelay)
            mistakes.Add($"設定 {SurveyCalcOptions.Section}:{nameof(bound.MostDelay)} は {nameof(bound.FirstDelay)} 以上にしてください。");
        if (mistakes.Count == 0) mistakes.AddRange(WebhookSettings.Check(Bound(configuration)));
        var secrets = SecretVariables(configuration, section);
        var known = properties.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        mistakes.AddRange(section.GetChildren().Where(c => !known.Contains(c.Key)).Select(c =>
            $"設定 {SurveyCalcOptions.Section}:{c.Key} はありません。つづりを確かめるか、消してください。使えるもの: {string.Join("、", properties.Select(p => p.Name))}"));
        mistakes.AddRange(variables
            .Where(v => v.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !ForTests.Contains(v, StringComparer.OrdinalIgnoreCase) && !secrets.Contains(v)
                && !known.Contains(v[Prefix.Length..].Split("__") is [SurveyCalcOptions.Section, var second, ..] ? second : v[Prefix.Length..].Split("__")[0]))
            .Order(StringComparer.Ordinal)
            .Select(v => $"環境変数 {v} に当たる設定はありません。つづりを確かめるか、消してください。"));
        return mistakes;
    }

    /// <summary>What is expected instead; null when the text will do.</summary>
    private static string? WrongWith(string name, Type type, string text, DateTimeOffset now)
    {
        if (type == typeof(bool)) return bool.TryParse(text, out _) ? null : "true か false にしてください。";
        if (type == typeof(int) || type == typeof(long))
        {
            var (least, most) = name switch
            {
                nameof(SurveyCalcOptions.ParallelRuns) => (1L, 64L),
                nameof(SurveyCalcOptions.Attempts) => (1, 100),
                nameof(SurveyCalcOptions.StagedDays) => (1, 36_500),
                nameof(SurveyCalcOptions.UploadLimit) => (1, 100L << 30),
                _ => (0, type == typeof(int) ? int.MaxValue : long.MaxValue),
            };
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"{least:N0}から{most:N0}までの整数にしてください。");
        }

        if (type == typeof(TimeSpan))
        {
            var least = name == nameof(SurveyCalcOptions.Silence) ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(10);
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= least && span <= TimeSpan.FromDays(1)
                ? null
                : $"{least.ToString("c", CultureInfo.InvariantCulture)}から1日までの時間を「時:分:秒」(例: 00:00:30)で書いてください。";
        }

        return name switch
        {
            nameof(SurveyCalcOptions.Nightly) => QuartzSchedule.IsValid(text, now) ? null : "「秒 分 時 日 月 曜日」の順に書いてください(例: 毎日2時は 0 0 2 * * ?)。",
            nameof(SurveyCalcOptions.Urls) => text.Split(';').All(IsUrl) ? null : "http://127.0.0.1:5080 のような、このサーバーで受け付けるアドレスを書いてください。",
            nameof(SurveyCalcOptions.LogFormat) => text is SurveyCalcOptions.TextLog or SurveyCalcOptions.JsonLog ? null : $"{SurveyCalcOptions.TextLog} か {SurveyCalcOptions.JsonLog} にしてください。",
            nameof(SurveyCalcOptions.DataFolder) => text.Length > 0 ? null : "フォルダーを書いてください。",
            nameof(SurveyCalcOptions.Database) => IsConnection(text) ? null : "Host=…;Database=…;Username=… の形の接続文字列を書くか、空にしてください。",
            _ => null,
        };
    }

    private static bool IsUrl(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? Uri.TryCreate(text.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out _)
            : false;

    private static bool IsConnection(string text)
    {
        try
        {
            return text.Length == 0 || new NpgsqlConnectionStringBuilder(text) is { Host.Length: > 0, Database.Length: > 0 };
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return false;
        }
    }

    /// <summary>A connection string may hold a password.</summary>
    private static string Shown(string name, string text) => name == nameof(SurveyCalcOptions.Database) ? "…" : text;

    private static SurveyCalcOptions Bound(IConfiguration configuration)
    {
        var options = new SurveyCalcOptions();
        configuration.GetSection(SurveyCalcOptions.Section).Bind(options);
        configuration.Bind(options);
        return options;
    }

    /// <summary>Variables that keep a webhook's key may have any name.</summary>
    private static HashSet<string> SecretVariables(params IEnumerable<IConfiguration> places) => places
        .SelectMany(place => place.GetSection(nameof(SurveyCalcOptions.Webhooks)).GetChildren())
        .SelectMany(webhook => new[] { webhook[nameof(WebhookOptions.Secret)], webhook[nameof(WebhookOptions.PreviousSecret)] })
        .Select(setting => setting is null ? null : WebhookSecret.VariableOf(setting)).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Variables() => Environment.GetEnvironmentVariables().Keys.Cast<string>();
}
