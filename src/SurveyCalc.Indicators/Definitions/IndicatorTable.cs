using System.Globalization;
using System.Text.RegularExpressions;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>指標 files: one row per indicator. The base (分母) is never defaulted.</summary>
internal static partial class IndicatorTable
{
    /// <param name="tables">The files.</param>
    /// <param name="codes">Receives the code of every row, readable or not: normal form to spelling.</param>
    /// <param name="cells">Receives the problems.</param>
    public static IReadOnlyList<IndicatorRow> Read(
        IEnumerable<DefinitionTable> tables, IDictionary<string, string> codes, DefinitionCells cells)
    {
        var read = new List<IndicatorRow>();
        var seen = new Dictionary<(string Code, FiscalYear? From), DefinitionRow>();
        foreach (var row in tables.SelectMany(t => t.Rows))
        {
            var code = cells.Name(row, "指標コード");
            if (code is not null)
            {
                codes.TryAdd(LabelText.Normalize(code), code);
                if (IsDate(code)) cells.Add(DefinitionProblems.CodeLooksLikeDate(row, code));
                if (!TryVersion(row, cells, out var from)) continue;
                if (!seen.TryAdd((LabelText.Normalize(code), from), row))
                {
                    cells.Add(DefinitionProblems.IndicatorTwice(row, code, seen[(LabelText.Normalize(code), from)]));
                    continue;
                }
            }

            if (ReadRow(row, code, cells) is { } indicator) read.Add(indicator);
        }

        return read;
    }

    public static IEnumerable<string[]> Write(DefinitionSet definitions) => definitions.Indicators.Select(i => new[]
    {
        i.Code, i.Name, i.Policy, i.Measure, i.Survey, i.Question,
        DefinitionWords.WordOf(i.Rule, KindOf(i, definitions)), Formula(i.Rule), DefinitionWords.WordOf(i.Base),
        i.Condition?.ToString() ?? "", i.Unit, DefinitionWords.Directions.WordOf(i.Direction),
        i.Decimals.ToString(CultureInfo.InvariantCulture), i.PrintedFormula, i.ImportanceIndicator ?? "",
        i.ValidFrom?.ToString() ?? "", i.ApprovedBy ?? "", i.ChangeReason ?? "",
    });

    /// <summary>The cell 算式 of a rule.</summary>
    public static string Formula(AggregationRule rule) => rule switch
    {
        AggregationRule.CountedChoices counted => counted.Choices.Text,
        AggregationRule.MeanScore mean => mean.Scores.Text,
        AggregationRule.NetScore net => NetScoreText.Of(net),
        AggregationRule.NumericThreshold threshold => string.Create(
            CultureInfo.InvariantCulture, $"{threshold.Limit}{DefinitionWords.Comparisons.WordOf(threshold.Comparison)}"),
        _ => "",
    };

    /// <summary>The first year of a version, which must say who approved it and why; null and true for the first version.</summary>
    private static bool TryVersion(DefinitionRow row, DefinitionCells cells, out FiscalYear? from)
    {
        from = null;
        var text = row["適用年度"];
        if (text.Length == 0) return true;
        if (!FiscalYear.TryParse(text, out var year))
        {
            cells.Add(DefinitionProblems.ValidFromUnreadable(row, text));
            return false;
        }

        from = year;
        foreach (var header in new[] { "承認者", "変更理由" })
            if (row[header].Length == 0)
                cells.Add(DefinitionProblems.VersionWithout(row, header, year));
        return true;
    }

    /// <summary>What is computed, for people: survey, question, kind of rule, what is counted, base and condition.</summary>
    public static string InWords(Indicator indicator, DefinitionSet definitions)
    {
        var formula = Formula(indicator.Rule);
        var condition = indicator.Condition is null ? "" : $"、対象条件 {indicator.Condition}";
        return $"{indicator.Survey} 設問「{indicator.Question}」 {DefinitionWords.WordOf(indicator.Rule, KindOf(indicator, definitions))}"
            + $"{(formula.Length == 0 ? "" : ": " + formula)}(分母 {DefinitionWords.WordOf(indicator.Base)}{condition})";
    }

    private static QuestionKind? KindOf(Indicator indicator, DefinitionSet definitions) => definitions.CodeBooks
        .Where(b => b.Wave.Survey == indicator.Survey).Select(b => b.Find(indicator.Question)?.Kind).FirstOrDefault(k => k is not null);

