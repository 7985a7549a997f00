using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Worker.Serving;

/// <summary>Sums up the counters of this process and writes them as Prometheus reads them.</summary>
internal sealed class PrometheusText : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, (string Help, SortedDictionary<string, double> Values)> families = new(StringComparer.Ordinal);

    public PrometheusText()
    {
        listener.InstrumentPublished = (instrument, on) =>
        {
            if (instrument.Meter.Name == RunMeter.Name) on.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    /// <param name="runs">Runs of the ledger, of all processes.</param>
    public string Write(IReadOnlyList<RunCount> runs)
    {
        var text = new StringBuilder();
        Head(text, "surveycalc_runs", "Runs in the ledger, by kind and state.", "gauge");
        foreach (var run in runs) Line(text, "surveycalc_runs", $"{{kind=\"{run.Kind}\",state=\"{run.State}\"}}", run.Count);
        Head(text, "surveycalc_queue_length", "Runs that wait.", "gauge");
        Line(text, "surveycalc_queue_length", "", runs.Where(r => r.State is RunState.Waiting).Sum(r => r.Count));
        lock (gate)
        {
            foreach (var (name, (help, values)) in families)
            {
                Head(text, name, help, "counter");
                foreach (var (labels, value) in values) Line(text, name, labels, value);
            }
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = tags.Length == 0 ? "" : $"{{{string.Join(',', tags.ToArray().Select(t => $"{t.Key}=\"{t.Value}\""))}}}";
        lock (gate)
        {
            if (!families.TryGetValue(instrument.Name, out var family))
                families[instrument.Name] = family = (instrument.Description ?? "", new SortedDictionary<string, double>(StringComparer.Ordinal));
            family.Values[labels] = family.Values.GetValueOrDefault(labels) + value;
        }
    }

    private static void Head(StringBuilder text, string name, string help, string type) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");

    private static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {value:R}\n");
}
