using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>Turns the cells of one question into answers.</summary>
internal abstract class QuestionCoder(Question question, AnswerColumnBuilder answers)
{
    protected Question Question { get; } = question;

    protected AnswerColumnBuilder Answers { get; } = answers;

    protected ChoiceIndex Choices { get; } = new(question);

    /// <summary>Id of the answer of the reader's row; what is wrong with it goes to <paramref name="row"/>.</summary>
    public abstract int Code(ResponseReader reader, RowFindings row);

    /// <summary>
    /// The answer without content of a role: the question's own choice of that role where the code book has one (a blank
    /// and a 99 are then the same 無回答), else an answer without a choice.
    /// </summary>
    public Answer WithoutContent(AnswerRole role)
    {
        var choice = Choices.FindRole(role);
        if (choice < 0 || Question.Kind is QuestionKind.Numeric) return Answer.Of(role);
        return Question.Kind is QuestionKind.MultipleChoice ? Answer.Marked(1UL << choice, role) : Answer.Chosen(choice, role);
    }

    /// <summary>The coder for a question in the given columns.</summary>
    /// <param name="remembered">How many cell texts a column may remember.</param>
    public static QuestionCoder For(
        Question question, int[] columns, ImportProfile profile, MissingValues missing, CellText text, AnswerColumnBuilder answers, int remembered)
    {
        if (question.Kind is QuestionKind.MultipleChoice && question.Choices.Count > Question.MaxMarks)
            throw new ArgumentException($"Question '{question.Id}' offers more than {Question.MaxMarks} choices.", nameof(question));
        if (question.HasColumnPerChoice) return new MarkColumnsCoder(question, columns, profile, missing, text, answers, remembered);
        return question.Kind switch
        {
            QuestionKind.Numeric => new NumberCoder(question, columns[0], missing, text, answers, remembered),
            QuestionKind.MultipleChoice => new JoinedMarksCoder(question, columns[0], profile, missing, text, answers, remembered),
            _ => new ChoiceCoder(question, columns[0], profile, missing, text, answers, remembered),
        };
    }
}
