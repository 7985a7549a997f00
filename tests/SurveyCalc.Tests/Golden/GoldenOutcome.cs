using System.Globalization;
using System.Text.Json;
using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Golden;

/// <summary>What our code computed for a case, field by field, to be held against the expectation.</summary>
public sealed class GoldenOutcome
{
    private readonly Dictionary<string, object> _fields = [];

    public GoldenOutcome With(string field, double value) => Put(field, Estimable<double>.Of(value));

    /// <summary>A value that may be not estimable: the file then expects null.</summary>
    public GoldenOutcome With(string field, Estimable<double> value) => Put(field, value);

    /// <summary>A printed text, compared character by character.</summary>
    public GoldenOutcome With(string field, string printed) => Put(field, printed);

    public GoldenOutcome With(string field, bool value) => Put(field, value);

    public GoldenOutcome With(string field, IReadOnlyList<double> values) => Put(field, values);

    /// <summary>The fields lower and upper.</summary>
    public GoldenOutcome With(Estimable<Interval> interval) =>
        With("lower", interval.Select(bounds => bounds.Lower)).With("upper", interval.Select(bounds => bounds.Upper));

    /// <inheritdoc cref="With(Estimable{Interval})"/>
    public GoldenOutcome With(Interval interval) => With(Estimable<Interval>.Of(interval));

    /// <summary>Fails unless every asserted field was computed and agrees.</summary>
    public void Verify(GoldenCase one)
    {
        foreach (var expected in one.Expected.EnumerateObject().Where(field => GoldenRules.IsAsserted(one, field.Name)))
        {
            Assert.True(_fields.TryGetValue(expected.Name, out var actual), $"{one.Id}: the runner does not compute the field {expected.Name}.");
            Assert.True(Agrees(one, expected.Value, actual!), string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Id}: {expected.Name} is {Show(actual!)}, expected {expected.Value.GetRawText()} within {one.Absolute} + {one.Relative}·|expected|."));
        }
    }

    private static bool Agrees(GoldenCase one, JsonElement expected, object actual) => (expected.ValueKind, actual) switch
    {
        (JsonValueKind.Null, Estimable<double> value) => !value.IsEstimable,
        (JsonValueKind.Number, Estimable<double> value) => value.IsEstimable && one.Accepts(value.Value, expected.GetDouble()),
        (JsonValueKind.String, string printed) => printed == expected.GetString(),
        (JsonValueKind.True or JsonValueKind.False, bool value) => value == expected.GetBoolean(),
        (JsonValueKind.Array, IReadOnlyList<double> values) => values.Count == expected.GetArrayLength()
            && expected.EnumerateArray().Zip(values).All(pair => one.Accepts(pair.Second, pair.First.GetDouble())),
        _ => false,
    };

    private static string Show(object actual) => actual is IReadOnlyList<double> list
        ? string.Join(" ", list.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))
        : $"{actual}";

    private GoldenOutcome Put(string field, object value)
    {
        _fields.Add(field, value);
        return this;
    }
}
