using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// Some choices of one question. A choice that stands for 無回答, わからない, 非該当 or 無効 also holds the answers of that
/// role without a choice, because a blank cell and the code for "no answer" are the same finding.
/// </summary>
internal sealed class ChoiceSet
{
    private readonly bool[] chosen;
    private readonly ulong marks;
    private readonly AnswerRole[] roles;

    /// <param name="question">The question.</param>
    /// <param name="choices">Indexes of its choices.</param>
    public ChoiceSet(Question question, IReadOnlyList<int> choices)
    {
        chosen = new bool[question.Choices.Count];
        foreach (var choice in choices)
        {
            chosen[choice] = true;
            if (choice < Question.MaxMarks) marks |= 1UL << choice;
        }

        roles = [.. choices.Select(c => question.Choices[c].Role).Where(r => r != AnswerRole.Substantive).Distinct()];
    }

    public bool Holds(Answer answer)
    {
        if (answer.Choice >= 0) return chosen[answer.Choice];
        if (answer.Marks != 0) return answer.HasAny(marks);
        return roles.Contains(answer.Role);
    }
}
