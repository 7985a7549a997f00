using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>Which file beside the definitions holds the answers of which wave (回答ファイル).</summary>
public static class ResponseFiles
{
    /// <summary>
    /// The file that a profile names, or one called <c>調査_年度.csv</c> in any notation of the year; waves without a file
    /// are left out.
    /// </summary>
    public static IReadOnlyList<(CodeBook CodeBook, FileInfo File)> Find(string folder, DefinitionSet definitions)
    {
        var files = new DirectoryInfo(folder).GetFiles("*.csv");
        return [.. definitions.CodeBooks
            .Select(book => (book, file: Array.Find(files, f => IsFor(f.Name, book.Wave, definitions.ProfileOf(book.Wave).FileName))))
            .Where(found => found.file is not null)
            .Select(found => (found.book, found.file!))];
    }

    /// <summary>The wave that a file name of the form <c>調査_年度.csv</c> says, or null.</summary>
    public static WaveKey? WaveOf(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        var at = name.LastIndexOfAny(['_', '＿']);
        return at > 0 && FiscalYear.TryParse(name[(at + 1)..], out var year) ? new WaveKey(name[..at], year) : null;
    }

    private static bool IsFor(string fileName, WaveKey wave, string? declared) => declared is not null
        ? LabelText.Same(fileName, declared)
        : WaveOf(fileName) is { } named && named.FiscalYear == wave.FiscalYear && LabelText.Same(named.Survey, wave.Survey);
}
