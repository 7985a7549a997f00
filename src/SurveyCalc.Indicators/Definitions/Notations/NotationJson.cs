using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>JSON of what was read: camelCase, the kind of a meaning first, a fiscal year as the number of its first calendar year.</summary>
public static class NotationJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        foreach (var converter in CanonicalJson.Options.Converters) options.Converters.Add(converter);
        return options;
    }
}
