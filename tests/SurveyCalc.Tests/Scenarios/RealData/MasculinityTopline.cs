using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Tests.Scenarios.RealData;

/// <summary>The published tables of the masculinity survey: for each choice its share among all men and in nine groups.</summary>
internal sealed class MasculinityTopline
{
    private const int FirstCell = 2;

    private static readonly Dictionary<string, string> Attributes = new()
    {
        ["Age"] = "age3",
        ["Race"] = "race2",
        ["Children"] = "kids",
        ["Sexual Orientation"] = "orientation",
    };

    private MasculinityTopline(IReadOnlyList<BreakdownCell> groups, IReadOnlyList<Question> questions)
    {
        Groups = groups;
        Questions = questions;
    }

    /// <summary>A question as printed.</summary>
    public sealed record Question(string Text, List<Choice> Choices);

    /// <summary>A choice as printed, with one text per group; blank where too few answered.</summary>
    public sealed record Choice(string Label, IReadOnlyList<string> Cells);

    /// <summary>The printed columns: everybody first.</summary>
    public IReadOnlyList<BreakdownCell> Groups { get; }

    public IReadOnlyList<Question> Questions { get; }

    public static MasculinityTopline Read()
    {
        var rows = RealDataFolder.Rows("fte-masculinity-topline.csv");
        var groups = new List<BreakdownCell>();
        var attribute = "";
        for (var column = FirstCell; column < rows[0].Length; column++)
        {
            if (rows[0][column].Length > 0) attribute = rows[0][column];
            groups.Add(rows[1][column].Length == 0 ? BreakdownCell.Everybody : new BreakdownCell(Attributes[attribute], rows[1][column]));
        }

        var questions = new List<Question>();
        foreach (var row in rows.Skip(2))
        {
            if (row[0].Length > 0) questions.Add(new Question(row[0], []));
            if (row[1].Length > 0) questions[^1].Choices.Add(new Choice(row[1], row[FirstCell..]));
        }

        return new MasculinityTopline(groups, questions);
    }
}
