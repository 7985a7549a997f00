using System.CommandLine;
using SurveyCalc.Storage.Relational;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>migrate</c>: creates the database's tables or brings them up to this version.</summary>
internal sealed class MigrateCommand(Terminal terminal)
{
    public Command Create()
    {
        var data = CommonOptions.DataFolder();
        var command = new Command("migrate", "データベースの構造を、このプログラムの版に合わせる(なければ作る)。先にバックアップを取ること。") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = Session.OpenUntouched(parsed.GetValue(data));
            var store = session.Get<RelationalStore>();
            var applied = await store.MigrateAsync(cancellation);
            await terminal.Out.WriteLineAsync(applied.Count == 0
                ? $"データベース「{store.Name}」の構造は最新です。何も変えていません。"
                : $"データベース「{store.Name}」の構造を最新にしました(適用: {string.Join("、", applied)})。");
            return ExitCode.Done;
        });
        return command;
    }
}
