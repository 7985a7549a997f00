using System.Text.Json;
using System.Text.Json.Serialization;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators;

/// <summary>Limits of the factors as their two numbers: <c>[0.3,3]</c>.</summary>
internal sealed class FactorLimitsConverter : JsonConverter<FactorLimits>
{
    public override FactorLimits Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<double[]>(ref reader, options) is [var lower, var upper]
            ? new FactorLimits(lower, upper)
            : throw new JsonException("Limits are two numbers.");

    public override void Write(Utf8JsonWriter writer, FactorLimits value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new[] { value.Lower, value.Upper }, options);
}
