using System.CommandLine;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>define</c>: carries definition files in and out.</summary>
internal sealed class DefineCommand(Terminal terminal)
{
    public Command Create()
    {
        var folder = new Argument<string>("フォルダー") { Description = "定義ファイル(調査、符号表、取込設定、母集団、人口、指標、計画値、台帳、入力実績のCSV)のフォルダー。" };
        var export = new Option<bool>("--export") { Description = "登録されている定義を、このフォルダーに書き出す。" };
        var data = CommonOptions.DataFolder();
        var command = new Command("define", "定義ファイルを登録する(または書き出す)。変わったものだけが新しい版になる。") { folder, export, data };
        command.SetAction((parsed, cancellation) => parsed.GetValue(export)
            ? ExportAsync(parsed.GetRequiredValue(folder), parsed.GetValue(data), cancellation)
            : LoadAsync(parsed.GetRequiredValue(folder), parsed.GetValue(data), cancellation));
        return command;
    }

    private async Task<int> LoadAsync(string folder, string? data, CancellationToken cancellation)
    {
        if (DefinitionReading.Read(folder, terminal) is not { } definitions) return ExitCode.Refused;
        await using var session = await Session.OpenAsync(data, cancellation);
        await SaveAsync(session, definitions, terminal, cancellation);
        return ExitCode.Done;
    }

    /// <summary>Saves definitions and prints what changed.</summary>
    /// <returns>True when anything changed.</returns>
    public static async Task<bool> SaveAsync(Session session, DefinitionSet definitions, Terminal terminal, CancellationToken cancellation)
    {
        var items = DefinitionItems.Of(definitions);
        var known = await session.Store.GetDefinitionsAsync(cancellation);
        var changes = await session.Store.SaveDefinitionsAsync(items, session.Get<TimeProvider>().GetUtcNow(), Environment.UserName, cancellation);
        if (changes.Count == 0) await terminal.Out.WriteLineAsync("定義に変わりはありません。");
        else await terminal.Out.WriteLineAsync($"定義を登録しました: 新規{changes.Count(c => c.Before is null)}件、変更{changes.Count(c => c.Before is not null)}件。");
        foreach (var change in changes.Where(c => c.Before is not null))
            foreach (var line in DefinitionDiff.Of(change.Before, change.Item))
                await terminal.Out.WriteLineAsync("  " + line);

        var kept = known.Where(k => !items.Any(i => i.Kind == k.Kind && i.Key == k.Key)).ToList();
        if (kept.Count > 0)
            await terminal.Out.WriteLineAsync($"ファイルにない定義は、登録済みのまま残しました: {string.Join("、", kept.Take(10).Select(k => k.Key))}{(kept.Count > 10 ? " ほか" : "")}");
        return changes.Count > 0;
    }

    private async Task<int> ExportAsync(string folder, string? data, CancellationToken cancellation)
    {
        await using var session = await Session.OpenExistingAsync(data, cancellation);
        DefinitionFolder.Write(folder, await session.DefinitionsAsync(cancellation));
        await terminal.Out.WriteLineAsync($"定義を書き出しました: {Path.GetFullPath(folder)}");
        return ExitCode.Done;
    }
}
