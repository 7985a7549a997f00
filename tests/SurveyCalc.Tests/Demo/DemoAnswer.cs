namespace SurveyCalc.Tests.Demo;

/// <summary>What one respondent of the demo city answered to one question.</summary>
internal sealed class DemoAnswer
{
    /// <summary>Asked, but left blank (無回答).</summary>
    public static readonly DemoAnswer None = new();

    /// <summary>Was not asked (非該当).</summary>
    public static readonly DemoAnswer NotAsked = new();

    public DemoAnswer(params int[] values) => Values = values;

    /// <summary>A free text.</summary>
    public DemoAnswer(string text) => Text = text;

    /// <summary>Positions of the marked choices, or the number of a numeric question.</summary>
    public int[] Values { get; } = [];

    public string Text { get; } = "";
}
