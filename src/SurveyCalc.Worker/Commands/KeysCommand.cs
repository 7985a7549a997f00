using System.CommandLine;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Worker.Access;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>keys</c>: keys of other systems (APIキー).</summary>
internal sealed class KeysCommand(Terminal terminal)
{
    public Command Create() => new("keys", "ほかのシステムが使うAPIキーを作り、並べ、取り消す。") { Add(), List(), Revoke() };

    private Command Add()
    {
        var name = new Option<string>("--name") { Description = "何が使うキーか(例: 公開サイト)。", HelpName = "名前", Required = true };
        var (scope, data) = (ScopeOption.Create(), CommonOptions.DataFolder());
        var command = new Command("add", "キーを作る。キーはこのとき一度だけ表示する。") { name, scope, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var owner = parsed.GetRequiredValue(name).Trim();
            if (owner.Length is 0 or > 100 || owner.Any(char.IsControl)) throw new OperatorException("--name は1文字から100文字までにしてください。");
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var secret = KeySecret.Create();
            await session.Get<IAccessStore>().AddKeyAsync(
                new ApiKey(secret.Id, owner, parsed.GetValue(scope), secret.Hash(), session.Get<TimeProvider>().GetUtcNow(), Environment.UserName), cancellation);
            await terminal.Error.WriteLineAsync($"キー {secret.Id}({owner}、権限 {parsed.GetValue(scope).InJapanese()})を作りました。次の行がキーです。二度と表示しません。");
            await terminal.Out.WriteLineAsync(secret.ToString());
            return ExitCode.Done;
        });
        return command;
    }

    private Command List()
    {
        var data = CommonOptions.DataFolder();
        var command = new Command("list", "キーの一覧。") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var keys = await session.Get<IAccessStore>().GetKeysAsync(cancellation);
            if (keys.Count == 0) await terminal.Out.WriteLineAsync("キーはまだありません。keys add で作れます。");
            foreach (var key in keys)
            {
                var state = key.RevokedAt is { } at ? $"取消 {TokyoTime.Minute(at)}" : "有効";
                await terminal.Out.WriteLineAsync($"{key.Id}  {key.Name}  権限: {key.Scopes.InJapanese()}  作成: {TokyoTime.Minute(key.CreatedAt)}({key.CreatedBy})  {state}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private Command Revoke()
    {
        var id = new Argument<string>("ID") { Description = "キーのID(keys list で見られます)。" };
        var data = CommonOptions.DataFolder();
        var command = new Command("revoke", "キーを取り消す。すぐに使えなくなる。") { id, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var key = parsed.GetRequiredValue(id);
            if (!await session.Get<IAccessStore>().RevokeKeyAsync(key, session.Get<TimeProvider>().GetUtcNow(), cancellation))
                throw new OperatorException($"取り消せるキー「{key}」はありません。keys list でIDを確かめてください。");
            await terminal.Out.WriteLineAsync($"キー {key} を取り消しました。");
            return ExitCode.Done;
        });
        return command;
    }
}
