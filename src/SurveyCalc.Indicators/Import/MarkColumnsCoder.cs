using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// A question with a column for each choice. A cell is "not marked", "marked" (a mark, or the choice's own label or
/// code), or a missing value. A missing value counts only when nothing in the block is marked.
/// </summary>
internal sealed class MarkColumnsCoder : QuestionCoder
{
    private readonly int[] columns;
    private readonly CellMemo<MarkReading>[] memos;
    private readonly HashSet<string> markValues;
    private readonly HashSet<string> unmarkedValues;
    private readonly string[] labels;
    private readonly string[] codes;
    private readonly string expected;
    private readonly MissingValues missing;
    private readonly CellText text;
    private readonly MarkSet? marks;
    private readonly Dictionary<ulong, (int Answer, int Exclusive)> blocks = [];
    private readonly int noAnswer;
    private readonly int notApplicable;
    private readonly int invalid;

    public MarkColumnsCoder(
        Question question, int[] columns, ImportProfile profile, MissingValues missing, CellText text, AnswerColumnBuilder answers, int remembered)
        : base(question, answers)
    {
        (this.columns, this.missing, this.text) = (columns, missing, text);
        memos = [.. columns.Select(_ => new CellMemo<MarkReading>(remembered))];
        markValues = [.. profile.MarkValues.Select(LabelText.Normalize)];
        unmarkedValues = [.. profile.UnmarkedValues.Select(LabelText.Normalize)];
        labels = [.. question.Choices.Select(choice => LabelText.Normalize(choice.Label))];
        codes = [.. question.Choices.Select(choice => LabelText.Normalize(choice.Code))];
        expected = $"選択の印 {Listed(profile.MarkValues)}、非選択の印 {Listed(profile.UnmarkedValues)}";
        if (question.Kind is QuestionKind.MultipleChoice) marks = new MarkSet(this, question, profile.UnmarkedBlock);
        noAnswer = Answers.Intern(WithoutContent(AnswerRole.NoAnswer));
        notApplicable = Answers.Intern(WithoutContent(AnswerRole.NotApplicable));
        invalid = Answers.Intern(WithoutContent(AnswerRole.Invalid));
    }

    public override int Code(ResponseReader reader, RowFindings row)
    {
        var (marked, unmarked, missingRoles, unknown) = (new Marks(), false, 0, false);
        for (var choice = 0; choice < columns.Length; choice++)
        {
            var cell = reader.Cell(columns[choice]);
            if (!memos[choice].TryGet(cell, out var reading)) reading = ReadAnew(cell, choice, row);
            if (reading.Respelled is not null) row.Remark(reading.Respelled, columns[choice]);
            switch (reading.State)
            {
                case MarkState.Unmarked:
                    unmarked = true;
                    break;
                case MarkState.Marked:
                    marked.Add(choice);
                    break;
                case MarkState.Missing:
                    missingRoles |= 1 << (int)reading.Role;
                    break;
                default:
                    unknown = true;
                    if (reading.Unknown is not null) row.Unknown(reading.Unknown, columns[choice]);
                    break;
            }
        }

        if (unknown) return invalid;
        if (marked.Count > 0) return Marked(marked, row);
        if ((missingRoles & (1 << (int)AnswerRole.Invalid)) != 0) return invalid;
        if (unmarked) return Block(0, row);
        return missingRoles == 1 << (int)AnswerRole.NotApplicable ? notApplicable : noAnswer;
    }

    private int Marked(Marks marked, RowFindings row)
    {
        if (marks is not null) return Block(marked.Set, row);
        if (marked.Count == 1) return Answers.Intern(Answer.Chosen(marked.First, Question.Choices[marked.First].Role));
        var both = new[] { marked.First, marked.Last }.Select(choice => Question.Choices[choice].Label);
        row.Unknown(ImportProblems.TwoMarks(row.File, both, row.Policy), columns[marked.First]);
        return invalid;
    }

    private int Block(ulong set, RowFindings row)
    {
        if (marks is null) return noAnswer;
        if (!blocks.TryGetValue(set, out var block))
        {
            block = (Answers.Intern(marks.Of(set)), marks.Contradiction(set));
            blocks.Add(set, block);
        }

        if (block.Exclusive >= 0)
            row.Remark(ImportProblems.Contradiction(row.File, Question.Choices[block.Exclusive].Label), columns[block.Exclusive]);
        return block.Answer;
    }

    private MarkReading ReadAnew(ReadOnlySpan<byte> cell, int choice, RowFindings row)
    {
        if (cell.Length <= ImportLimits.CellBytes) return memos[choice].Add(cell, Interpret(text.Decode(cell), choice, row));
        row.Refuse(ImportProblems.CellTooLong(row.File, row.At(columns[choice]), cell.Length, ImportLimits.CellBytes));
        return new MarkReading(MarkState.Unknown);
    }

    private MarkReading Interpret(string cell, int choice, RowFindings row)
    {
        var wanted = LabelText.Normalize(cell);
        var number = ChoiceIndex.PlainNumber(cell);
        var respelled = number is not null && number != ChoiceIndex.Trim(cell) ? ImportProblems.Respelled(row.File, cell, number) : null;
        if (unmarkedValues.Contains(wanted)) return new MarkReading(MarkState.Unmarked, Respelled: respelled);
        if (markValues.Contains(wanted) || wanted == labels[choice] || wanted == codes[choice]) return new MarkReading(MarkState.Marked, Respelled: respelled);
        if (missing.Find(cell, out _) is { } role) return new MarkReading(MarkState.Missing, role, Respelled: respelled);
        if (number is not null && unmarkedValues.Contains(number)) return new MarkReading(MarkState.Unmarked, Respelled: respelled);
        if (number is not null && markValues.Contains(number)) return new MarkReading(MarkState.Marked, Respelled: respelled);
        return new MarkReading(MarkState.Unknown, Unknown: ImportProblems.UnknownMark(row.File, cell, expected, row.Policy));
    }

    private static string Listed(IReadOnlyList<string> values) =>
        values.Count == 0 ? "なし" : string.Join('・', values.Select(value => LabelText.Normalize(value).Length == 0 ? "空欄" : value));

    private enum MarkState
    {
        Unmarked,
        Marked,
        Missing,
        Unknown,
    }

    private sealed record MarkReading(MarkState State, AnswerRole Role = AnswerRole.Substantive, ImportProblem? Unknown = null, ImportProblem? Respelled = null);

    /// <summary>The marked choices of one row; the set holds the first 64.</summary>
    private struct Marks
    {
        public ulong Set;
        public int Count;
        public int First;
        public int Last;

        public void Add(int choice)
        {
            if (choice < Question.MaxMarks) Set |= 1UL << choice;
            if (Count++ == 0) First = choice;
            Last = choice;
        }
    }
}
