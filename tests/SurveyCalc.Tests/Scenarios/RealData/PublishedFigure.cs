using System.Globalization;

namespace SurveyCalc.Tests.Scenarios.RealData;

/// <summary>A row of expected-toplines.csv: one figure as published, with the counts it comes from.</summary>
/// <param name="Filter">Whom it is about, such as <c>all</c> or <c>age3=18 - 34</c>.</param>
/// <param name="Question">Question or column.</param>
/// <param name="Counted">Labels of the counted choices, joined with <c>+</c>.</param>
/// <param name="Numerator">Weighted where the survey is.</param>
/// <param name="Denominator">Weighted where the survey is.</param>
/// <param name="Percent">Four decimals.</param>
/// <param name="Text">As published.</param>
/// <param name="Match">Whether the file reproduces it: <c>exact</c>, or why not.</param>
internal sealed record PublishedFigure(
    string Filter, string Question, string Counted, decimal Numerator, decimal Denominator, decimal Percent, string Text, string Match)
{
    /// <summary>All figures of a case: M masculinity, F flying etiquette, O open data.</summary>
    public static IReadOnlyList<PublishedFigure> OfCase(string survey) =>
    [
        .. RealDataFolder.Rows("expected-toplines.csv").Where(row => row[0] == survey).Select(row => new PublishedFigure(
            row[2], row[3], row[4], Number(row[6]), Number(row[7]), Number(row[8]), row[9], row[11])),
    ];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
