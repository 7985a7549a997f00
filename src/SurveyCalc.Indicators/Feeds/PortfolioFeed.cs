using System.Globalization;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>Published actuals → pairs of importance and satisfaction (重要度×満足度), each placed against the means of all pairs.</summary>
public static class PortfolioFeed
{
    /// <summary>Pairs the figures of everybody by survey and year.</summary>
    /// <param name="rows">Rows of <see cref="ActualFeed"/>, one revision of each: they have passed the gate.</param>
    /// <param name="definitions">Name the pairs.</param>
    /// <returns>By survey and year, in the order of the indicators; a pair without a figure is there with its reason.</returns>
    /// <remarks>
    /// The dividing lines are the plain means over the pairs of one survey and year with both figures published and the same
    /// unit and kind of rule, so that a withheld figure can be derived from none of them. A pair whose interval contains a
    /// line is undecided: another sample could put it on the other side.
    /// </remarks>
    public static IReadOnlyList<PortfolioRow> Rows(IReadOnlyList<ActualRow> rows, DefinitionSet definitions)
    {
        var everybody = rows.Where(r => r.Breakdown is null).ToDictionary(r => (r.Indicator, r.Survey, r.Year));
        var pairs = new List<Pair>();
        foreach (var indicator in definitions.Indicators)
        {
            if (indicator.ImportanceIndicator is not { } code) continue;
            var name = definitions.Indicators.FirstOrDefault(i => i.Code == code)?.Name ?? "";
            pairs.AddRange(everybody.Values.Where(r => r.Indicator == indicator.Code).Select(r => new Pair(
                r, everybody.GetValueOrDefault((code, r.Survey, r.Year)), code, name, indicator.Rule.GetType())));
        }

        return [.. pairs.GroupBy(p => (p.Satisfaction.Survey, p.Satisfaction.Year))
            .OrderBy(g => g.Key.Survey, StringComparer.Ordinal).ThenBy(g => g.Key.Year)
            .SelectMany(year => year.Select(pair => Place(pair, [.. year.Where(p => p.IsComplete && p.Kind == pair.Kind && p.Satisfaction.Unit == pair.Satisfaction.Unit)])))];
    }

    private static PortfolioRow Place(Pair pair, IReadOnlyList<Pair> complete)
    {
        var (satisfaction, importance) = (pair.Satisfaction, pair.Importance);
        var row = new PortfolioRow
        {
            Survey = satisfaction.Survey,
            FiscalYear = satisfaction.FiscalYear,
            Year = satisfaction.Year,
            Satisfaction = satisfaction.Indicator,
            SatisfactionName = satisfaction.Name,
            Importance = pair.Code,
            ImportanceName = pair.Name,
            Unit = satisfaction.Unit,
            SatisfactionValue = satisfaction.Value,
            SatisfactionLower = satisfaction.Lower,
            SatisfactionUpper = satisfaction.Upper,
            SatisfactionN = satisfaction.Denominator,
            ImportanceValue = importance?.Value,
            ImportanceLower = importance?.Lower,
            ImportanceUpper = importance?.Upper,
            ImportanceN = importance?.Denominator,
            Level = satisfaction.Level ?? importance?.Level,
            Gap = importance?.Value - satisfaction.Value,
            Quadrant = PortfolioQuadrant.Undecided,
            IsReference = pair.IsComplete ? satisfaction.IsReference == true || importance!.IsReference == true : null,
        };
        if (!pair.IsComplete) return row with { Reason = Missing("満足度", satisfaction) + Missing("重要度", importance) };

        var (s, i) = (complete.Average(p => p.Satisfaction.Exact!.Value), complete.Average(p => p.Importance!.Exact!.Value));
        row = row with { SatisfactionMean = s, ImportanceMean = i };
        if (complete.Count == 1) return row with { Reason = "比べる組がほかにないため、平均と比べられません。" };
        var reason = Doubt("満足度", satisfaction, s) + Doubt("重要度", importance!, i);
        return reason.Length > 0 ? row with { Reason = reason } : row with { Quadrant = QuadrantOf(importance!.Lower > i, satisfaction.Lower > s) };
    }

    private static PortfolioQuadrant QuadrantOf(bool isImportant, bool isSatisfied) => (isImportant, isSatisfied) switch
    {
        (true, false) => PortfolioQuadrant.ImproveFirst,
        (true, true) => PortfolioQuadrant.KeepFirst,
        (false, true) => PortfolioQuadrant.Keep,
        _ => PortfolioQuadrant.Improve,
    };

    private static string Missing(string name, ActualRow? row) => row switch
    {
        null => $"この年度の{name}の実績がありません。",
        { Value: null } => $"{name}の値がありません({row.NoValueReason?.TrimEnd('。')})。",
        _ => "",
    };

    /// <summary>Why the side of the mean is not known; empty when the whole interval is on one side.</summary>
    private static string Doubt(string name, ActualRow row, double mean) => row switch
    {
        { Lower: { } lower, Upper: { } upper } when lower > mean || upper < mean => "",
        { Lower: null } or { Upper: null } => $"{name}の信頼区間を計算できません。",
        _ => $"{name}の信頼区間が、組の平均({Number(mean, row)}{row.Unit})を含みます。",
    };

    private static string Number(double mean, ActualRow row) => mean.ToString("F" + row.Value!.Value.Scale, CultureInfo.InvariantCulture);

    /// <param name="Satisfaction">Row of the satisfaction.</param>
    /// <param name="Importance">Row of the importance; null when the year has none.</param>
    /// <param name="Code">Code of the importance.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Kind">Kind of rule of both.</param>
    private sealed record Pair(ActualRow Satisfaction, ActualRow? Importance, string Code, string Name, Type Kind)
    {
        public bool IsComplete => Satisfaction.Exact is not null && Importance?.Exact is not null;
    }
}
