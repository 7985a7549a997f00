using System.CommandLine;
using System.CommandLine.Help;
using SurveyCalc.Indicators;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary>All commands, and what becomes of their faults.</summary>
internal sealed class CommandLine(Terminal terminal)
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await terminal.Error.WriteLineAsync(ParseErrors.InJapanese(error));
            await terminal.Error.WriteLineAsync("使い方は --help で見られます。");
            return ExitCode.CouldNotRun;
        }

        try
        {
            var settings = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Out, Error = terminal.Error };
            return await parsed.InvokeAsync(settings, cancellation);
        }
        catch (OperatorException fault)
        {
            await terminal.Error.WriteLineAsync(fault.Message);
            return ExitCode.CouldNotRun;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            await terminal.Error.WriteLineAsync($"ファイルまたはフォルダーが見つかりません。場所と名前を確かめてください。({PathIn(fault)})");
            return ExitCode.CouldNotRun;
        }
        catch (UnauthorizedAccessException fault)
        {
            await terminal.Error.WriteLineAsync($"読み書きする権限がないか、ファイルでなくフォルダーです。場所と名前を確かめてください。({PathIn(fault)})");
            return ExitCode.CouldNotRun;
        }
        catch (IOException fault)
        {
            await terminal.Error.WriteLineAsync($"読み書きできません。Excelで開いていれば閉じ、権限と空き容量を確かめてください。({fault.Message})");
            return ExitCode.CouldNotRun;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync($"プログラムの誤りで止まりました。途中までの結果は保存していません。次の内容を開発元に伝えてください。\n{fault}");
            return ExitCode.CouldNotRun;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("中止しました。途中までの結果は保存していません。");
            return ExitCode.CouldNotRun;
        }
    }

    /// <summary>The path that the runtime puts between quotation marks in its own words; those words where it puts none.</summary>
    private static string PathIn(Exception fault)
    {
        var (from, to) = (fault.Message.IndexOf('\''), fault.Message.LastIndexOf('\''));
        return to > from ? fault.Message[(from + 1)..to] : fault.Message;
    }

    /// <summary>The tree of all commands.</summary>
    internal RootCommand Root()
    {
        var root = Commands();
        foreach (var help in root.Options.OfType<HelpOption>()) help.Description = "使い方を表示する";
        return root;
    }

    private RootCommand Commands() => new("市民意識調査・職員意識調査の回答から、成果指標の実績値を計算します。")
    {
        new DemoCommand(terminal).Create(),
        new ServeCommand(terminal).Create(),
        new RunsCommand(terminal).Create(),
        new RunAgainCommand(terminal).Create(),
        new RunNowCommand(terminal).Create(),
        new KeysCommand(terminal).Create(),
        new AccountsCommand(terminal).Create(),
        new DefineCommand(terminal).Create(),
        new TemplateCommand(terminal).Create(),
        new ImportCommand(terminal, dryRun: true).Create(),
        new ImportCommand(terminal, dryRun: false).Create(),
        new RecomputeCommand(terminal).Create(),
        new ActualsCommand(terminal).Create(),
        new IndicatorsCommand(terminal).Create(),
        new TargetsCommand(terminal).Create(),
        new PortfolioCommand(terminal).Create(),
        new ReleaseCommand(terminal).Create(),
        new CorrectCommand(terminal).Create(),
        new ErrataCommand(terminal).Create(),
        new VerifyCommand(terminal).Create(),
        new WebhooksCommand(terminal).Create(),
        new ExplainCommand(terminal).Create(),
        new SheetCommand(terminal).Create(),
        new MigrateCommand(terminal).Create(),
        new CopyStoreCommand(terminal).Create(),
        new AnalyzeCommand(terminal).Create(),
        new WeightsCommand(terminal).Create(),
        new IntervalCommand(terminal).Create(),
        new CompareCommand(terminal).Create(),
        new ReadTargetCommand(terminal).Create(),
        new ReadYearCommand(terminal).Create(),
        new ReadFormulaCommand(terminal).Create(),
    };
}
