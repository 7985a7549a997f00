using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// 符号表 files. One row per choice; the rows after the first of a question may leave what they share with it blank, and
/// survey and year are carried down.
/// </summary>
internal static class CodeBookTable
{
    /// <summary>Stands for the whole questionnaire in the column 設問.</summary>
    private const string Whole = "*";

    public static CodeBookRead Read(IEnumerable<DefinitionTable> tables, DefinitionCells cells)
    {
        var questions = new List<QuestionRows>();
        var wholes = new Dictionary<WaveKey, SeriesLink>();
        var isComplete = true;
        foreach (var table in tables) isComplete &= Collect(table, questions, wholes, cells);

        var broken = new HashSet<(WaveKey, string)>();
        var books = new List<CodeBook>();
        foreach (var wave in questions.GroupBy(q => q.Wave))
        {
            var readable = new List<Question>();
            foreach (var rows in wave)
            {
                if (rows.ToQuestion(cells) is { } question) readable.Add(question);
                else broken.Add((wave.Key, LabelText.Normalize(rows.Id)));
            }

            books.Add(new CodeBook(wave.Key, readable, wholes.GetValueOrDefault(wave.Key)));
        }

        var read = new CodeBookRead(books, broken, isComplete);
        foreach (var book in books)
        {
            var rows = questions.Where(q => q.Wave == book.Wave).ToDictionary(q => q.Id, q => q.First);
            CodeBookCheck.Check(book, rows, read, cells);
            CodeBookCheck.CheckSeries(book, rows, [.. read.Of(book.Wave.Survey).Where(b => b.Wave.FiscalYear < book.Wave.FiscalYear)], cells);
        }

        return read;
    }

    /// <summary>Rows as written: shared cells on the first row of a question only.</summary>
    public static IEnumerable<string[]> Write(DefinitionSet definitions)
    {
        foreach (var book in definitions.CodeBooks)
        {
            if (book.Link is not null)
                yield return [book.Wave.Survey, book.Wave.FiscalYear.ToString(), Whole, "", "", "", "", "", "", "", "", WordOf(book.Link), book.Link.Reason];
            foreach (var question in book.Questions)
            {
                string[] shared =
                [
                    book.Wave.Survey, book.Wave.FiscalYear.ToString(), question.Id, question.Text,
                    DefinitionWords.Kinds.WordOf(question.Kind), question.Column ?? "",
                    "", "", "", question.AskedIf?.ToString() ?? "", question.Series == question.Id ? "" : question.Series,
                    WordOf(question.Link), question.Link?.Reason ?? "",
                ];
                if (question.Choices.Count == 0) yield return shared;
                for (var i = 0; i < question.Choices.Count; i++)
                {
                    var choice = question.Choices[i];
                    string[] row = i == 0 ? shared : ["", "", "", "", "", "", "", "", "", "", "", "", ""];
                    if (question.Column is null) row[5] = choice.Column ?? "";
                    (row[6], row[7]) = (choice.Code, choice.Label);
                    row[8] = DefinitionWords.Meanings.WordOf(new ChoiceMeaning(choice.Role, choice.IsExclusive));
                    yield return row;
                }
            }
        }
    }

    private static string WordOf(SeriesLink? link) => link is null ? "" : DefinitionWords.Continuities.WordOf(link.Continuity);

    /// <summary>
    /// Gives every row to its question. A row that cannot be placed is reported once; the rows below it that lean on it
    /// are passed over.
    /// </summary>
    /// <returns>False when rows were passed over.</returns>
    private static bool Collect(DefinitionTable table, List<QuestionRows> questions, Dictionary<WaveKey, SeriesLink> wholes, DefinitionCells cells)
    {
        WaveKey? wave = null;
        QuestionRows? current = null;
        var (isLost, isComplete) = (false, true);
        foreach (var row in table.Rows)
        {
            if (isLost && wave is null && (row["調査"].Length == 0 || row["年度"].Length == 0)) continue;
            var above = wave;
            wave = ReadWave(row, above, cells);
            var id = row["設問"];
            var continues = current is not null && wave == above && (id.Length == 0 || LabelText.Same(id, current.Id));
            if (wave is not null && continues)
            {
                current!.Add(row, cells);
                continue;
            }

            if (wave is not null && LabelText.Normalize(id) == Whole)
            {
                (current, isLost) = (null, false);
                if (row["前回との関係"].Length == 0) cells.Add(DefinitionProblems.WholeWithoutLink(row));
                else if (cells.Link(row) is { } link && !wholes.TryAdd(wave.Value, link)) cells.Add(DefinitionProblems.WholeTwice(row, wave.Value));
                continue;
            }

            if (wave is null || id.Length == 0)
            {
                if (wave is not null && !isLost) cells.Text(row, "設問");
                (current, isLost, isComplete) = (null, true, false);
                continue;
            }

            current = new QuestionRows(wave.Value, id);
            isLost = false;
            if (questions.FirstOrDefault(q => q.Wave == wave && LabelText.Same(q.Id, id)) is { } earlier)
                cells.Add(DefinitionProblems.QuestionTwice(row, id, earlier.First));
            else
                questions.Add(current);
            current.Add(row, cells);
        }

        return isComplete;
    }

    private static WaveKey? ReadWave(DefinitionRow row, WaveKey? above, DefinitionCells cells)
    {
        var survey = row["調査"].Length == 0 && above is not null ? above.Value.Survey : cells.Survey(row);
        var year = row["年度"].Length == 0 && above is not null ? above.Value.FiscalYear : cells.Year(row);
        return survey is null || year is null ? null : new WaveKey(survey, year.Value);
    }
}
