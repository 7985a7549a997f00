using System.Globalization;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Worker.Api;

/// <summary>The problems of an upload as a file for Excel (問題点の一覧): the whole list where the worker wrote one, else the first ones.</summary>
internal static class ProblemList
{
    public static IResult Of(Run run, StagingFolder staging)
    {
        var download = string.Create(CultureInfo.InvariantCulture, $"problems-{run.Id}.csv");
        var path = staging.PathBeside(run.Id, ImportWork.Problems);
        if (run.State is RunState.Succeeded or RunState.Rejected && File.Exists(path))
            return TypedResults.PhysicalFile(Path.GetFullPath(path), "text/csv; charset=utf-8", download);
        using var list = new MemoryStream();
        using (var csv = new ProblemCsv(list))
            foreach (var problem in run.Report?.Problems ?? []) csv.Write(problem);
        return TypedResults.File(list.ToArray(), "text/csv; charset=utf-8", download);
    }
}
