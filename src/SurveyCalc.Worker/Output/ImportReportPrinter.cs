using System.Globalization;
using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Worker.Output;

/// <summary>Shows what reading a response file found.</summary>
internal static class ImportReportPrinter
{
    public static void Write(TextWriter writer, ImportReport report)
    {
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.FileName}: {(report.Dialect.Length == 0 ? "読めません" : report.Dialect)}"));
        if (report.RowsIn > 0) writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  データ行 {report.RowsIn:N0} = 採用 {report.Accepted:N0} + 不採用 {report.Rejected:N0} + 除外 {report.Excluded:N0}"));
        foreach (var problem in report.Problems) writer.WriteLine($"  {Word(problem.Severity)} {problem}");
        var all = report.ProblemCounts.Values.Sum();
        if (all > report.Problems.Count)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  ほかに{all - report.Problems.Count:N0}件あります(全部で{all:N0}件)。--problems ファイル名 で一覧をCSVに書き出せます。"));
        writer.WriteLine(report.IsAccepted
            ? string.Create(CultureInfo.InvariantCulture, $"  誤りはありません(注意 {report.Warnings:N0}件)。")
            : string.Create(CultureInfo.InvariantCulture, $"  誤りが{report.Errors:N0}件あります(注意 {report.Warnings:N0}件)。何も保存していません。"));
    }

    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "【誤り】",
        Severity.Warning => "【注意】",
        _ => "【お知らせ】",
    };
}
