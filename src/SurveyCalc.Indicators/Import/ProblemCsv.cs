using System.Globalization;
using System.Text;
using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// Writes problems as a CSV for Excel (問題点の一覧): UTF-8 with byte order mark, one line each as it comes. Its
/// <see cref="Write"/> is the sink of <see cref="ResponseImport"/>.
/// </summary>
public sealed class ProblemCsv : IDisposable
{
    private readonly StreamWriter writer;

    /// <param name="stream">Receives the text; left open.</param>
    public ProblemCsv(Stream stream)
    {
        writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine("重要度,コード,ファイル,行,テキストの行,列,見出し,値,内容,直し方");
    }

    /// <summary>Adds one problem.</summary>
    public void Write(ImportProblem problem)
    {
        var severity = problem.Severity switch { Severity.Error => "誤り", Severity.Warning => "注意", _ => "お知らせ" };
        var at = problem.Where;
        writer.WriteLine(string.Join(',', new[]
        {
            severity, problem.Code, problem.File, Number(at.Row), Number(at.Line), at.Letters, at.ColumnName, problem.Found,
            problem.Message, problem.Remedy,
        }.Select(SpreadsheetCell.CsvField)));
    }

    public void Dispose() => writer.Dispose();

    private static string Number(long number) => number > 0 ? number.ToString(CultureInfo.InvariantCulture) : "";
}
