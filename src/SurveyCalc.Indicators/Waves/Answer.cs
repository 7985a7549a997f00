using System.Numerics;
using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Waves;

/// <summary>
/// One checked answer to one question (回答). A column of a snapshot holds each distinct answer once and refers to it by
/// number, so rules are applied to answers, never to rows.
/// </summary>
public readonly record struct Answer
{
    private Answer(AnswerRole role, int choice, ulong marks, decimal number)
    {
        Role = role;
        Choice = choice;
        Marks = marks;
        Number = number;
    }

    public AnswerRole Role { get; }

    /// <summary>Index of the chosen choice in <see cref="Question.Choices"/>, or -1 when there is none.</summary>
    public int Choice { get; }

    /// <summary>Marked choices of a multiple-answer question, bit i for choice i; 0 otherwise.</summary>
    public ulong Marks { get; }

    /// <summary>Answer to a numeric question when <see cref="Role"/> is substantive; 0 otherwise.</summary>
    public decimal Number { get; }

    /// <summary>An answer without content: no answer, not applicable, invalid.</summary>
    public static Answer Of(AnswerRole role) => new(role, -1, 0, 0);

    /// <summary>A single choice.</summary>
    public static Answer Chosen(int choice, AnswerRole role) => new(role, choice, 0, 0);

    /// <summary>Marks of a multiple-answer question; an empty set is "none of them", which is an answer.</summary>
    public static Answer Marked(ulong marks, AnswerRole role) => new(role, -1, marks, 0);

    /// <summary>A number.</summary>
    public static Answer Of(decimal number) => new(AnswerRole.Substantive, -1, 0, number);

    /// <summary>True when the choice is the single choice or among the marks.</summary>
    public bool Has(int choice) => Choice == choice || (choice < Question.MaxMarks && (Marks & (1UL << choice)) != 0);

    /// <summary>True when any choice of the set (bit i for choice i) is marked.</summary>
    public bool HasAny(ulong choices) => (Marks & choices) != 0;

    /// <summary>Number of marks of a multiple-answer question.</summary>
    public int MarkCount => BitOperations.PopCount(Marks);
}
