using System.Globalization;
using Spectre.Console;
using SurveyCalc.Worker.Webhooks;

namespace SurveyCalc.Worker.Output;

/// <summary>How far each destination is, on a screen (配信の状況).</summary>
internal static class DeliveriesTable
{
    private const int FirstDead = 5;

    private static readonly string[] Headers = ["配信先", "送り先", "済み", "最新", "断念", "次の再送", "最後の失敗"];

    public static void Write(Terminal terminal, IReadOnlyList<DestinationProgress> destinations)
    {
        var table = new Table().Border(TableBorder.Ascii2);
        foreach (var header in Headers) table.AddColumn(header);
        foreach (var d in destinations) table.AddRow([.. Cells(d).Select(Markup.Escape)]);
        if (terminal.Fits(table)) terminal.WriteTable(table);
        else
            foreach (var d in destinations)
                terminal.Out.WriteLine(string.Join('\n', Headers.Zip(Cells(d), (header, cell) => $"{header}: {cell}")) + "\n");
    }

    private static string[] Cells(DestinationProgress d) =>
    [
        d.Name, d.Url ?? "(設定にない)", Number(d.Delivered), Number(d.Head), Dead(d.Dead), Next(d), d.LastError,
    ];

    /// <summary>When it is tried again; empty when nothing failed.</summary>
    public static string Next(DestinationProgress d) => d.IsStopped ? "停止中" : d.NextAttempt is { } at ? TokyoTime.Minute(at) : "";

    /// <summary>How many were given up, and the first of them.</summary>
    public static string Dead(IReadOnlyList<long> dead) =>
        dead.Count == 0 ? "" : $"{dead.Count}件({string.Join("、", dead.Take(FirstDead).Select(Number))}{(dead.Count > FirstDead ? "、…" : "")})";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
