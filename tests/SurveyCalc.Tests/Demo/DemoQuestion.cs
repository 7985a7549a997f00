namespace SurveyCalc.Tests.Demo;

/// <summary>A question of one wave with the answers of all its respondents, in the order of the rows.</summary>
internal sealed record DemoQuestion
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    /// <summary>種別: SA, MA, 数値, 属性 or 自由記述; empty for a column that the code book does not list.</summary>
    public required string Kind { get; init; }

    /// <summary>Header of its column; with two header rows both cells with a slash between.</summary>
    public required string Column { get; init; }

    public required DemoAnswer[] Answers { get; init; }

    public IReadOnlyList<DemoChoice> Choices { get; init; } = [];

    /// <summary>対象条件.</summary>
    public string AskedIf { get; init; } = "";

    /// <summary>系列; empty for the id.</summary>
    public string Series { get; init; } = "";

    /// <summary>Position of the choice that excludes the others (排他), or -1.</summary>
    public int Exclusive => Choices.ToList().FindIndex(choice => choice.Role == "排他");
}
