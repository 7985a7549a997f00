using System.Text;
using SurveyCalc.Worker.Commands;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Tests.Scenarios;

/// <summary>Keys and accounts by command.</summary>
public sealed class AccessCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task A_key_is_shown_once_listed_and_revoked()
    {
        await CommandRun.RunAsync("migrate", "--data", run.Data);
        var added = await CommandRun.RunAsync("keys", "add", "--name", "公開サイト", "--scope", "read,upload", "--data", run.Data);
        Assert.Matches("^sc_[0-9a-f]{12}_[A-Za-z0-9_-]{43}\n$", added.Out);
        var id = added.Out.Split('_')[1];
        var list = await CommandRun.RunAsync("keys", "list", "--data", run.Data);
        Assert.StartsWith($"{id}  公開サイト  権限: 閲覧、取込  作成: ", list.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(added.Out.Trim().Split('_', 3)[2], list.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await CommandRun.RunAsync("keys", "revoke", id, "--data", run.Data)).Exit);
        var again = await CommandRun.RunAsync("keys", "revoke", id, "--data", run.Data);
        Assert.Equal((ExitCode.CouldNotRun, $"取り消せるキー「{id}」はありません。keys list でIDを確かめてください。\n"), (again.Exit, again.Error));
    }

    [Fact]
    public async Task A_scope_that_does_not_exist_is_named()
    {
        var added = await CommandRun.RunAsync("keys", "add", "--name", "x", "--scope", "read,admin", "--data", run.Data);
        Assert.Equal(ExitCode.CouldNotRun, added.Exit);
        Assert.Contains("--scope の「admin」は使えません。read、upload、operate をコンマで区切って書いてください。", added.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("correct horse battery", "利用者「企画」を登録しました(権限 取込)。\n")]
    [InlineData("short", null)]
    [InlineData("", null)]
    public async Task A_password_comes_from_the_input_and_is_long_enough(string password, string? said)
    {
        await CommandRun.RunAsync("migrate", "--data", run.Data);
        using var output = new MemoryStream();
        using var error = new StringWriter();
        using var terminal = new Terminal(output, error, isInteractive: false);
        using var input = new StringReader(password);
        var invoked = new AccountsCommand(terminal, input).Create().Parse(["add", "企画", "--scope", "upload", "--data", run.Data])
            .InvokeAsync(new System.CommandLine.InvocationConfiguration { EnableDefaultExceptionHandler = false });
        if (said is null)
        {
            var fault = await Assert.ThrowsAsync<SurveyCalc.Indicators.OperatorException>(() => invoked);
            Assert.Equal("パスワードは12文字から200文字までにしてください。登録していません。", fault.Message);
            return;
        }

        await invoked;
        terminal.Out.Flush();
        Assert.Equal(said, Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal("利用者「企画」を止めました。\n", (await CommandRun.RunAsync("accounts", "disable", "企画", "--data", run.Data)).Out);
        Assert.Equal("企画  権限: 取込  停止\n", (await CommandRun.RunAsync("accounts", "list", "--data", run.Data)).Out);
    }
}
