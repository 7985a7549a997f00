using System.Globalization;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// The wording of every problem of a response file, in one place (取込の問題点): the whole file in
/// ImportProblems.File.cs, the header in .Header.cs, cells in .Cells.cs, rows in .Rows.cs. Codes are stable and never
/// used again for something else: SC-I0nn whole file, SC-I1nn header, SC-I2nn cell, SC-I3nn row. A problem of a cell is
/// made once for each distinct cell text, without a place, and gets its place where it occurs.
/// </summary>
public static partial class ImportProblems
{
    private const int LongestFound = 60;
    private const string MendAndRepeat = "回答票を確認し、直して再度取り込んでください。";

    /// <summary>One problem in place of <paramref name="count"/> of its kind in the column; the first is named.</summary>
    public static ImportProblem Repeated(ImportProblem first, long count) =>
        count <= 1 ? first : first with { Message = first.Message + $"ほかに{Count(count - 1)}件あります。" };

    /// <summary>「値」 as messages quote it: on one line, shortened, a blank named.</summary>
    internal static string Quote(string found) => string.IsNullOrWhiteSpace(found) ? "空欄" : $"値「{Short(found)}」";

    internal static string Short(string found)
    {
        var line = found.Length > 2 * LongestFound ? found[..(2 * LongestFound)] : found;
        line = string.Concat(line.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
        if (line.Length < LongestFound && found.Length <= 2 * LongestFound) return line;
        var cut = LongestFound - 1;
        if (line.Length <= cut) return line + "…";
        return line[..(char.IsHighSurrogate(line[cut - 1]) ? cut - 1 : cut)] + "…";
    }

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static (Severity Severity, string Remedy) Under(UnknownCellPolicy policy) => policy switch
    {
        UnknownCellPolicy.RejectRow => (Severity.Warning, "取込設定により、この行は取り込みません。"),
        UnknownCellPolicy.CountAsInvalid => (Severity.Warning, "取込設定により、無効として数えます。"),
        _ => (Severity.Error, MendAndRepeat),
    };
}
