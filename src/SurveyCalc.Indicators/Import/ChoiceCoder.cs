using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>One choice in one cell, as its label or code.</summary>
internal sealed class ChoiceCoder(
    Question question, int column, ImportProfile profile, MissingValues missing, CellText text, AnswerColumnBuilder answers, int remembered)
    : SingleCellCoder(question, column, text, answers, remembered)
{
    private static readonly char[] Separators = [',', ';', '、', '，', '；', '・', '/', '／', '|', '｜', ' ', '\u3000', '\n'];

    protected override CellReading Interpret(string cell, RowFindings row)
    {
        var choice = Choices.Find(cell, out var respelled);
        if (choice >= 0) return Chosen(choice, respelled);
        var role = missing.Find(cell, out respelled);
        if (role is not null && !respelled) return Reading(WithoutContent(role.Value));
        choice = Choices.FindNumber(cell);
        if (choice >= 0) return Chosen(choice, true);
        if (role is not null) return Reading(WithoutContent(role.Value), ImportProblems.Respelled(row.File, cell, ChoiceIndex.PlainNumber(cell)!));

        if (IsTwoChoices(cell)) return Unknown(ImportProblems.TwoChoices(row.File, cell, row.Policy));
        if (ExcelDateText.Is(cell)) return Unknown(ImportProblems.ExcelDate(row.File, cell, ChoiceText.Expected(Question, cell), row.Policy));
        return Unknown(Nearest(cell) is { } nearest
            ? ImportProblems.NearChoice(row.File, cell, nearest, row.Policy)
            : ImportProblems.UnknownChoice(row.File, cell, ChoiceText.Expected(Question, cell), row.Policy));

        CellReading Chosen(int index, bool unusual) => Reading(
            Answer.Chosen(index, Question.Choices[index].Role),
            unusual ? ImportProblems.Respelled(row.File, cell, Question.Choices[index].Code) : null);
    }

    private bool IsTwoChoices(string cell)
    {
        var parts = cell.Split([profile.MarkSeparator, .. Separators.Select(c => c.ToString())], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is > 1 and <= Question.MaxMarks && parts.All(part => Choices.Find(part, out _) >= 0);
    }
}
