using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Definitions.Formulas;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Definitions.Formulas;

/// <summary>A code book with every kind of question that formula texts are read against, and their outcomes as text.</summary>
internal static class FormulaSurvey
{
    /// <summary>Question ids by the names that the file of formula texts uses.</summary>
    public static IReadOnlyDictionary<string, string> Ids { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["満足"] = "問1",
        ["同意"] = "問2",
        ["同名"] = "問3",
        ["縦棒"] = "問4",
        ["経路"] = "問5",
        ["媒体"] = "問6",
        ["回数"] = "問7",
        ["施設"] = "問8",
        ["選択"] = "問9",
        ["自由"] = "問10",
        ["評価"] = "問12",
    };

    public static CodeBook CodeBook { get; } = new(new WaveKey("市民意識調査", new FiscalYear(2020)),
    [
        Single("問1", "満足", "やや満足", "普通", "やや不満", "不満", "わからない", "無回答"),
        Single("問2", "そう思う", "ややそう思う", "どちらともいえない", "あまりそう思わない", "そう思わない"),
        Single("問3", "満足", "満 足", "不満"),
        Single("問4", "A|B", "A", "B", "C"),
        Single("問5", "満足", "不満", "無回答") with { AskedIf = new AnswerCondition("問9", ["年5回以上"]) },
        new Question
        {
            Id = "問6", Series = "問6", Kind = QuestionKind.MultipleChoice,
            Choices = [.. Choices("広報紙", "SNS、ホームページ", "回覧板", "どれも利用していない", "無回答").Select(c => c with { IsExclusive = c.Label == "どれも利用していない" })],
        },
        new Question { Id = "問7", Series = "問7", Kind = QuestionKind.Numeric, Column = "問7" },
        Single("問8", "福井駅", "福井駅前", "道路・公園", "道路", "公園など(緑地を含む)", "A＋B広場", "無回答"),
        Single("問9", "年5回以上", "年1～4回", "参加していない", "無回答"),
        new Question { Id = "問10", Series = "問10", Kind = QuestionKind.FreeText, Column = "問10" },
        Single("問12", "満足", "どちらかといえば満足", "どちらともいえない", "どちらかといえば不満", "不満", "無回答"),
    ]);

    /// <summary>Reads against the question of this name; without a code book for the empty name.</summary>
    public static FormulaRead Read(string name, string text) =>
        name.Length == 0 ? FormulaReader.Read(text) : FormulaReader.Read(text, CodeBook, Ids[name]);

    /// <summary>「満足|やや満足 ÷ 無回答を除く」, 「満足−不満 ÷ ?」, the standard sentence of an unbound text, or the code of a refusal.</summary>
    public static string Outcome(FormulaRead read)
    {
        if (read.Refusal is { } refusal) return refusal.Code;
        if (read.Bound is not { } bound) return read.Canonical!;
        var rule = bound.Rule switch
        {
            AggregationRule.NetScore net => $"{net.Favourable.Text}−{net.Unfavourable.Text}",
            AggregationRule.CountedChoices counted => counted.Choices.Text,
            AggregationRule.MeanScore mean => mean.Scores.Text,
            AggregationRule.NumericThreshold threshold => threshold.Limit.ToString(CultureInfo.InvariantCulture) + DefinitionWords.Comparisons.WordOf(threshold.Comparison),
            AggregationRule.NumericMean => "平均",
            _ => "?",
        };
        return $"{rule} ÷ {(bound.Base is { } stated ? DefinitionWords.WordOf(stated) : "?")}";
    }

    private static Question Single(string id, params string[] labels) =>
        new() { Id = id, Series = id, Kind = QuestionKind.SingleChoice, Column = id, Choices = Choices(labels) };

    private static Choice[] Choices(params string[] labels) =>
        [.. labels.Select((l, i) => new Choice((i + 1).ToString(CultureInfo.InvariantCulture), l, RoleOf(l), Column: null))];

    private static AnswerRole RoleOf(string label) => label switch
    {
        "無回答" => AnswerRole.NoAnswer,
        "わからない" => AnswerRole.DontKnow,
        _ => AnswerRole.Substantive,
    };
}
