using System.Numerics;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>What a set of marks of a multiple-answer question means.</summary>
internal sealed class MarkSet(QuestionCoder coder, Question question, UnmarkedBlock unmarked)
{
    private readonly ulong contradictory = ContradictoryLabel.In(question);

    /// <summary>
    /// No mark is 無回答 or "none of these" by the profile. A single mark on 無回答, わからない, 非該当 or 無効 has that
    /// role; beside other marks it does not count as a role, and <see cref="Contradiction"/> says so.
    /// </summary>
    public Answer Of(ulong marks)
    {
        if (marks == 0) return unmarked is UnmarkedBlock.NoneChosen ? Answer.Marked(0, AnswerRole.Substantive) : coder.WithoutContent(AnswerRole.NoAnswer);
        var role = BitOperations.IsPow2(marks) ? question.Choices[BitOperations.TrailingZeroCount(marks)].Role : AnswerRole.Substantive;
        return Answer.Marked(marks, role);
    }

    /// <summary>The first choice that contradicts the other marks, or -1.</summary>
    public int Contradiction(ulong marks) =>
        (marks & contradictory) != 0 && !BitOperations.IsPow2(marks) ? BitOperations.TrailingZeroCount(marks & contradictory) : -1;

    public IEnumerable<string> Labels(ulong marks) =>
        question.Choices.Where((_, choice) => (marks & (1UL << choice)) != 0).Select(choice => choice.Label);
}
