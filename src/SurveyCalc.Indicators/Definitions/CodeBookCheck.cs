using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>What can only be said of a code book as a whole: its conditions, and columns that two questions share.</summary>
internal static class CodeBookCheck
{
    /// <param name="book">The code book.</param>
    /// <param name="rows">First row of each question by id, for positions.</param>
    /// <param name="read">Tells questions that could not be read from questions that do not exist.</param>
    /// <param name="cells">Receives the problems.</param>
    public static void Check(
        CodeBook book, IReadOnlyDictionary<string, DefinitionRow> rows, CodeBookRead read, DefinitionCells cells)
    {
        foreach (var question in book.Questions.Where(q => q.AskedIf is not null))
            CheckCondition(book, question, question.AskedIf!, rows[question.Id], read, cells);
        var columns = new Dictionary<string, Question>(StringComparer.Ordinal);
        foreach (var question in book.Questions)
        {
            var own = question.Column is null ? question.Choices.Select(c => c.Column ?? "") : [question.Column];
            foreach (var column in own)
                if (!columns.TryAdd(LabelText.Normalize(column), question) && columns[LabelText.Normalize(column)] is var other && other != question)
                    cells.Add(DefinitionProblems.ColumnOfTwoQuestions(rows[question.Id], column, other.Id, question.Id));
        }
    }

    /// <summary>A question declared the same as before must stand in the same series as before.</summary>
    /// <param name="book">The code book.</param>
    /// <param name="rows">First row of each question by id.</param>
    /// <param name="earlier">Code books of earlier waves, by year.</param>
    /// <param name="cells">Receives the problems.</param>
    public static void CheckSeries(
        CodeBook book, IReadOnlyDictionary<string, DefinitionRow> rows, IReadOnlyList<CodeBook> earlier, DefinitionCells cells)
    {
        foreach (var question in book.Questions.Where(q => q.Link is { Continuity: Continuity.Same }))
            if (earlier.LastOrDefault(b => b.Find(question.Id) is not null) is { } before
                && before.Find(question.Id) is { } old && !LabelText.Same(old.Series, question.Series))
                cells.Add(DefinitionProblems.SameButOtherSeries(rows[question.Id], question.Series, before.Wave, old.Series));
    }

    private static void CheckCondition(
        CodeBook book, Question question, AnswerCondition condition, DefinitionRow row, CodeBookRead read, DefinitionCells cells)
    {
        if (read.IsBroken(book.Wave, condition.Question)) return;
        if (book.Find(condition.Question) is not { } asked)
            cells.Add(DefinitionProblems.RoutingQuestionMissing(row, condition, book));
        else if (LeadsBackTo(book, question, asked))
            cells.Add(DefinitionProblems.RoutingToItself(row, condition, question.Id));
        else if (asked.Choices.Count == 0)
            cells.Add(DefinitionProblems.RoutingWithoutChoices(row, condition, asked));
        else
            foreach (var choice in condition.Choices.Where(c => asked.FindChoice(c) < 0))
                cells.Add(DefinitionProblems.RoutingChoiceMissing(row, condition, choice, asked));
    }

    /// <summary>True when following the conditions from <paramref name="asked"/> arrives at the question itself.</summary>
    private static bool LeadsBackTo(CodeBook book, Question question, Question asked)
    {
        var seen = new HashSet<Question>(ReferenceEqualityComparer.Instance);
        for (var at = asked; at is not null && seen.Add(at); at = at.AskedIf is null ? null : book.Find(at.AskedIf.Question))
            if (ReferenceEquals(at, question))
                return true;
        return false;
    }
}
