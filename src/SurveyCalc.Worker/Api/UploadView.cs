using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Api;

/// <summary>A received file and what became of it (受付). Counts are null while the file has not been read.</summary>
internal sealed record UploadView(
    long Id, RunState State, string StateText, double Progress, string Message, string Survey, string FiscalYear, int Year, string FileName, string Sha256, long Size,
    string ReceivedBy, DateTimeOffset ReceivedAt, DateTimeOffset? FinishedAt, int? RowsIn, int? Accepted, int? Rejected, int? Excluded, long? Errors, long? Warnings,
    IReadOnlyList<UploadView.Problem> Problems, string ProblemsUrl)
{
    /// <summary>One problem; row and column as Excel shows them, null for the whole file.</summary>
    public sealed record Problem(string Code, Severity Severity, long? Row, string? Column, string? ColumnName, string Found, string Message, string Remedy);

    public static UploadView Of(Run run)
    {
        var (wave, file, report) = (run.Request.Wave!.Value, run.Request.File!, run.Report);
        return new UploadView(
            run.Id, run.State, RunsTable.InJapanese(run.State), run.Progress, run.Message, wave.Survey, wave.FiscalYear.ToString(), wave.FiscalYear.FirstYear,
            file.FileName, file.Sha256, file.Size, run.Request.By, run.RequestedAt, run.FinishedAt, report?.RowsIn, report?.Accepted, report?.Rejected,
            report?.Excluded, report?.Errors, report?.Warnings, [.. (report?.Problems ?? []).Select(Of)], $"/api/uploads/{run.Id}/problems.csv");
    }

    private static Problem Of(ImportProblem problem) => new(
        problem.Code, problem.Severity, problem.Where.Row > 0 ? problem.Where.Row : null, Text(problem.Where.Letters), Text(problem.Where.ColumnName),
        problem.Found, problem.Message, problem.Remedy);

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
