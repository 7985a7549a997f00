using System.Text.RegularExpressions;

namespace SurveyCalc.Indicators.Import;

/// <summary>Cells that a spreadsheet has turned into dates: 1月2日, 2-Jan, Jan-02, 2020/1/2.</summary>
internal static partial class ExcelDateText
{
    public static bool Is(string text) => text.Length <= 40 && Forms().IsMatch(text.Trim());

    [GeneratedRegex(@"^(\d{1,2}月\d{1,2}日|\d{1,2}-[A-Za-z]{3}|[A-Za-z]{3}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}-\d{1,2}-\d{1,2})$")]
    private static partial Regex Forms();
}
