using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary>Reads a folder of definition files and shows what is wrong with them.</summary>
internal static class DefinitionReading
{
    /// <returns>The definitions, or null when they have errors.</returns>
    public static DefinitionSet? Read(string folder, Terminal terminal)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException(Path.GetFullPath(folder));
        var read = DefinitionFolder.Read(folder);
        foreach (var problem in read.Problems.OrderByDescending(p => p.Severity).Take(ProblemLog.Kept))
            terminal.Error.WriteLine($"{ImportReportPrinter.Word(problem.Severity)} {problem}");
        if (read.Problems.Count > ProblemLog.Kept) terminal.Error.WriteLine($"ほかに{read.Problems.Count - ProblemLog.Kept}件あります。");
        if (read.IsAccepted) return read.Definitions;
        terminal.Error.WriteLine($"定義ファイルに誤りが{read.Problems.Count(p => p.Severity == Severity.Error)}件あります。何も登録していません。");
        return null;
    }
}
