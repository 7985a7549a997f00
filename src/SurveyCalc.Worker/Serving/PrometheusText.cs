using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Worker.Webhooks;
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

    /// <param name="ledger">Figures of all processes; null when the database does not answer: then they are left out.</param>
    public string Write(LedgerFigures? ledger)
    {
        var text = new StringBuilder();
        Head(text, "surveycalc_store_up", "Whether the database answers.", "gauge");
        Line(text, "surveycalc_store_up", "", ledger is null ? 0 : 1);
        if (ledger is not null) Write(text, ledger);
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

    private static void Write(StringBuilder text, LedgerFigures ledger)
    {
        Head(text, "surveycalc_runs", "Runs in the ledger, by kind and state.", "gauge");
        foreach (var run in ledger.Runs) Line(text, "surveycalc_runs", $"{{kind=\"{run.Kind}\",state=\"{run.State}\"}}", run.Count);
        Head(text, "surveycalc_queue_length", "Runs that wait.", "gauge");
        Line(text, "surveycalc_queue_length", "", ledger.Runs.Where(r => r.State is RunState.Waiting).Sum(r => r.Count));
        if (ledger.LastNight is { } night)
        {
            Head(text, "surveycalc_nightly_last_success_seconds", "When the last nightly run succeeded, in seconds since 1970.", "gauge");
            Line(text, "surveycalc_nightly_last_success_seconds", "", night.ToUnixTimeSeconds());
        }

        Deliveries("surveycalc_delivery_lag", "Revisions that a destination has not had yet.", d => d.Head - d.Delivered);
        Deliveries("surveycalc_delivery_dead", "Revisions that were given up.", d => d.Dead.Count);
        Deliveries("surveycalc_delivery_stopped", "Whether a destination said that it is gone.", d => d.IsStopped ? 1 : 0);

        void Deliveries(string name, string help, Func<DestinationProgress, double> value)
        {
            Head(text, name, help, "gauge");
            foreach (var destination in ledger.Deliveries) Line(text, name, $"{{destination=\"{Escape(destination.Name)}\"}}", value(destination));
        }
    }

    private static string Escape(string label) => label
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

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
