namespace SurveyCalc.Indicators.CodeBooks;

/// <summary>
/// "Only respondents who answered QUESTION with one of CHOICES" (対象条件): the routing of a question in the code book,
/// or the base of an indicator. Written as <c>問4=はい</c> or <c>問4=1|2</c>.
/// </summary>
/// <param name="Question">Question id (設問).</param>
/// <param name="Choices">Choice texts, each a label or a code; any of them satisfies the condition.</param>
public sealed record AnswerCondition(string Question, IReadOnlyList<string> Choices)
{
    /// <summary>The condition as a planner writes it.</summary>
    public override string ToString() => Question + "=" + string.Join('|', Choices);

    /// <summary>Reads <c>設問=選択肢|選択肢</c>.</summary>
    /// <returns>False when there is no <c>=</c>, or nothing on one of its sides.</returns>
    public static bool TryParse(string text, out AnswerCondition? condition)
    {
        condition = null;
        var at = text.IndexOfAny(['=', '＝']);
        if (at <= 0) return false;
        var question = text[..at].Trim();
        var choices = text[(at + 1)..].Split(['|', '｜'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (question.Length == 0 || choices.Length == 0) return false;
        condition = new AnswerCondition(question, choices);
        return true;
    }

    public bool Equals(AnswerCondition? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());
}
