namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>The years of an indicator that have a column in the form.</summary>
public static class SheetColumns
{
    /// <summary>One for every column of the sheet, in its order.</summary>
    public static IReadOnlyList<SheetYear> Of(IndicatorSheet sheet, SheetIndicator indicator) =>
        [.. indicator.Years.Where(y => sheet.Years.Contains(y.Year))];
}
