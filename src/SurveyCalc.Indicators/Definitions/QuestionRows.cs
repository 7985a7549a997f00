using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>The rows of 符号表 that belong to one question: the first with its properties, then one per choice.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="Id">Question id as written.</param>
internal sealed record QuestionRows(WaveKey Wave, string Id)
{
    private static readonly string[] Shared = ["設問文", "種別", "対象条件", "系列", "前回との関係", "関係の理由"];

    public List<DefinitionRow> Rows { get; } = [];

    public DefinitionRow First => Rows[0];

    /// <summary>Adds a row; what it repeats of the first row must be equal to it.</summary>
    public void Add(DefinitionRow row, DefinitionCells cells)
    {
        foreach (var header in Rows.Count == 0 ? [] : Shared)
            if (row[header].Length > 0 && !LabelText.Same(row[header], First[header]))
                cells.Add(DefinitionProblems.ContinuationDiffers(row, header, Id, First));
        Rows.Add(row);
    }

    /// <summary>The question, or null when it has a fault; every fault has been added to <paramref name="cells"/>.</summary>
    public Question? ToQuestion(DefinitionCells cells)
    {
        var before = cells.Problems.Count(p => p.Severity == Import.Severity.Error);
        var kind = cells.Word(First, "種別", DefinitionWords.Kinds);
        var condition = cells.Condition(First, out _);
        var link = cells.Link(First);
        if (kind is null) return null;
        var choices = new List<Choice>();
        var column = kind is QuestionKind.Numeric or QuestionKind.FreeText
            ? SingleColumn(kind.Value, cells)
            : ReadChoices(kind.Value, choices, cells);
        if (cells.Problems.Count(p => p.Severity == Import.Severity.Error) > before) return null;
        return new Question
        {
            Id = Id,
            Text = First["設問文"],
            Kind = kind.Value,
            Column = column,
            Choices = choices,
            AskedIf = condition,
            Series = First["系列"].Length == 0 ? Id : First["系列"],
            Link = link,
        };
    }

    private static bool HasChoice(DefinitionRow row) => row["選択肢コード"].Length > 0 || row["ラベル"].Length > 0;

    private string? SingleColumn(QuestionKind kind, DefinitionCells cells)
    {
        if (Rows.FirstOrDefault(r => HasChoice(r) || r["区分"].Length > 0 || r != First) is { } row)
            cells.Add(DefinitionProblems.ChoicesNotAllowed(row, Id, kind));
        if (First["列"].Length == 0) cells.Add(DefinitionProblems.ColumnMissing(First, Id));
        return First["列"];
    }

    /// <summary>Fills the choices and gives the question's own column, or null when every choice has one.</summary>
    private string? ReadChoices(QuestionKind kind, List<Choice> choices, DefinitionCells cells)
    {
        // The first row may hold the question alone, with its choices below it.
        var rows = Rows.Count > 1 && !HasChoice(First) && First["区分"].Length == 0 ? Rows[1..] : Rows;
        foreach (var row in rows)
        {
            if (HasChoice(row)) AddChoice(row, kind, choices, cells);
            else cells.Add(rows.Count == 1 ? DefinitionProblems.NoChoices(row, Id) : DefinitionProblems.ChoiceBlank(row, Id));
        }

        if (kind == QuestionKind.MultipleChoice && choices.Count > Question.MaxMarks)
            cells.Add(DefinitionProblems.TooManyMarks(First, Id, choices.Count));
        WarnOfCodesThatAreLabels(rows, choices, cells);
        if (choices.Count != rows.Count) return null;

        var column = FindColumn(rows, kind, cells);
        if (column is null)
            for (var i = 0; i < choices.Count; i++)
                choices[i] = choices[i] with { Column = rows[i]["列"] };
        return column;
    }

    private void AddChoice(DefinitionRow row, QuestionKind kind, List<Choice> choices, DefinitionCells cells)
    {
        var (code, label) = (row["選択肢コード"], row["ラベル"]);
        if (code.Length == 0) code = label;
        if (label.Length == 0) label = code;
        var meaning = cells.Word(row, "区分", DefinitionWords.Meanings, new ChoiceMeaning(AnswerRole.Substantive, false)) ?? default;
        if (meaning.IsExclusive && kind != QuestionKind.MultipleChoice)
        {
            cells.Add(DefinitionProblems.ExclusiveOutsideMultiple(row, Id));
            meaning = meaning with { IsExclusive = false };
        }

        if (choices.Any(c => LabelText.Same(c.Code, code))) cells.Add(DefinitionProblems.CodeTwice(row, Id, code));
        if (choices.Any(c => LabelText.Same(c.Label, label))) cells.Add(DefinitionProblems.LabelTwice(row, Id, label));
        choices.Add(new Choice(code, label, meaning.Role, null, meaning.IsExclusive));
    }

    /// <summary>
    /// The single column of the question, or null when every choice has its own; null with a problem when neither holds.
    /// A column repeated unchanged on every row is the single one.
    /// </summary>
    private string? FindColumn(List<DefinitionRow> rows, QuestionKind kind, DefinitionCells cells)
    {
        var given = rows.Where(r => r["列"].Length > 0).ToList();
        if (rows[0] != First && First["列"].Length > 0)
        {
            if (given.Count == 0) return First["列"];
            cells.Add(DefinitionProblems.ColumnPartly(given[0], Id));
            return null;
        }

        if (given.Count == 0) cells.Add(DefinitionProblems.ColumnMissing(First, Id));
        else if (given.Count == rows.Count) return AllOwn(rows, kind, cells);
        else if (given.Count == 1 && given[0] == First) return First["列"];
        else cells.Add(DefinitionProblems.ColumnPartly(rows.First(r => r["列"].Length == 0), Id));
        return null;
    }

    private string? AllOwn(List<DefinitionRow> rows, QuestionKind kind, DefinitionCells cells)
    {
        var groups = rows.GroupBy(r => LabelText.Normalize(r["列"])).ToList();
        if (groups.Count == 1 && (rows.Count > 1 || kind != QuestionKind.MultipleChoice)) return rows[0]["列"];
        foreach (var same in groups.Where(g => g.Count() > 1))
            cells.Add(DefinitionProblems.ChoiceColumnTwice(same.Skip(1).First(), Id, same.First()));
        return null;
    }

    private void WarnOfCodesThatAreLabels(List<DefinitionRow> rows, List<Choice> choices, DefinitionCells cells)
    {
        if (choices.Count != rows.Count) return;
        var labels = choices.Select(c => LabelText.Normalize(c.Label)).ToList();
        for (var i = 0; i < choices.Count; i++)
            if (labels.IndexOf(LabelText.Normalize(choices[i].Code)) is >= 0 and var other && other != i)
                cells.Add(DefinitionProblems.CodeIsOtherLabel(rows[i], Id, choices[i].Code));
    }
}
