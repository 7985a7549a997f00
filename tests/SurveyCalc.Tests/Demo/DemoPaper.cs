namespace SurveyCalc.Tests.Demo;

/// <summary>Names the columns of one wave's questions.</summary>
internal sealed class DemoPaper(DemoNumbering numbering)
{
    /// <summary>A question of its own.</summary>
    public string Question(string number, string title) =>
        numbering == DemoNumbering.Codes ? "Q" + number.Replace('-', 's') : $"問{number} {title}";

    /// <summary>One line of a grid.</summary>
    public string Line(string number, int line, string grid, string title) => numbering switch
    {
        DemoNumbering.TwoRows => $"問{number} {grid}/{title}",
        DemoNumbering.Codes => $"Q{number}_{line}",
        _ => $"問{number}-{line} {title}",
    };

    /// <summary>A characteristic of the respondent.</summary>
    public string Face(int number, string title) => numbering switch
    {
        DemoNumbering.TwoRows => $"F{number} {title}",
        DemoNumbering.Codes => $"F{number}",
        _ => title,
    };
}
