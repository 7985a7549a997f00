using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>What a person has to know or decide about a text that was read, in Japanese.</summary>
internal static class FormulaNotes
{
    public static IReadOnlyList<string> OfUnbound(Formula formula) =>
    [
        "符号表の設問に結び付けていません。まだ計算できません。",
        .. formula.Base is null ? (string[])["分母は書かれていません。"] : [],
    ];

    public static IReadOnlyList<string> OfBound(Formula formula, BoundFormula bound, Question question)
    {
        var notes = new List<string>();
        if (bound.Base is null) notes.Add("分母は書かれていません。無回答とわからないを含むかどうかを選んでください。");
        if (formula.Base is { Subject: BaseSubject.ValidAnswers } valid) notes.Add($"分母「{valid.Words}」を、無回答と無効を除く回答者と読みました。有効回収数の意味なら「無回答を含む回答者」と書いてください。");
        if (formula.Base is { Subject: BaseSubject.Returned, NoAnswer: null } returned) notes.Add($"分母「{returned.Words}」を、無回答を含む回答者と読みました。");
        if (formula.Meaning is FormulaMeaning.Threshold) notes.Add("数の期間と単位(年・月・週、回・日・分など)が設問の答え方と同じか、確かめてください。");
        if (formula.Meaning is FormulaMeaning.NetScore) notes.Add("差は、差引スコア(−100から+100のポイント)として計算します。");
        if (formula.Meaning is FormulaMeaning.AnyChoice) notes.Add(AnyChoiceOf(bound, question));
        return notes;
    }

    private static string AnyChoiceOf(BoundFormula bound, Question question)
    {
        var exclusive = question.Choices.Where(c => c.IsExclusive).Select(c => $"「{c.Label}」").ToList();
        return $"「いずれか」を、{string.Concat(bound.Choices.Select(c => $"「{question.Choices[c].Label}」"))}のいずれかと読みました"
            + (exclusive.Count == 0 ? "。" : $"({string.Concat(exclusive)}は排他なので数えません)。");
    }
}
