using System.CommandLine;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Worker.Access;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>accounts</c>: people who sign in to the pages (利用者).</summary>
/// <param name="terminal">Where it writes.</param>
/// <param name="input">Where the password comes from when it is not typed; the standard input by default.</param>
internal sealed class AccountsCommand(Terminal terminal, TextReader? input = null)
{
    public const int ShortestPassword = 12;

    public Command Create() => new("accounts", "画面にサインインする利用者を登録し、並べ、止める。") { Add(), List(), Disable() };

    private Command Add()
    {
        var name = new Argument<string>("名前") { Description = "サインインの名前。" };
        var (scope, data) = (ScopeOption.Create(), CommonOptions.DataFolder());
        var command = new Command("add", "利用者を登録する。ある名前なら、パスワードと権限を新しくし、ロックと停止を解く。パスワードは画面か標準入力から読む。") { name, scope, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var person = parsed.GetRequiredValue(name).Trim();
            if (person.Length is 0 or > 100 || person.Any(char.IsControl)) throw new OperatorException("名前は1文字から100文字までにしてください。");
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var password = await PasswordAsync(cancellation);
            if (password.Length is < ShortestPassword or > 200) throw new OperatorException($"パスワードは{ShortestPassword}文字から200文字までにしてください。登録していません。");
            await session.Get<IAccessStore>().SaveAccountAsync(new Account(person, parsed.GetValue(scope), SignIn.HashOf(password)), cancellation);
            await terminal.Out.WriteLineAsync($"利用者「{person}」を登録しました(権限 {parsed.GetValue(scope).InJapanese()})。");
            return ExitCode.Done;
        });
        return command;
    }

    private Command List()
    {
        var data = CommonOptions.DataFolder();
        var command = new Command("list", "利用者の一覧。") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var accounts = await session.Get<IAccessStore>().GetAccountsAsync(cancellation);
            var now = session.Get<TimeProvider>().GetUtcNow();
            if (accounts.Count == 0) await terminal.Out.WriteLineAsync("利用者はまだいません。accounts add で登録できます。");
            foreach (var account in accounts)
            {
                var state = account.IsDisabled ? "停止" : account.LockedUntil is { } until && until > now ? $"ロック中({TokyoTime.Minute(until)}まで)" : "有効";
                await terminal.Out.WriteLineAsync($"{account.Name}  権限: {account.Scopes.InJapanese()}  {state}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private Command Disable()
    {
        var name = new Argument<string>("名前") { Description = "サインインの名前。" };
        var data = CommonOptions.DataFolder();
        var command = new Command("disable", "利用者を止める。開いている画面もすぐに使えなくなる。") { name, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var store = session.Get<IAccessStore>();
            var account = await store.FindAccountAsync(parsed.GetRequiredValue(name), cancellation)
                ?? throw new OperatorException($"利用者「{parsed.GetRequiredValue(name)}」はいません。accounts list で名前を確かめてください。");
            await store.SaveAccountAsync(account with { IsDisabled = true }, cancellation);
            await terminal.Out.WriteLineAsync($"利用者「{account.Name}」を止めました。");
            return ExitCode.Done;
        });
        return command;
    }

    private async Task<string> PasswordAsync(CancellationToken cancellation)
    {
        if (input is null && !Console.IsInputRedirected) return Typed();
        return await (input ?? Console.In).ReadLineAsync(cancellation) ?? "";
    }

    /// <summary>Reads keys without showing them, twice.</summary>
    private string Typed()
    {
        var first = Keys($"パスワード({ShortestPassword}文字以上): ");
        return Keys("もう一度: ") == first ? first : throw new OperatorException("2回のパスワードが違います。もう一度やり直してください。登録していません。");
    }

    private string Keys(string prompt)
    {
        terminal.Error.Write(prompt);
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key is ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        terminal.Error.WriteLine();
        return typed.ToString();
    }
}
