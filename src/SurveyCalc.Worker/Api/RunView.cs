using SurveyCalc.Indicators.Runs;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Api;

/// <summary>A run as other systems read it (処理). A member that does not apply is null.</summary>
internal sealed record RunView(
    long Id, RunKind Kind, string KindText, RunState State, string StateText, string? Survey, string? FiscalYear, int? Year, string? FileName,
    string RequestedBy, DateTimeOffset RequestedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, double Progress, int Attempt, string Node,
    long RowsIn, long RowsOut, string Message)
{
    public static RunView Of(Run run) => new(
        run.Id, run.Request.Kind, RunsTable.InJapanese(run.Request.Kind), run.State, RunsTable.InJapanese(run.State), run.Request.Wave?.Survey,
        run.Request.Wave?.FiscalYear.ToString(), run.Request.Wave?.FiscalYear.FirstYear, run.Request.File?.FileName, run.Request.By, run.RequestedAt,
        run.StartedAt, run.FinishedAt, run.Progress, run.Attempt, run.Node, run.RowsIn, run.RowsOut, run.Message);
}
