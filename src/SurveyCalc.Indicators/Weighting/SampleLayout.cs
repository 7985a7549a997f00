using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Weighting;

/// <summary>Design, strata, clusters and weights before calibration of the included respondents (標本の配置).</summary>
/// <param name="Design">The design with the populations of its strata.</param>
/// <param name="Strata">Stratum of each respondent; empty when there is one.</param>
/// <param name="Units">Cluster of each respondent; empty unless clustered.</param>
/// <param name="Labels">Label of each stratum.</param>
/// <param name="Weights">Weights of the file, or N_h/n_h, or ones.</param>
internal sealed record SampleLayout(Design Design, int[] Strata, int[] Units, IReadOnlyList<string> Labels, Weights Weights)
{
    /// <summary>Lays out the respondents.</summary>
    /// <param name="source">What is known of the wave.</param>
    /// <param name="rows">Rows of the included respondents.</param>
    /// <param name="given">Weights of the file for these rows, or null.</param>
    /// <param name="reasons">Receives why it cannot be done.</param>
    /// <param name="notes">Receives what a reader should know.</param>
    public static SampleLayout? Of(WeightingSource source, int[] rows, Weights? given, ICollection<string> reasons, ICollection<string> notes)
    {
        var design = source.Settings.Design;
        switch (design.Kind)
        {
            case SampleKind.Stratified when source.StratumMargin is { } margin:
                return Stratified(source, margin, rows, given, reasons, notes);
            case SampleKind.Stratified when design.Stratum is not null:
                var (strata, labels) = WithoutTable(source.Columns[design.Stratum], rows, notes);
                notes.Add(WeightingNotes.StrataWithoutTable(design.Stratum, given is not null));
                return new SampleLayout(
                    Design.Stratified(labels.Select(_ => (long?)null), design.SingleUnits), strata, [], labels, given ?? Weights.Ones(rows.Length));
            case SampleKind.Clustered when design.Unit is not null:
                var (within, names) = design.Stratum is null ? ([], [""]) : WithoutTable(source.Columns[design.Stratum], rows, notes);
                var units = source.Columns[design.Unit].ChoiceOf;
                notes.Add(WeightingNotes.ClustersUncorrected());
                if (given is null) notes.Add(WeightingNotes.ClustersWithoutWeights());
                return new SampleLayout(
                    Design.Clustered(names.Select(_ => (long?)null), design.SingleUnits), within, [.. rows.Select(r => units[r])], names,
                    given ?? Weights.Ones(rows.Length));
            case SampleKind.WeightsOnly when given is not null:
                return new SampleLayout(Design.WeightsOnly, [], [], [""], given);
            case SampleKind.WeightsOnly:
                reasons.Add(WeightingReasons.WeightsMissing(source.Wave));
                return null;
            case SampleKind.SimpleRandom when source.Population?.Count < rows.Length:
                reasons.Add(WeightingReasons.PopulationTooSmall(rows.Length, source.Population.Count));
                return null;
            case SampleKind.SimpleRandom:
                return new SampleLayout(Design.SimpleRandom(source.Population?.Count), [], [], [""], given ?? Weights.Ones(rows.Length));
            default:
                reasons.Add(WeightingReasons.DesignIncomplete(design.Kind));
                return null;
        }
    }

    private static SampleLayout? Stratified(
        WeightingSource source, PopulationMargin margin, int[] rows, Weights? given, ICollection<string> reasons, ICollection<string> notes)
    {
        var all = margin.Categories();
        var table = new CalibrationMargin((int[])[.. rows.Select(r => all[r])], margin.Counts);
        List<string> labels = [.. margin.Labels];
        if (table.Categories.Span.Contains(-1))
        {
            table = UnknownCategories.OwnCategory(table.Categories, margin.Counts, given ?? Weights.Ones(rows.Length));
            labels.Add(WeightingReasons.UnknownLabel);
            notes.Add(WeightingNotes.OwnStratum(margin.By.ToString(), table.Categories.Span.Count(labels.Count - 1), hasTable: true));
        }

        var (categories, before) = (table.Categories.ToArray(), reasons.Count);
        var sampled = new long[labels.Count];
        foreach (var category in categories) sampled[category]++;
        for (var h = 0; h < labels.Count; h++)
            if (sampled[h] > table.Population[h])
                reasons.Add(WeightingReasons.StratumTooSmall(margin.By.ToString(), labels[h], sampled[h], table.Population[h]));
        if (reasons.Count > before) return null;

        // A stratum that nobody lives in is none.
        int[] kept = [.. Enumerable.Range(0, labels.Count).Where(h => table.Population[h] > 0)];
        int[] strata = [.. categories.Select(h => Array.IndexOf(kept, h))];
        var design = Design.Stratified(kept.Select(h => (long?)table.Population[h]), source.Settings.Design.SingleUnits);
        return new SampleLayout(design, strata, [], [.. kept.Select(h => labels[h])], given ?? Weights.OfDesign(design, strata));
    }

    /// <summary>Strata in the order of the choices, those with respondents only; the unknown come last.</summary>
    private static (int[] Strata, IReadOnlyList<string> Labels) WithoutTable(AttributeColumn column, int[] rows, ICollection<string> notes)
    {
        var choices = column.Question.Choices;
        int[] found = [.. rows.Select(r => column.ChoiceOf[r] < 0 ? choices.Count : column.ChoiceOf[r])];
        if (found.Count(c => c == choices.Count) is > 0 and var unknown) notes.Add(WeightingNotes.OwnStratum(column.Question.Id, unknown, hasTable: false));
        int[] kept = [.. found.Distinct().Order()];
        return (
            [.. found.Select(c => Array.BinarySearch(kept, c))],
            [.. kept.Select(c => c == choices.Count ? WeightingReasons.UnknownLabel : choices[c].Label)]);
    }
}
