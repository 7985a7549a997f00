using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>What the files say of each other: indicators against every year's code book, plan values against indicators.</summary>
internal static class DefinitionCheck
{
    public static void Surveys(
        IEnumerable<(SurveySettings Settings, DefinitionRow Row)> surveys, CodeBookRead codeBooks, DefinitionCells cells)
    {
        foreach (var (settings, row) in surveys)
            if (codeBooks.IsComplete && !codeBooks.Of(settings.Survey).Any())
                cells.Add(DefinitionProblems.SettingsWithoutCodeBook(row, settings.Survey, SurveysOf(codeBooks)));
    }

    /// <summary>Binds every indicator to every year, once nothing of the code books has been passed over.</summary>
    public static void Indicators(IReadOnlyList<IndicatorRow> indicators, CodeBookRead codeBooks, DefinitionCells cells)
    {
        foreach (var versions in indicators.GroupBy(i => i.Indicator.Code, StringComparer.Ordinal))
        {
            var ordered = versions.OrderBy(v => v.Indicator.ValidFrom?.FirstYear ?? 0).ToList();
            for (var i = 0; i < ordered.Count; i++)
            {
                var (version, before) = (ordered[i], ordered[0].Indicator.Survey);
                if (version.Indicator.Survey != before)
                    cells.Add(DefinitionProblems.VersionOfOtherSurvey(version.Row, versions.Key, version.Indicator.Survey, before));
                else if (codeBooks.IsComplete)
                    Check(version, i + 1 < ordered.Count ? ordered[i + 1].Indicator.ValidFrom : null, codeBooks, cells);
            }
        }
    }

    public static void Targets(
        IReadOnlyList<(Target Target, DefinitionRow Row)> targets, IEnumerable<IndicatorRow> indicators, DefinitionCells cells)
    {
        foreach (var indicator in indicators.Select(i => i.Indicator).Where(i => i.Rule.IsRatio))
            foreach (var (target, row) in targets.Where(t => t.Target.Indicator == indicator.Code && t.Target.Value is < 0 or > 100))
                cells.Add(DefinitionProblems.TargetOutsidePercent(row, indicator.Code, target.Text));
        foreach (var indicator in indicators.Select(i => i.Indicator).Where(i => i.Rule is AggregationRule.NetScore))
            foreach (var (target, row) in targets.Where(t => t.Target.Indicator == indicator.Code && t.Target.Value is < -100 or > 100))
                cells.Add(DefinitionProblems.TargetOutsideNetScore(row, indicator.Code, target.Text));
    }

    /// <summary>What is odd in the register as a whole, each at the row that says it.</summary>
    public static void Register(
        DefinitionSet definitions, IEnumerable<IndicatorRow> indicators, IEnumerable<(RegisterEntry Entry, DefinitionRow? Row)> entries,
        IEnumerable<(Target Target, DefinitionRow Row)> targets, IEnumerable<(EnteredActual Actual, DefinitionRow Row)> actuals, DefinitionCells cells)
    {
        foreach (var oddity in RegisterOddities.Of(definitions, PrintedActual.OfEntered(definitions)))
        {
            var (row, header) = oddity.About switch
            {
                DefinitionKind.Targets => (targets.First(t => t.Target.Indicator == oddity.Indicator && t.Target.Year == oddity.Year).Row, oddity.Code is "SC-D613" ? "年度" : "計画値"),
                DefinitionKind.EnteredActuals => (actuals.First(a => a.Actual.Indicator == oddity.Indicator && a.Actual.Year == oddity.Year).Row, "実績"),
                _ => (entries.First(e => e.Entry.Code == oddity.Indicator).Row ?? indicators.First(i => i.Indicator.Code == oddity.Indicator).Row,
                    oddity.Code is "SC-D911" ? "算式" : "引継元"),
            };
            if (row.Table.Schema == DefinitionSchema.Indicators) header = "計画書の算式";
            cells.Add(DefinitionProblems.Odd(row, header, oddity));
        }
    }

    private static IEnumerable<string> SurveysOf(CodeBookRead codeBooks) => codeBooks.CodeBooks.Select(b => b.Wave.Survey).Distinct();

    private static bool IsWorse(decimal value, decimal baseline, Direction direction) =>
        direction == Direction.HigherIsBetter ? value < baseline : value > baseline;

    /// <param name="read">The indicator.</param>
    /// <param name="until">First year of its next version; null for the last.</param>
    /// <param name="codeBooks">Of every year.</param>
    /// <param name="cells">Receives the problems.</param>
    private static void Check(IndicatorRow read, FiscalYear? until, CodeBookRead codeBooks, DefinitionCells cells)
    {
        var (indicator, kind, row) = read;
        var all = codeBooks.Of(indicator.Survey).ToList();
        var years = all.Where(b => until is null || b.Wave.FiscalYear < until).Where(b => indicator.ValidFrom is null || b.Wave.FiscalYear >= indicator.ValidFrom).ToList();
        if (all.Count > 0 && years.Count == 0) return;
        if (years.Count == 0)
        {
            cells.Add(DefinitionProblems.SurveyWithoutCodeBook(row, indicator, SurveysOf(codeBooks)));
            return;
        }

        var lacking = years.Where(b => b.Find(indicator.Question) is null && !codeBooks.IsBroken(b.Wave, indicator.Question)).ToList();
        if (lacking.Count == years.Count) cells.Add(DefinitionProblems.QuestionNowhere(row, indicator, years[^1]));
        else if (lacking.Count > 0) cells.Add(DefinitionProblems.QuestionMissingInYears(row, indicator, lacking.Select(b => b.Wave.FiscalYear)));

        var bound = new List<BoundRule>();
        foreach (var book in years)
        {
            if (book.Find(indicator.Question) is not { } question) continue;
            if (indicator.Condition is { } condition && book.Find(condition.Question) is null && codeBooks.IsBroken(book.Wave, condition.Question)) continue;
            if (!Fits(kind, question.Kind))
            {
                cells.Add(DefinitionProblems.RuleKindDoesNotFit(row, indicator, kind, book.Wave, question));
                continue;
            }

            var (rule, fault) = RuleBinding.Bind(indicator, book);
            if (fault is not null) cells.Add(DefinitionProblems.Unbound(row, indicator, fault));
            else bound.Add(rule!);
        }

        if (!indicator.Rule.IsPercent && indicator.Base.IncludesNoAnswer && bound.Count > 0 && !bound.Exists(CountsNoAnswer))
            cells.Add(DefinitionProblems.BaseWithoutEffect(row, row["分母"]));
    }

    /// <summary>The two names of counted choices tell single from multiple answers; the rest is left to the binding.</summary>
    private static bool Fits(RuleKind kind, QuestionKind question) => kind switch
    {
        RuleKind.Choices => question is not QuestionKind.MultipleChoice,
        RuleKind.AnyMark => question is not (QuestionKind.SingleChoice or QuestionKind.Attribute),
        _ => true,
    };

    private static bool CountsNoAnswer(BoundRule rule) =>
        rule.Choices.Any(c => rule.Question.Choices[c].Role is AnswerRole.NoAnswer or AnswerRole.Invalid);
}
