using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Import;

/// <summary>Choices that contradict any other mark (特になし), by declaration, by role or by their usual wording.</summary>
internal static class ContradictoryLabel
{
    private static readonly string[] Wordings =
        ["特になし", "特にない", "とくになし", "とくにない", "いずれもない", "どれもない", "あてはまるものはない", "当てはまるものはない", "該当するものはない"];

    public static bool Is(Choice choice) =>
        choice.IsExclusive || choice.Role is not AnswerRole.Substantive || Wordings.Any(LabelText.Normalize(choice.Label).Contains);

    /// <summary>The contradictory choices of a question, bit i for choice i.</summary>
    public static ulong In(Question question)
    {
        var marks = 0UL;
        for (var i = 0; i < question.Choices.Count; i++)
            if (Is(question.Choices[i]))
                marks |= 1UL << i;
        return marks;
    }
}
