using System.Globalization;
using Spectre.Console;
using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Worker.Output;

/// <summary>The errata on a screen (正誤表).</summary>
internal static class ErrataTable
{
    private static readonly string[] Headers = ["コード", "指標", "年度", "誤", "正", "原因", "訂正の理由", "提案者", "承認者", "訂正日"];

    public static void Write(Terminal terminal, IReadOnlyList<Erratum> errata)
    {
        if (errata.Count == 0) return;
        var table = new Table().Border(TableBorder.Ascii2);
        foreach (var header in Headers) table.AddColumn(header);
        foreach (var e in errata) table.AddRow([.. Cells(e).Select(Markup.Escape)]);
        if (terminal.Fits(table)) terminal.WriteTable(table);
        else
            foreach (var e in errata)
                terminal.Out.WriteLine(string.Join('\n', Headers.Zip(Cells(e), (header, cell) => $"{header}: {cell}")) + "\n");
    }

    private static string[] Cells(Erratum e) =>
    [
        e.Indicator, e.Name, e.FiscalYear, ValueOf(e.Wrong, e.NoWrongReason, e.Unit), ValueOf(e.Right, e.NoRightReason, e.Unit), e.Cause, e.Reason,
        e.ProposedBy, e.ApprovedBy, e.CorrectedAt is { } at ? TokyoTime.Day(at) : "",
    ];

    private static string ValueOf(decimal? value, string? reason, string unit) =>
        value is { } number ? number.ToString(CultureInfo.InvariantCulture) + unit : $"値なし({reason})";
}
