using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Weighting;

/// <summary>Snapshot × design × population tables → frame (標本設計とウエイト調整).</summary>
public static class BuildWaveFrame
{
    /// <summary>Question ids whose columns the design and the weighting need.</summary>
    public static IReadOnlyCollection<string> QuestionsOf(SurveySettings settings) =>
        [.. new[] { settings.Design.Stratum, settings.Design.Unit }.OfType<string>()
            .Concat(settings.Weighting?.Margins.SelectMany(m => m.Questions) ?? []).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// True when figures need a frame: any design but simple random, weights in the file, or a weighting. Without one the
    /// closed formulas for simple random samples apply.
    /// </summary>
    public static bool IsNeeded(WaveSnapshot snapshot, SurveySettings settings) =>
        settings.Design.Kind is not SampleKind.SimpleRandom || settings.Weighting is not null || snapshot.Weights is not null;

    /// <summary>Builds the frame.</summary>
    /// <param name="snapshot">Holds the columns of <see cref="QuestionsOf"/>.</param>
    /// <param name="codeBook">Its code book.</param>
    /// <param name="settings">Design and weighting.</param>
    /// <param name="population">Size of the population, or null.</param>
    /// <param name="tables">Population tables of the wave.</param>
    /// <returns>A frame, or every reason found why there is none.</returns>
    /// <remarks>
    /// Weights start from those of the file, else from N_h/n_h of a stratified sample with a population table of its strata,
    /// else from 1. Strata of that table have its finite population correction, a simple random sample that of
    /// <paramref name="population"/>; clusters have none, since the number of all clusters is unknown.
    /// </remarks>
    public static WaveFrameOutcome Of(
        WaveSnapshot snapshot, CodeBook codeBook, SurveySettings settings, Population? population, IReadOnlyList<PopulationBreakdown> tables)
    {
        var (reasons, notes) = (new List<string>(), new List<string>());
        if (snapshot.Respondents == 0) return new WaveFrameOutcome(null, [WeightingReasons.Nobody(snapshot.Wave)]);
        if (WeightingSource.Of(snapshot, codeBook, settings, population, tables, reasons) is not { } source) return new WaveFrameOutcome(null, reasons);
        var rows = source.IncludedRows(snapshot.Respondents, reasons);
        if (rows.Length == 0) reasons.Add(WeightingReasons.Nobody(snapshot.Wave));
        if (reasons.Count > 0) return new WaveFrameOutcome(null, reasons);

        if (rows.Length < snapshot.Respondents) notes.Add(WeightingNotes.Excluded(snapshot.Respondents - rows.Length));
        var given = snapshot.Weights is { } column ? new Weights([.. rows.Select(r => column.Values[r])], column.Decimals) : null;
        if (SampleLayout.Of(source, rows, given, reasons, notes) is not { } layout) return new WaveFrameOutcome(null, reasons);
        AddNotesOnTables(source, notes);

        var weighting = WeightingFit.Of(source, layout, rows, reasons, notes);
        if (reasons.Count > 0) return new WaveFrameOutcome(null, reasons);
        var frame = weighting is null
            ? DesignFrame.Of(layout.Design, layout.Strata, layout.Units, layout.Weights)
            : DesignFrame.Of(layout.Design, layout.Strata, layout.Units, weighting.Calibration);
        if (frame.EmptyStrata.Count > 0) notes.Add(WeightingNotes.EmptyStrata(settings.Design.Stratum ?? "", frame.EmptyStrata.Select(h => layout.Labels[h])));
        if (frame.SingleUnitStrata.Count > 0)
            notes.Add(WeightingNotes.SingleUnits(frame.SingleUnitStrata.Select(h => layout.Labels[h]), settings.Design.SingleUnits));

        var groupOf = new int[snapshot.Respondents];
        Array.Fill(groupOf, frame.Groups.Count);
        for (var i = 0; i < rows.Length; i++) groupOf[rows[i]] = frame.GroupOf[i];
        var report = weighting?.Report(snapshot.Respondents - rows.Length, notes);
        return new WaveFrameOutcome(new WaveFrame(frame, groupOf, rows, report) { Notes = notes, StratumLabels = layout.Labels }, []);
    }

    private static void AddNotesOnTables(WeightingSource source, List<string> notes)
    {
        foreach (var table in source.Margins.Append(source.StratumMargin).OfType<PopulationMargin>().Select(m => m.Table).Distinct())
        {
            var total = table.Cells.Sum(c => c.Count);
            if (source.Population is { } population && population.Count != total) notes.Add(WeightingNotes.TotalDiffers(table, total, population.Count));
            if (CountDate.FiscalYearOf(table.AsOf) is { } year && year != table.Wave.FiscalYear) notes.Add(WeightingNotes.AnotherYear(table));
        }
    }
}
