using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SurveyCalc.Indicators.Feeds.Sheets;

namespace SurveyCalc.Worker.Output;

/// <summary>Sheets as a workbook (.xlsx), one worksheet per 施策, ready for paper. The same sheets give the same bytes.</summary>
internal static class SheetWorkbook
{
    private const int LongestName = 31;
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(IReadOnlyList<IndicatorSheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            var styles = new WorkbookStyles();
            var (list, names) = (new Sheets(), new DefinedNames());
            var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < sheets.Count; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"rId{i + 2}");
                var name = NameOf(sheets[i], used);
                var page = new SheetPage(sheets[i], styles);
                var part = workbook.AddNewPart<WorksheetPart>(id);
                part.Worksheet = page.Worksheet();
                list.Append(new Sheet { Id = id, SheetId = (uint)i + 1, Name = name });
                var quoted = $"'{name.Replace("'", "''", StringComparison.Ordinal)}'!";
                names.Append(new DefinedName(quoted + page.PrintArea) { Name = "_xlnm.Print_Area", LocalSheetId = (uint)i });
                names.Append(new DefinedName(quoted + SheetPage.PrintTitles) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }

            workbook.AddNewPart<WorkbookStylesPart>("rId1").Stylesheet = styles.Stylesheet();
            workbook.Workbook = new Workbook(list, names);
        }

        return WithFixedTimes(stream.ToArray());
    }

    /// <summary>施策1-5 out of the measure's name: allowed in a tab, at most 31 characters, and given once.</summary>
    private static string NameOf(IndicatorSheet sheet, HashSet<string> used)
    {
        var allowed = new StringBuilder();
        foreach (var rune in sheet.MeasureHead.EnumerateRunes())
            if (allowed.Length + rune.Utf16SequenceLength <= LongestName - 4) allowed.Append(rune.Value is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'' ? '_' : rune);
        var name = allowed.Length == 0 ? "施策" : allowed.ToString();
        var unique = name;
        for (var i = 2; !used.Add(unique); i++) unique = string.Create(CultureInfo.InvariantCulture, $"{name}({i})");
        return unique;
    }

    /// <summary>The same package with its parts in order and without the time of writing.</summary>
    private static byte[] WithFixedTimes(byte[] package)
    {
        using var target = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create))
            foreach (var entry in source.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = zip.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = FixedTime;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }

        return target.ToArray();
    }
}
