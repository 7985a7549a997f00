using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>A question whose answer stands in one cell: its text is interpreted once, then remembered.</summary>
internal abstract class SingleCellCoder(Question question, int column, CellText text, AnswerColumnBuilder answers, int remembered)
    : QuestionCoder(question, answers)
{
    private const int MostSuggestions = 1_000;

    private readonly CellMemo<CellReading> memo = new(remembered);
    private int unknownTexts;

    public sealed override int Code(ResponseReader reader, RowFindings row)
    {
        var cell = reader.Cell(column);
        if (!memo.TryGet(cell, out var reading)) reading = ReadAnew(cell, row);
        if (reading.IsPlain) return reading.Answer;
        if (reading.Unknown is not null) row.Unknown(reading.Unknown, column);
        if (reading.Respelled is not null) row.Remark(reading.Respelled, column);
        if (reading.Contradiction is not null) row.Remark(reading.Contradiction, column);
        return reading.Answer;
    }

    /// <summary>What a cell text means.</summary>
    protected abstract CellReading Interpret(string cell, RowFindings row);

    /// <summary>An answer.</summary>
    protected CellReading Reading(Answer answer, ImportProblem? respelled = null, ImportProblem? contradiction = null) =>
        new(Answers.Intern(answer), null, respelled, contradiction);

    /// <summary>A cell outside the code book.</summary>
    protected CellReading Unknown(ImportProblem problem) => new(Answers.Intern(WithoutContent(AnswerRole.Invalid)), problem);

    /// <summary>The choice one or two characters off, or null; given up after many, for it is slow.</summary>
    protected string? Nearest(string cell) => ++unknownTexts > MostSuggestions || LabelText.Normalize(cell).Length < 2
        ? null
        : LabelText.Nearest(cell, Question.Choices.Select(choice => choice.Label));

    private CellReading ReadAnew(ReadOnlySpan<byte> cell, RowFindings row)
    {
        if (cell.Length <= ImportLimits.CellBytes) return memo.Add(cell, Interpret(text.Decode(cell), row));
        row.Refuse(ImportProblems.CellTooLong(row.File, row.At(column), cell.Length, ImportLimits.CellBytes));
        return Reading(WithoutContent(AnswerRole.Invalid));
    }
}
