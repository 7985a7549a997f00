using System.CommandLine;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Verification;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Storage.Relational;
using SurveyCalc.Storage.Sqlite;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>copy-store</c>: moves a city from the embedded database to PostgreSQL, and proves that nothing changed.</summary>
internal sealed class CopyStoreCommand(Terminal terminal)
{
    public Command Create()
    {
        var from = new Option<string?>("--from")
        {
            Description = "写す元の組み込みデータベースがあるフォルダー。省略時は設定の DataFolder。",
            HelpName = "フォルダー",
        };
        var command = new Command("copy-store", "組み込みデータベースの中身を、設定 Database の空の PostgreSQL にすべて写し、同じであることを検証する。") { from };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var settings = Session.OpenUntouched(null);
            if (settings.Get<RelationalStore>() is not PostgresStore target)
                throw new OperatorException("写す先がありません。設定 Database(または環境変数 SURVEYCALC_Database)に PostgreSQL の接続文字列を書いてください。");
            await using var embedded = parsed.GetValue(from) is { } folder ? Session.OpenUntouched(folder) : null;
            await using var source = SqliteStore.Open((embedded ?? settings).DatabasePath);
            return await CopyAsync(source, target, cancellation);
        });
        return command;
    }

    private async Task<int> CopyAsync(SqliteStore source, PostgresStore target, CancellationToken cancellation)
    {
        var rows = await target.CopyFromAsync(source, cancellation);
        await terminal.Out.WriteLineAsync(
            $"「{source.Name}」から「{target.Name}」に写しました: 改訂 {rows["actual"]}件、定義の版 {rows["definition"]}件、取込 {rows["snapshot"]}件、処理の記録 {rows["run"]}件");
        var (before, after) = (await new VerifyRecords(source).RunAsync(null, cancellation), await new VerifyRecords(target).RunAsync(null, cancellation));
        await terminal.Out.WriteLineAsync($"鎖のハッシュ値({after.Records.Chain.Count}番目): {after.Head}");
        if (Comparable(before) == Comparable(after))
        {
            await terminal.Out.WriteLineAsync(after.Findings.Count == 0
                ? "写した先を検証しました。すべて元と同じです。"
                : $"写した先は元と同じですが、元から書き込んだ時と異なる箇所が{after.Findings.Count}件あります。verify で確かめてください。");
            await terminal.Out.WriteLineAsync("原本のファイルは写していません。設定の DataFolder をこれまでと同じフォルダーにするか、その中の originals を写してください。");
            return ExitCode.Done;
        }

        await terminal.Error.WriteLineAsync("写した先が元と異なります。写した先のデータベースを捨て、ほかの処理を止めてから、もう一度実行してください。");
        return ExitCode.Refused;
    }

    /// <summary>All that a store answers on verification, in an order that does not depend on the database.</summary>
    private static string Comparable(VerifyRecords.Outcome outcome) => CanonicalJson.Write(outcome with
    {
        Records = outcome.Records with
        {
            Definitions = [.. outcome.Records.Definitions.OrderBy(d => d.Kind).ThenBy(d => d.Key, StringComparer.Ordinal).ThenBy(d => d.Version)],
        },
    });
}
