using System.Text.Json;

namespace SurveyCalc.Tests.Golden;

/// <summary>One reference value: inputs, expectation and tolerance.</summary>
public sealed class GoldenCase
{
    private readonly JsonElement _inputs;

    internal GoldenCase(string file, JsonElement element)
    {
        File = file;
        Id = element.GetProperty("id").GetString()!;
        Method = element.GetProperty("method").GetString()!;
        Notes = Text(element, "notes");
        Status = Text(element, "status");
        Expected = element.GetProperty("expected");
        _inputs = element.GetProperty("inputs");
        var tolerance = element.GetProperty("tolerance");
        Absolute = tolerance.GetProperty("abs").GetDouble();
        Relative = tolerance.GetProperty("rel").GetDouble();
    }

    public string File { get; }

    public string Id { get; }

    public string Method { get; }

    /// <summary>Remark of the file, or empty.</summary>
    public string Notes { get; }

    /// <summary>Status of the file, or empty.</summary>
    public string Status { get; }

    public JsonElement Expected { get; }

    public double Absolute { get; }

    public double Relative { get; }

    /// <summary>True when the input is there and not null.</summary>
    public bool Has(string input) => _inputs.TryGetProperty(input, out var value) && value.ValueKind != JsonValueKind.Null;

    public JsonElement Input(string input) => _inputs.GetProperty(input);

    public long Count(string input) => Input(input).GetInt64();

    /// <summary>A count that may be absent or null.</summary>
    public long? OptionalCount(string input) => Has(input) ? Count(input) : null;

    public double Number(string input) => Input(input).GetDouble();

    /// <summary>A text input; empty when absent.</summary>
    public string Text(string input) => Text(_inputs, input);

    /// <summary>True when actual is within the tolerance of the case. NaN never is.</summary>
    public bool Accepts(double actual, double expected) => Math.Abs(actual - expected) <= Absolute + (Relative * Math.Abs(expected));

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
