using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Benchmarks;

/// <summary>
/// The questions of a generated survey, from its labels: a column with the codes 0 and 1 is one choice of the
/// multiple-answer question that its name begins with (<c>Q52_1</c> of <c>Q52</c>), every other column a single choice.
/// </summary>
internal static class GeneratedCodeBook
{
    /// <summary>The questions in file order.</summary>
    /// <param name="labels">column, code, label.</param>
    /// <param name="attributes">Columns that are characteristics of the respondent.</param>
    public static IReadOnlyList<Question> Questions(IEnumerable<string[]> labels, IReadOnlySet<string> attributes) =>
    [
        .. labels.GroupBy(row => row[0]).GroupBy(column => IsMark(column) ? QuestionOf(column.Key) : column.Key)
            .Select(columns => IsMark(columns.First()) ? Several(columns.Key, columns) : One(columns.First(), attributes)),
    ];

    /// <summary>The question that a column belongs to when it is a mark column.</summary>
    public static string QuestionOf(string column) => column.LastIndexOf('_') is > 0 and var at ? column[..at] : column;

    private static bool IsMark(IEnumerable<string[]> column) => column.Select(row => row[1]).Order(StringComparer.Ordinal).SequenceEqual(["0", "1"]);

    private static Question One(IGrouping<string, string[]> column, IReadOnlySet<string> attributes) => new()
    {
        Id = column.Key,
        Kind = attributes.Contains(column.Key) ? QuestionKind.Attribute : QuestionKind.SingleChoice,
        Column = column.Key,
        Series = column.Key,
        Choices = [.. column.Select(row => new Choice(row[1], row[2], RoleOf(row[2])))],
    };

    private static Question Several(string id, IEnumerable<IGrouping<string, string[]>> columns) => new()
    {
        Id = id,
        Kind = QuestionKind.MultipleChoice,
        Series = id,
        Choices = [.. columns.Select(column => new Choice(column.Key, column.Key, Column: column.Key))],
    };

    private static AnswerRole RoleOf(string label) =>
        label.StartsWith("わからない", StringComparison.Ordinal) ? AnswerRole.DontKnow : AnswerRole.Substantive;
}
