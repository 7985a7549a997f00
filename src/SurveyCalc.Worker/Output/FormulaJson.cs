using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Definitions.Formulas;

namespace SurveyCalc.Worker.Output;

/// <summary>The outcome of reading a 算式 as JSON: always the same fields, null where they do not apply.</summary>
internal static class FormulaJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(FormulaRead read) => JsonSerializer.Serialize(Of(read), Json);

    public static string Write(IReadOnlyList<FormulaRead> reads) => JsonSerializer.Serialize(reads.Select(Of), Json);

    private static Shown Of(FormulaRead read) => new(
        read.Printed, read.IsRead, read.Canonical, read.IsRead ? read.Bound is not null : null, read.Bound?.Question, read.Formula?.Meaning,
        read.Formula?.Base?.Words, read.Bound?.Rule, read.Bound?.Base, read.Notes, read.Refusal);

    /// <summary>The fields in their order.</summary>
    private sealed record Shown(
        string Text,
        bool IsRead,
        string? Canonical,
        bool? IsBound,
        string? Question,
        FormulaMeaning? Meaning,
        string? StatedBase,
        AggregationRule? Rule,
        BaseRule? Base,
        IReadOnlyList<string> Notes,
        FormulaRefusal? Refusal);
}
