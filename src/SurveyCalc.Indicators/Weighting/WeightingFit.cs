using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Weighting;

/// <summary>A calibration with the words for its categories.</summary>
internal sealed class WeightingFit
{
    private readonly IReadOnlyList<(string Name, IReadOnlyList<string> Labels)> names;

    private WeightingFit(Calibration calibration, IReadOnlyList<(string Name, IReadOnlyList<string> Labels)> names) =>
        (Calibration, this.names) = (calibration, names);

    public Calibration Calibration { get; }

    /// <summary>Fits the weights of the layout to the margins.</summary>
    /// <returns>Null when the settings ask for no weighting, or when there are reasons.</returns>
    public static WeightingFit? Of(WeightingSource source, SampleLayout layout, int[] rows, ICollection<string> reasons, ICollection<string> notes)
    {
        if (source.Settings.Weighting is not { } rule) return null;
        var margins = new List<CalibrationMargin>();
        var names = new List<(string Name, IReadOnlyList<string> Labels)>();
        foreach (var margin in source.Margins)
        {
            var all = margin.Categories();
            int[] categories = [.. rows.Select(r => all[r])];
            var unknown = categories.Count(c => c < 0);
            var name = margin.By.ToString();
            if (unknown > 0 && rule.Unknown is UnknownAttributePolicy.Spread)
            {
                var partial = PartlyKnown.Of(margin, rows, categories);
                margins.Add(UnknownCategories.Spread(partial.Categories, margin.Counts, partial.Cells, layout.Weights));
                names.Add((name, [.. margin.Labels, .. partial.Labels]));
                notes.Add(WeightingNotes.Spread(name, unknown));
                continue;
            }

            margins.Add(unknown == 0
                ? new CalibrationMargin(categories, margin.Counts)
                : UnknownCategories.OwnCategory(categories, margin.Counts, layout.Weights));
            names.Add((name, [.. margin.Labels, WeightingReasons.UnknownLabel]));
            if (unknown > 0) notes.Add(WeightingNotes.OwnCategory(name, unknown));
        }

        var outcome = Calibrate.Of(rule.Method, layout.Weights, margins, new CalibrationOptions(rule.Limits));
        foreach (var problem in outcome.Problems) reasons.Add(WeightingReasons.Of(problem, names, rule.Limits));
        return outcome.TryGet(out var calibration) ? new WeightingFit(calibration, names) : null;
    }

    /// <summary>What the fit did.</summary>
    public WeightingReport Report(int excluded, IReadOnlyList<string> notes)
    {
        var before = Calibration.Margins.ToLookup(c => c.Margin);
        var totals = before.ToDictionary(m => m.Key, m => (Before: m.Sum(c => c.Before), After: m.Sum(c => c.After)));
        return new WeightingReport(
            Calibration.DesignWeights.Summarise(), Calibration.Summary,
            [.. Calibration.Margins.Select(c => new WeightingReport.Category(
                names[c.Margin].Name, names[c.Margin].Labels[c.Category], c.Respondents,
                c.Before / totals[c.Margin].Before, c.After / totals[c.Margin].After, c.Population))],
            Calibration.Sweeps, excluded, notes);
    }
}
