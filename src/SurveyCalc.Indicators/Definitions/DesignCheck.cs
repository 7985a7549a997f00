using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Weighting;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>Design, weighting and overlap of each survey against every year's code book, profile and population tables.</summary>
internal static class DesignCheck
{
    public static void Check(
        IEnumerable<(SurveySettings Settings, DefinitionRow Row)> surveys, CodeBookRead codeBooks, IReadOnlyList<ImportProfile> profiles,
        IReadOnlyList<PopulationBreakdown> tables, DefinitionCells cells)
    {
        if (!codeBooks.IsComplete) return;
        foreach (var (settings, row) in surveys)
        {
            var years = codeBooks.Of(settings.Survey).ToList();
            if (years.Count == 0) continue;
            var named = new[] { ("層", settings.Design.Stratum), ("抽出単位", settings.Design.Unit) }
                .Concat((settings.Weighting?.Margins ?? []).SelectMany(m => m.Questions).Distinct().Select(q => ("調整の区分", (string?)q)));
            foreach (var (header, id) in named)
                if (id is not null)
                    CheckAttribute(row, header, id, years, codeBooks, cells);
            CheckTables(settings, row, years, tables, cells);
            CheckProfiles(settings, row, years, profiles, cells);
            CheckDifference(settings, row, profiles, cells);
        }
    }

    private static void CheckAttribute(
        DefinitionRow row, string header, string id, List<CodeBook> years, CodeBookRead codeBooks, DefinitionCells cells)
    {
        var lacking = years.Where(b => b.Find(id) is null && !codeBooks.IsBroken(b.Wave, id)).ToList();
        if (lacking.Count == years.Count) cells.Add(DefinitionProblems.AttributeNowhere(row, header, id, years[^1]));
        else if (lacking.Count > 0) cells.Add(DefinitionProblems.AttributeMissingInYears(row, header, id, lacking.Select(b => b.Wave.FiscalYear)));
        if (years.Find(b => b.Find(id) is { } q && !q.IsAttribute()) is { } book)
            cells.Add(DefinitionProblems.AttributeHasNoChoices(row, header, book.Wave, book.Find(id)!));
    }

    private static void CheckTables(
        SurveySettings settings, DefinitionRow row, List<CodeBook> years, IReadOnlyList<PopulationBreakdown> tables, DefinitionCells cells)
    {
        foreach (var margin in settings.Weighting?.Margins ?? [])
            if (Without(margin) is { Count: > 0 } lacking)
                cells.Add(DefinitionProblems.MarginWithoutTable(row, margin, lacking.Select(b => b.Wave.FiscalYear)));
        if (settings.Design is { Kind: SampleKind.Stratified, Stratum: { } stratum } && Without(new Breakdown(stratum)) is { Count: > 0 } without)
            cells.Add(DefinitionProblems.StrataWithoutTable(row, stratum, without.Select(b => b.Wave.FiscalYear)));

        List<CodeBook> Without(Breakdown by) => years.FindAll(b =>
            by.Questions.All(q => b.Find(q)?.IsAttribute() == true) && PopulationMargin.TableFor(by, tables.Where(t => t.Wave == b.Wave)) is null);
    }

    private static void CheckDifference(SurveySettings settings, DefinitionRow row, IReadOnlyList<ImportProfile> profiles, DefinitionCells cells)
    {
        var isDesigned = settings.Design.Kind is not SampleKind.SimpleRandom || settings.Weighting is not null
            || settings.Overlap.Kind is not OverlapKind.Independent
            || profiles.Any(p => p.Wave.Survey == settings.Survey && !string.IsNullOrEmpty(p.WeightColumn));
        if (isDesigned && !CompareDesigns.HasForm(settings.DifferenceMethod))
            cells.Add(DefinitionProblems.DifferenceWithoutDesign(row, settings.DifferenceMethod));
    }

    private static void CheckProfiles(
        SurveySettings settings, DefinitionRow row, List<CodeBook> years, IReadOnlyList<ImportProfile> profiles, DefinitionCells cells)
    {
        var mine = years.ConvertAll(b => (b.Wave.FiscalYear, Profile: profiles.FirstOrDefault(p => p.Wave == b.Wave)));
        var unweighted = mine.FindAll(p => string.IsNullOrEmpty(p.Profile?.WeightColumn));
        var unnumbered = mine.FindAll(p => string.IsNullOrEmpty(p.Profile?.IdColumn));
        if (settings.Design.Kind is SampleKind.WeightsOnly && unweighted.Count > 0)
            cells.Add(DefinitionProblems.WeightColumnMissing(row, unweighted.Select(p => p.FiscalYear)));
        if (settings.Overlap.Kind is OverlapKind.SamePeople && unnumbered.Count > 0)
            cells.Add(DefinitionProblems.IdColumnMissing(row, unnumbered.Select(p => p.FiscalYear)));
    }
}
