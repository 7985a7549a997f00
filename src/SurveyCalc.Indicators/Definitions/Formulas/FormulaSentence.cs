using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>The one sentence that says a rule (標準の文); the reader reads it back to the same rule.</summary>
internal static class FormulaSentence
{
    private const string NotStated = "（分母の記載なし）";

    /// <summary>「問12で「満足」「やや満足」を選んだ人 ÷ 無回答を除く回答者 × 100（%）」.</summary>
    public static string Of(Formula formula, BaseRule? @base, Question question) => Of(
        formula.Meaning, @base is null ? null : WordsOf(@base.IncludesNoAnswer, @base.IncludesDontKnow ? null : false, "回答者"),
        formula.Meaning is FormulaMeaning.NumericMean ? question.Id + "に" : question.Id + "で",
        question.Kind == QuestionKind.MultipleChoice ? "のいずれか" : "");

    /// <summary>The same for a structure without a question, with the denominator as far as the text states it.</summary>
    public static string Of(Formula formula) => Of(
        formula.Meaning, formula.Base is { } stated ? WordsOf(stated) : null, "",
        formula.Meaning is FormulaMeaning.Choices { Join: LabelJoin.Any } ? "のいずれか" : "",
        formula.Meaning is FormulaMeaning.Choices { Join: LabelJoin.Sum, Labels.Count: > 1 } ? "の合計" : "");

    private static string Of(FormulaMeaning meaning, string? @base, string question, string any, string sum = "") => question + (meaning switch
    {
        FormulaMeaning.Choices choices => Ratio(Quoted(choices.Labels) + (choices.Labels.Count > 1 ? any : "") + "を選んだ人" + sum, "の割合", @base, "%"),
        FormulaMeaning.AnyChoice => Ratio("いずれかを選んだ人", "の割合", @base, "%"),
        FormulaMeaning.NetScore net => Ratio($"{Quoted(net.Positive)}を選んだ人から{Quoted(net.Negative)}を選んだ人を引いた" + (@base is null ? "" : "数"), "割合", @base, "ポイント"),
        FormulaMeaning.Scores scores => string.Join('、', scores.Pairs.Select(p => $"「{p.Label}」を{Signed(p.Score)}点"))
            + (@base is null ? "とした平均点" + NotStated : $"とした点数の合計 ÷ {@base}（点）"),
        FormulaMeaning.Threshold threshold => Ratio(
            string.Create(CultureInfo.InvariantCulture, $"数が{Signed(threshold.Limit)}{WordOf(threshold.Comparison)}の人"), "の割合", @base, "%"),
        _ => "答えた数の平均" + (@base is null ? NotStated : $"（分母は{@base}）"),
    });

    private static string Ratio(string numerator, string share, string? @base, string unit) =>
        @base is null ? numerator + share + NotStated : $"{numerator} ÷ {@base} × 100（{unit}）";

    private static string Quoted(IReadOnlyList<string> labels) => string.Concat(labels.Select(l => $"「{l}」"));

    private static string Signed(decimal number) =>
        (number < 0 ? "−" : "") + Math.Abs(number).ToString(CultureInfo.InvariantCulture);

    private static string WordOf(Comparison comparison) => comparison == Comparison.MoreThan ? "を超える" : DefinitionWords.Comparisons.WordOf(comparison);

    private static string WordsOf(StatedBase stated) => stated.Subject switch
    {
        BaseSubject.Labels => $"（{string.Join('＋', stated.Labels.Select(l => $"「{l}」"))}）",
        BaseSubject.ValidAnswers => WordsOf(stated.NoAnswer, stated.DontKnow, "有効回答者数"),
        BaseSubject.Returned => WordsOf(stated.NoAnswer, stated.DontKnow, "回収数"),
        _ => WordsOf(stated.NoAnswer, stated.DontKnow, stated.NoAnswer is null && stated.DontKnow is null ? "回答者数" : "回答者"),
    };

    private static string WordsOf(bool? noAnswer, bool? dontKnow, string subject) => (noAnswer, dontKnow) switch
    {
        (null, null) => subject,
        (true, null) => "無回答を含む" + subject,
        (false, null) => "無回答を除く" + subject,
        (null, true) => "わからないを含む" + subject,
        (null, false) => "わからないを除く" + subject,
        (true, true) => "無回答とわからないを含む" + subject,
        (false, false) => "無回答とわからないを除く" + subject,
        (true, false) => "無回答を含みわからないを除く" + subject,
        (false, true) => "無回答を除きわからないを含む" + subject,
    };
}
