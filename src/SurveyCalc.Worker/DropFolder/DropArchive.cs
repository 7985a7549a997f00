using System.Globalization;
using System.Text;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Worker.DropFolder;

/// <summary>Where files of the drop folder go when they are dealt with: accepted or rejected, with what was found beside them.</summary>
internal sealed class DropArchive(string root, StagingFolder staging, TimeProvider time)
{
    public const string Accepted = "accepted", Rejected = "rejected";

    /// <summary>Puts a file away whose run has ended, its report first.</summary>
    public void PutAway(DroppedFile file, Run run)
    {
        var target = TargetOf(file, run.State is RunState.Succeeded ? Accepted : Rejected, run.Id.ToString(CultureInfo.InvariantCulture));
        if (run.Report is { Problems.Count: > 0 } report)
        {
            var list = staging.PathBeside(run.Id, ImportWork.Problems);
            if (File.Exists(list)) File.Copy(list, target + ".問題点.csv", overwrite: true);
            else WriteProblems(report, target + ".問題点.csv");
        }

        if (run.State is not RunState.Succeeded) File.WriteAllText(target + ".理由.txt", run.Message + "\r\n", new UTF8Encoding(true));
        FailPoint.Pass("drop.listed");
        Move(file, target);
    }

    /// <summary>Puts a file away that no run could be made of.</summary>
    public void Refuse(DroppedFile file, string reason)
    {
        var target = TargetOf(file, Rejected, time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        File.WriteAllText(target + ".理由.txt", reason + "\r\n", new UTF8Encoding(true));
        Move(file, target);
    }

    /// <summary>
    /// The slip of a file; null when there is none. It lies beside the file, or in the archive when the program stopped
    /// between moving the two.
    /// </summary>
    public string? SlipOf(DroppedFile file) => file.Slip ?? new[] { Accepted, Rejected }
        .Select(outcome => Path.Combine(root, outcome, file.Place)).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles)
        .FirstOrDefault(path => DroppedFile.SlipEndingOf(path) is { } ending && path[..^ending.Length] is var target && !File.Exists(target)
            && Path.GetFileName(target).Split('-', 2) is [_, var name] && name == file.Name);

    private string TargetOf(DroppedFile file, string outcome, string mark)
    {
        var folder = Path.Combine(root, outcome, file.Place);
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{mark}-{file.Name}");
    }

    /// <summary>Mark and slip leave before the file: left behind, they would speak for the next file of its name.</summary>
    private void Move(DroppedFile file, string target)
    {
        File.Delete(file.Path + DroppedFile.Done);
        var slip = SlipOf(file);
        var moved = target + (slip is null ? "" : DroppedFile.SlipEndingOf(slip));
        if (slip is not null) File.Move(slip, moved, overwrite: true);
        FailPoint.Pass("drop.slip");
        File.Move(file.Path, target, overwrite: true);
        FailPoint.Pass("drop.moved");
        if (slip is not null) File.Delete(moved);
    }

    private static void WriteProblems(ImportReport report, string path)
    {
        using var stream = File.Create(path);
        using var list = new ProblemCsv(stream);
        foreach (var problem in report.Problems) list.Write(problem);
    }
}
