using System.Text.Json;
using System.Text.Json.Serialization;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators;

/// <summary>A breakdown as the planner writes it: <c>"性別×年代"</c>.</summary>
internal sealed class BreakdownConverter : JsonConverter<Breakdown>
{
    public override Breakdown Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Breakdown.TryParse(reader.GetString() ?? "") ?? throw new JsonException("A breakdown names an attribute.");

    public override void Write(Utf8JsonWriter writer, Breakdown value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
