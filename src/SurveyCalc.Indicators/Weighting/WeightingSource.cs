using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Weighting;

/// <summary>Everything a design and a weighting are made from, found and readable.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="Settings">Design and weighting.</param>
/// <param name="Population">Size of the population, or null.</param>
/// <param name="Columns">Columns of the attributes by the id that the settings use.</param>
/// <param name="StratumMargin">Population of the strata of a stratified sample; null when there is no table of it.</param>
/// <param name="Margins">Margins of the weighting, in its order; empty without one.</param>
internal sealed record WeightingSource(
    WaveKey Wave, SurveySettings Settings, Population? Population, IReadOnlyDictionary<string, AttributeColumn> Columns,
    PopulationMargin? StratumMargin, IReadOnlyList<PopulationMargin> Margins)
{
    public UnknownAttributePolicy Unknown => Settings.Weighting?.Unknown ?? UnknownAttributePolicy.Refuse;

    /// <summary>Finds columns and tables.</summary>
    /// <returns>Null when something is missing; then there are reasons.</returns>
    public static WeightingSource? Of(
        WaveSnapshot snapshot, CodeBook codeBook, SurveySettings settings, Population? population,
        IReadOnlyList<PopulationBreakdown> tables, ICollection<string> reasons)
    {
        var columns = new Dictionary<string, AttributeColumn>(StringComparer.Ordinal);
        foreach (var id in BuildWaveFrame.QuestionsOf(settings))
            if (AttributeColumn.Of(snapshot, codeBook, id, reasons) is { } column)
                columns.Add(id, column);
        if (reasons.Count > 0) return null;

        var margins = (settings.Weighting?.Margins ?? []).Select(Margin).OfType<PopulationMargin>().ToList();
        var stratum = settings.Design is { Kind: SampleKind.Stratified, Stratum: { } id2 } ? new Breakdown(id2) : null;
        var ofStrata = stratum is null || PopulationMargin.TableFor(stratum, tables) is null ? null : Margin(stratum);
        return reasons.Count > 0 ? null : new WeightingSource(snapshot.Wave, settings, population, columns, ofStrata, margins);

        PopulationMargin? Margin(Breakdown by) => PopulationMargin.Of(by, [.. by.Questions.Select(q => columns[q])], tables, reasons);
    }

    /// <summary>
    /// Rows of the respondents that take part: all, or without those of an unknown attribute. A policy of refusing gives
    /// a reason for every attribute with unknown respondents.
    /// </summary>
    public int[] IncludedRows(int respondents, ICollection<string> reasons)
    {
        var outside = Margins.Append(StratumMargin).OfType<PopulationMargin>()
            .Select(m => (m.By, Columns: m.By.Questions.Select(q => Columns[q]).ToList(), Categories: m.Categories()))
            .DistinctBy(m => m.By).ToList();
        if (Unknown is UnknownAttributePolicy.Exclude)
            return [.. Enumerable.Range(0, respondents).Where(r => Columns.Values.All(c => c.ChoiceOf[r] >= 0) && outside.All(m => m.Categories[r] >= 0))];

        var unit = Settings.Design is { Kind: SampleKind.Clustered, Unit: { } id } ? Columns[id] : null;
        if (unit?.Unknown > 0) reasons.Add(WeightingReasons.UnknownUnit(unit.Question.Id, unit.Unknown));
        if (Unknown is UnknownAttributePolicy.Refuse)
        {
            foreach (var column in Columns.Values.Where(c => c != unit && c.Unknown > 0))
                reasons.Add(WeightingReasons.Unknown(column.Question.Id, column.Unknown, Settings.Weighting is not null));
            foreach (var (by, columns, categories) in outside)
            {
                var count = Enumerable.Range(0, respondents).Count(r => categories[r] < 0 && columns.TrueForAll(c => c.ChoiceOf[r] >= 0));
                if (count > 0) reasons.Add(WeightingReasons.OutsideTable(by.ToString(), count));
            }
        }

        return [.. Enumerable.Range(0, respondents)];
    }
}
