using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Worker.DropFolder;

/// <summary>A file that lies in the drop folder.</summary>
/// <param name="Path">Where.</param>
/// <param name="Place">Its folder below the drop folder; empty for the top.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ChangedAt">Last write.</param>
internal sealed record DroppedFile(string Path, string Place, long Size, DateTime ChangedAt)
{
    /// <summary>Ending of the mark that says a file is complete.</summary>
    public const string Done = ".done";

    /// <summary>Endings of the slip (受付票) that says what a file is.</summary>
    public const string CsvSlip = ".受付票.csv", JsonSlip = ".受付票.json";

    public string Name => System.IO.Path.GetFileName(Path);

    public bool HasMark => File.Exists(Path + Done);

    /// <summary>The slip of this file, after the whole name or the name without its ending; null when there is none.</summary>
    public string? Slip => new[] { Path, System.IO.Path.ChangeExtension(Path, null) }
        .SelectMany(stem => new[] { stem + CsvSlip, stem + JsonSlip })
        .FirstOrDefault(slip => File.Exists(slip) && !IsLink(new FileInfo(slip)));

    /// <summary>The ending that makes a path that of a slip; null when it is none.</summary>
    public static string? SlipEndingOf(string path) => Array.Find([CsvSlip, JsonSlip], ending => path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>All files of the folder's two levels that somebody may have meant to hand in. No link is followed.</summary>
    public static IReadOnlyList<DroppedFile> FindAll(string root)
    {
        var files = new List<DroppedFile>();
        Look(new DirectoryInfo(root), "", depth: 0, files);
        return files;
    }

    public static bool IsLink(FileSystemInfo entry) => entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>The wave that its slip, or else the folders, say; null with the reason when neither does.</summary>
    public WaveKey? FindWave(string? slip, out string reason)
    {
        reason = "";
        if (slip is not null) return ReceptionSlip.Read(slip, out reason);
        if (Place.Split('/') is [var survey, var year])
        {
            if (FiscalYear.TryParse(year, out var fiscalYear)) return new WaveKey(survey, fiscalYear);
            reason = $"フォルダー名「{year}」を年度として読めません。2020、R2、令和2年度 のような名前にしてください。";
            return null;
        }

        reason = $"どの調査の何年度か分かりません。「調査名/年度」のフォルダーに置くか、受付票「{Name}{CsvSlip}」(見出し 調査,年度 と1行)を添えてください。";
        return null;
    }

    private static void Look(DirectoryInfo folder, string place, int depth, List<DroppedFile> files)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (IsLink(entry) || entry.Name.StartsWith('.') || entry.Name.StartsWith("~$", StringComparison.Ordinal)) continue;
            if (entry is DirectoryInfo inner)
            {
                var isOurs = depth == 0 && inner.Name is DropArchive.Accepted or DropArchive.Rejected;
                if (depth < 2 && !isOurs) Look(inner, place.Length == 0 ? inner.Name : $"{place}/{inner.Name}", depth + 1, files);
            }
            else if (entry is FileInfo file && !IsAside(file.Name))
            {
                files.Add(new DroppedFile(file.FullName, place, file.Length, file.LastWriteTimeUtc));
            }
        }
    }

    private static bool IsAside(string name) => new[] { Done, CsvSlip, JsonSlip, ".part", ".tmp", ".filepart", ".crdownload" }
        .Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
