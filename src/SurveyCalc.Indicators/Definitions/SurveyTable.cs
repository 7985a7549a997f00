using System.Globalization;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>調査 files: one row per survey; a blank cell keeps the default.</summary>
internal static class SurveyTable
{
    /// <returns>Settings in file order with the row they came from.</returns>
    public static IReadOnlyList<(SurveySettings Settings, DefinitionRow Row)> Read(IEnumerable<DefinitionTable> tables, DefinitionCells cells)
    {
        var read = new List<(SurveySettings, DefinitionRow)>();
        var seen = new Dictionary<string, DefinitionRow>(StringComparer.Ordinal);
        foreach (var row in tables.SelectMany(t => t.Rows))
        {
            if (cells.Survey(row) is not { } survey) continue;
            if (!seen.TryAdd(survey, row))
            {
                cells.Add(DefinitionProblems.SurveyTwice(row, survey, seen[survey]));
                continue;
            }

            var settings = new SurveySettings { Survey = survey };
            read.Add((settings with
            {
                Level = Level(row, settings.Level, cells),
                Method = cells.Word(row, "区間の方法", DefinitionWords.Methods, settings.Method) ?? settings.Method,
                DifferenceMethod = cells.Word(row, "差の方法", DefinitionWords.Differences, settings.DifferenceMethod) ?? settings.DifferenceMethod,
                MinimumBase = row["公表下限"].Length == 0 ? settings.MinimumBase : (int)(cells.Whole(row, "公表下限", 0, int.MaxValue) ?? 0),
                ChangeDisplay = cells.Word(row, "前回差の表示", DefinitionWords.Changes, settings.ChangeDisplay) ?? settings.ChangeDisplay,
                ReferenceBase = row["参考値の下限"].Length == 0 ? settings.ReferenceBase : (int)(cells.Whole(row, "参考値の下限", 0, int.MaxValue) ?? 0),
                Design = DesignCells.Design(row, cells),
                Weighting = DesignCells.Weighting(row, cells),
                Overlap = DesignCells.Overlap(row, cells),
                ProtectsComplement = cells.Word(row, "補完秘匿", DefinitionWords.YesNo, settings.ProtectsComplement) ?? settings.ProtectsComplement,
            }, row));
        }

        return read;
    }

    public static IEnumerable<string[]> Write(DefinitionSet definitions) => definitions.Surveys.Select(s => new[]
    {
        s.Survey, NumberText.Percent(s.Level), DefinitionWords.Methods.WordOf(s.Method), DefinitionWords.Differences.WordOf(s.DifferenceMethod),
        s.MinimumBase.ToString(CultureInfo.InvariantCulture), DefinitionWords.Changes.WordOf(s.ChangeDisplay),
        s.ReferenceBase.ToString(CultureInfo.InvariantCulture),
        DefinitionWords.Samples.WordOf(s.Design.Kind), s.Design.Stratum ?? "", s.Design.Unit ?? "",
        s.Design.Kind is SampleKind.Stratified or SampleKind.Clustered ? DefinitionWords.SingleUnits.WordOf(s.Design.SingleUnits) : "",
        s.Weighting is null ? DefinitionWords.NoWeighting : DefinitionWords.Weightings.WordOf(s.Weighting.Method),
        s.Weighting is null ? "" : string.Join('|', s.Weighting.Margins),
        s.Weighting is null ? "" : DefinitionWords.UnknownAttributes.WordOf(s.Weighting.Unknown),
        DesignCells.LimitsText(s.Weighting?.Limits),
        DefinitionWords.Overlaps.WordOf(s.Overlap.Kind),
        s.Overlap.Kind is OverlapKind.Partial ? Number(s.Overlap.Correlation) : "",
        s.Overlap.Kind is OverlapKind.Partial ? Number(s.Overlap.Shared) : "",
        DefinitionWords.YesNo.WordOf(s.ProtectsComplement),
    });

    private static string Number(double number) => ((decimal)number).ToString(CultureInfo.InvariantCulture);

    private static double Level(DefinitionRow row, double blank, DefinitionCells cells)
    {
        var text = row["信頼水準"];
        if (text.Length == 0) return blank;
        if (NumberText.TryParseShare(text, out var level) && level is > 0 and < 1) return (double)level;
        cells.Add(DefinitionProblems.LevelOutside(row, text));
        return blank;
    }
}
