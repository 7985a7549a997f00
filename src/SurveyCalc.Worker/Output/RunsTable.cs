using System.Globalization;
using Spectre.Console;
using SurveyCalc.Indicators.Runs;

namespace SurveyCalc.Worker.Output;

/// <summary>The ledger of runs on a screen.</summary>
internal static class RunsTable
{
    private static readonly string[] Headers = ["番号", "処理", "調査回", "状態", "進み", "回数", "依頼", "終了", "読んだ行", "書いた実績", "内容"];

    public static string InJapanese(RunKind kind) => kind switch
    {
        RunKind.Import => "取込",
        RunKind.Recompute => "再計算",
        _ => "夜間処理",
    };

    public static string InJapanese(RunState state) => state switch
    {
        RunState.Waiting => "待機",
        RunState.Running => "実行中",
        RunState.Succeeded => "完了",
        RunState.Rejected => "不受理",
        _ => "停止",
    };

    public static void Write(Terminal terminal, IReadOnlyList<Run> runs)
    {
        if (runs.Count == 0)
        {
            terminal.Out.WriteLine("処理の記録はまだありません。");
            return;
        }

        var table = new Table().Border(TableBorder.Ascii2);
        foreach (var header in Headers) table.AddColumn(header);
        foreach (var run in runs) table.AddRow([.. CellsOf(run).Select(Markup.Escape)]);
        if (terminal.Fits(table))
        {
            terminal.WriteTable(table);
            return;
        }

        foreach (var run in runs)
            terminal.Out.WriteLine(string.Join(' ', Headers.Zip(CellsOf(run)).Where(c => c.Second.Length > 0).Select(c => $"{c.First}: {c.Second}")));
    }

    private static string[] CellsOf(Run run) =>
    [
        run.Id.ToString(CultureInfo.InvariantCulture), InJapanese(run.Request.Kind), run.Request.Wave?.ToString() ?? "", InJapanese(run.State),
        run.Progress.ToString("P0", CultureInfo.InvariantCulture), run.Attempt.ToString(CultureInfo.InvariantCulture),
        TokyoTime.Minute(run.RequestedAt), run.FinishedAt is { } at ? TokyoTime.Minute(at) : "",
        run.RowsIn.ToString("N0", CultureInfo.InvariantCulture), run.RowsOut.ToString("N0", CultureInfo.InvariantCulture), run.Message,
    ];
}