    private static IndicatorRow? ReadRow(DefinitionRow row, string? code, DefinitionCells cells)
    {
        var (name, survey, question) = (cells.Text(row, "指標名"), cells.Survey(row), cells.Text(row, "設問"));
        var kind = cells.Word(row, "算式の種類", DefinitionWords.Rules);
        var rule = kind is null ? null : Rule(row, kind.Value, cells);
        var @base = Base(row, cells);
        var condition = cells.Condition(row, out var isBroken);
        var direction = cells.Word(row, "向き", DefinitionWords.Directions);
        var decimals = cells.Whole(row, "桁数", 0, 4);
        var unit = kind is null ? null : Unit(row, kind.Value, cells);
        if (code is null || name is null || survey is null || question is null || rule is null || @base is null || isBroken
            || direction is null || decimals is null || unit is null)
            return null;
        return new IndicatorRow(
            new Indicator
            {
                Code = code,
                Name = name,
                Policy = row["政策"],
                Measure = row["施策"],
                Survey = survey,
                Question = question,
                Rule = rule,
                Base = @base,
                Condition = condition,
                PrintedFormula = row["計画書の算式"].Length == 0 ? "" : row.Raw("計画書の算式"),
                Unit = unit,
                Direction = direction.Value,
                Decimals = (int)decimals.Value,
                ImportanceIndicator = row["重要度の指標"] is { Length: > 0 } importance ? importance : null,
                ValidFrom = FiscalYear.TryParse(row["適用年度"], out var from) ? from : null,
                ApprovedBy = row["承認者"].Length == 0 ? null : row["承認者"],
                ChangeReason = row["変更理由"].Length == 0 ? null : row["変更理由"],
            },
            kind!.Value, row);
    }

    private static AggregationRule? Rule(DefinitionRow row, RuleKind kind, DefinitionCells cells)
    {
        var text = row["算式"];
        if (kind == RuleKind.NumericMean)
        {
            if (text.Length == 0) return new AggregationRule.NumericMean();
            cells.Add(DefinitionProblems.FormulaNotBlank(row, text));
            return null;
        }

        if (text.Length == 0)
        {
            cells.Add(DefinitionProblems.FormulaBlank(row, kind));
            return null;
        }

        switch (kind)
        {
            case RuleKind.Choices or RuleKind.AnyMark:
                return new AggregationRule.CountedChoices(new ChoiceList(text));
            case RuleKind.Threshold when ThresholdText.TryParse(text, out var threshold):
                return threshold;
            case RuleKind.MeanScore when ScoreText.TryParse(text, out _, out _):
                return new AggregationRule.MeanScore(new ScoreList(text));
            case RuleKind.NetScore when NetScoreText.TrySplit(text, out var favourable, out var unfavourable):
                if (favourable.Length > 0 && unfavourable.Length > 0)
                    return new AggregationRule.NetScore(new ChoiceList(favourable), new ChoiceList(unfavourable));
                cells.Add(DefinitionProblems.NetScoreSideEmpty(row, text, isFavourable: favourable.Length == 0));
                return null;
            default:
                cells.Add(DefinitionProblems.FormulaUnreadable(row, kind, text));
                return null;
        }
    }

    private static BaseRule? Base(DefinitionRow row, DefinitionCells cells)
    {
        var text = row["分母"];
        if (text.Length > 0 && DefinitionWords.Bases.TryParse(text, out var words)) return new BaseRule(words.NoAnswer, words.DontKnow);
        cells.Add(text.Length == 0 ? DefinitionProblems.BaseBlank(row) : DefinitionProblems.BaseUnknown(row, text));
        return null;
    }

    /// <summary>The unit; a ratio is a percentage, and so is the difference of two, written or not.</summary>
    private static string? Unit(DefinitionRow row, RuleKind kind, DefinitionCells cells)
    {
        var text = row["単位"];
        if (kind is RuleKind.MeanScore or RuleKind.NumericMean) return text;
        if (text.Length == 0 || LabelText.Normalize(text) is "%" or "パーセント") return "%";
        cells.Add(DefinitionProblems.UnitNotPercent(row, text));
        return null;
    }

    /// <summary>True for what a spreadsheet makes of 1-2 or 1-2-1.</summary>
    public static bool IsDate(string code) => DateText().IsMatch(code);

    [GeneratedRegex("^([0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)$", RegexOptions.CultureInvariant)]
    private static partial Regex DateText();
}
