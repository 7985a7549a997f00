using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Scenarios.RealData;

/// <summary>
/// Makes the code book of the masculinity survey out of the published tables and the answers. Both have the questions in
/// the same order, so that the columns of a question are the next ones whose cells are its printed choices.
/// </summary>
internal sealed class MasculinityCodeBook
{
    public const string NotAsked = "NA";
    public const string NoAnswer = "No answer";
    public const string NotSelected = "Not selected";

    private readonly string[] header;
    private readonly List<string>[] values;

    private MasculinityCodeBook(IReadOnlyList<string[]> file)
    {
        header = file[0];
        values = [.. header.Select((_, column) => file.Skip(1).Select(row => row[column]).Distinct().ToList())];
    }

    /// <summary>The printed questions with their choices in printed order, then the attributes that are not printed.</summary>
    public static CodeBook Of(WaveKey wave, MasculinityTopline topline, IReadOnlyList<string[]> file)
    {
        var from = new MasculinityCodeBook(file);
        var questions = new List<Question>();
        var column = 0;
        foreach (var printed in topline.Questions)
        {
            while (!from.Fits(column, printed)) column++;
            questions.Add(from.ToQuestion(column, printed));
            column += questions[^1].Column is null ? printed.Choices.Count : 1;
        }

        var attributes = topline.Groups.Select(group => group.Breakdown).Where(name => name.Length > 0).Distinct();
        return new CodeBook(wave, [.. questions, .. attributes.Where(name => questions.All(q => q.Id != name)).Select(from.ToAttribute)]);
    }

    private bool Fits(int column, MasculinityTopline.Question printed) =>
        values[column].All(value => value is NotAsked or NotSelected || printed.Choices.Any(choice => Same(choice.Label, value)));

    private Question ToQuestion(int column, MasculinityTopline.Question printed)
    {
        if (!values[column].Contains(NotSelected))
            return Single(column, printed.Text, [.. printed.Choices.Select(choice => Spelled(choice.Label, column))]);
        var id = header[column].Split('_')[0];
        var columns = Enumerable.Range(column, printed.Choices.Count).ToList();
        return new Question
        {
            Id = id,
            Text = printed.Text,
            Kind = QuestionKind.MultipleChoice,
            Series = id,
            Choices =
            [
                .. printed.Choices.Select(choice => columns.Single(c => values[c].Exists(value => Same(value, choice.Label))))
                    .Zip(printed.Choices, (c, choice) => ToChoice(Spelled(choice.Label, c)) with { Column = header[c] }),
            ],
        };
    }

    private Question ToAttribute(string name)
    {
        var column = Array.IndexOf(header, name);
        return Single(column, name, values[column].Where(value => value != NotAsked));
    }

    private Question Single(int column, string text, IEnumerable<string> labels) => new()
    {
        Id = header[column],
        Text = text,
        Kind = header[column].StartsWith('q') ? QuestionKind.SingleChoice : QuestionKind.Attribute,
        Column = header[column],
        Series = header[column],
        Choices = [.. labels.Select(ToChoice)],
    };

    private static Choice ToChoice(string label) =>
        new(label, label, label == NoAnswer ? AnswerRole.NoAnswer : AnswerRole.Substantive);

    /// <summary>The label as the answers have it: one of the two files lost some of its apostrophes.</summary>
    private string Spelled(string label, int column) => values[column].Find(value => Same(value, label)) ?? label;

    private static bool Same(string a, string b) => a.Replace('\'', '?') == b.Replace('\'', '?');
}
