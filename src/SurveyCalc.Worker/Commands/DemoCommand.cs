using System.CommandLine;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>demo</c>: the whole path on the shipped city.</summary>
internal sealed class DemoCommand(Terminal terminal)
{
    private const string Notice =
        "見本市は架空の市です。指標と公表値は小諸市の公表資料(第11次基本計画 施策評価 令和2年度)にならい、回答はすべて合成です。";

    public Command Create()
    {
        var data = CommonOptions.DataFolder();
        var command = new Command("demo", "見本市(架空)の調査を取り込み、指標の表を出す。") { data };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(data), cancellation));
        return command;
    }

    private async Task<int> RunAsync(string? data, CancellationToken cancellation)
    {
        await terminal.Out.WriteLineAsync(Notice);
        var folder = Path.Combine(AppContext.BaseDirectory, "demo");
        if (DefinitionReading.Read(folder, terminal) is not { } definitions) return ExitCode.Refused;
        await using var session = await Session.OpenAsync(data, cancellation, below: "demo");
        await DefineCommand.SaveAsync(session, definitions, terminal, cancellation);
        var import = new ImportCommand(terminal, dryRun: false);
        foreach (var (codeBook, file) in ResponseFiles.Find(folder, definitions))
        {
            var outcome = await import.ReadAsync(session, file.FullName, codeBook.Wave, null, cancellation);
            if (outcome.Report is { IsAccepted: false }) return ExitCode.Refused;
        }

        var written = (await RecomputeCommand.RunAsync(session, terminal, cancellation)).Written.Count;
        var rows = ActualFeed.Rows(await session.Store.GetActualsAsync(allRevisions: false, cancellation), definitions);
        await terminal.Out.WriteLineAsync();
        ActualsTable.Write(terminal, rows);
        var csv = Path.Combine(session.DataFolder, "実績.csv");
        if (written > 0 || !File.Exists(csv)) SafeFile.Replace(csv, TextEncoder.Utf8WithMark(ActualCsv.Write(rows)));
        await terminal.Out.WriteLineAsync(Notice);
        await terminal.Out.WriteLineAsync($"データベース: {session.DatabasePath}");
        await terminal.Out.WriteLineAsync($"実績のCSV: {csv}");
        return ExitCode.Done;
    }
}
