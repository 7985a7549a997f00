using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Import;

/// <summary>Where in the file everything stands that the code book and the profile name.</summary>
/// <param name="Count">Cells that every row must have.</param>
/// <param name="Questions">Questions whose answers are kept, with their columns: one, or one for each choice.</param>
/// <param name="Id">Column of the respondent number, or -1.</param>
/// <param name="Weight">Column of the weight, or -1.</param>
/// <param name="Filters">Row filters with their columns.</param>
internal sealed record Layout(
    int Count,
    IReadOnlyList<(Question Question, int[] Columns)> Questions,
    int Id,
    int Weight,
    IReadOnlyList<(RowFilter Rule, int Column)> Filters)
{
    private const int FewestForAnotherSurvey = 3;

    /// <summary>Binds the names to columns. What cannot be bound goes to the log; then the result is null.</summary>
    public static Layout? Bind(
        HeaderTable header, CodeBook book, ImportProfile profile, IReadOnlyList<CodeBook> others, string file, ProblemLog log)
    {
        var (found, wanted) = Fit(header, book);
        var better = others
            .Select(other => (other.Wave, Fit: Fit(header, other)))
            .Where(other => other.Wave != book.Wave && (long)other.Fit.Found * wanted > (long)found * other.Fit.Wanted)
            .OrderByDescending(other => (double)other.Fit.Found / other.Fit.Wanted)
            .Select(other => ((Waves.WaveKey Wave, int Found, int Wanted)?)(other.Wave, other.Fit.Found, other.Fit.Wanted))
            .FirstOrDefault();
        if (wanted >= FewestForAnotherSurvey && found * 2 < wanted)
        {
            log.Add(ImportProblems.WrongSurvey(file, book.Wave, found, wanted, better is { } fit && fit.Found * 2 > fit.Wanted ? fit : null));
            return null;
        }

        var before = log.Errors;
        var used = new HashSet<int>();
        var questions = new List<(Question, int[])>();
        foreach (var question in book.Questions)
        {
            var columns = NamesOf(question).Select(name => Column(name, $"設問「{question.Id}」")).ToArray();
            if (question.Kind is not QuestionKind.FreeText) questions.Add((question, columns));
        }

        var id = profile.IdColumn is { } idName ? Column(idName, "回答者番号") : -1;
        var weight = profile.WeightColumn is { } weightName ? Column(weightName, "ウエイト") : -1;
        var filters = profile.Exclusions.Select(rule => (rule, Column(rule.Column, "除外条件"))).ToList();
        if (log.Errors > before)
        {
            if (better is { } whole && whole.Found == whole.Wanted) log.Add(ImportProblems.FitsAnotherWave(file, whole.Wave));
            return null;
        }

        Remark(header, used, file, log);
        return new Layout(Math.Max(header.Count, used.Count == 0 ? 0 : used.Max() + 1), questions, id, weight, filters);

        int Column(string name, string use)
        {
            var columns = header.Find(name);
            if (columns.Count == 0) log.Add(ImportProblems.MissingColumn(file, name, use, header.Nearest(name)));
            if (columns.Count > 1) log.Add(ImportProblems.AmbiguousColumn(file, name, use, [.. columns.Select(header.PositionOf)]));
            if (columns.Count != 1) return -1;
            used.Add(columns[0]);
            return columns[0];
        }
    }

    private static void Remark(HeaderTable header, HashSet<int> used, string file, ProblemLog log)
    {
        foreach (var columns in header.Duplicates)
            log.Add(ImportProblems.DuplicateHeader(file, [.. columns.Select(header.PositionOf)]));
        var unlisted = Enumerable.Range(0, header.Count).Where(column => !used.Contains(column)).Select(header.PositionOf).ToList();
        if (unlisted.Count > 0) log.Add(ImportProblems.UnlistedColumns(file, unlisted));
    }

    private static (int Found, int Wanted) Fit(HeaderTable header, CodeBook book)
    {
        var names = book.Questions.SelectMany(NamesOf).ToList();
        return (names.Count(name => header.Find(name).Count > 0), names.Count);
    }

    private static IEnumerable<string> NamesOf(Question question) => question.HasColumnPerChoice
        ? question.Choices.Select(choice => choice.Column ?? throw Unnamed(question))
        : [question.Column ?? throw Unnamed(question)];

    private static ArgumentException Unnamed(Question question) => new($"The code book names no column for question '{question.Id}'.");
}
