using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>A condition (対象条件) in the words of one year's code book: choices of another question.</summary>
public sealed class BoundCondition
{
    private readonly ChoiceSet choices;

    internal BoundCondition(Question question, IReadOnlyList<int> choices)
    {
        Question = question;
        Choices = choices;
        this.choices = new ChoiceSet(question, choices);
    }

    /// <summary>The question that decides.</summary>
    public Question Question { get; }

    /// <summary>Indexes of the choices that satisfy the condition.</summary>
    public IReadOnlyList<int> Choices { get; }

    /// <summary>
    /// True when this answer to <see cref="Question"/> satisfies the condition: the single choice is one of them, or any
    /// mark is.
    /// </summary>
    public bool Holds(Answer answer) => choices.Holds(answer);

    /// <summary>「問4=はい|ときどき」 with the labels of the year.</summary>
    public override string ToString() => $"{Question.Id}={string.Join('|', Choices.Select(c => Question.Choices[c].Label))}";
}
