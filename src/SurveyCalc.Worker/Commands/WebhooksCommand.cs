using System.CommandLine;
using Microsoft.Extensions.Options;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Deliveries;
using SurveyCalc.Worker.Output;
using SurveyCalc.Worker.Webhooks;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>webhooks</c>: how far each destination is; <c>webhooks replay</c> sends again.</summary>
internal sealed class WebhooksCommand(Terminal terminal)
{
    public Command Create()
    {
        var (data, format, output) = (CommonOptions.DataFolder(), CommonOptions.Format(), CommonOptions.OutputFile());
        var command = new Command("webhooks", "改訂の配信の状況(配信先ごとの済み、最新、断念した番号、最後の失敗)を表示する。") { data, format, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(format) is OutputFormat.Csv) throw new OperatorException("webhooks の --format は table か json にしてください。");
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var ledger = session.Get<IDeliveryLedger>();
            var known = await ledger.GetStatusAsync(cancellation);
            var progress = DestinationProgress.Of(Configured(session), known, await HeadAsync(session, known, cancellation), session.Get<TimeProvider>().GetUtcNow());
            if (progress.Count == 0) await terminal.Error.WriteLineAsync("配信先はありません。設定の Webhooks と WebhookHosts に書いてください。");
            if (parsed.GetValue(format) is OutputFormat.Json)
                new ResultWriter(terminal, OutputFormat.Json, parsed.GetValue(output), "utf8").WriteJson(progress);
            else if (progress.Count > 0) DeliveriesTable.Write(terminal, progress);
            return ExitCode.Done;
        });
        command.Subcommands.Add(Replay());
        return command;
    }

    private Command Replay()
    {
        var name = new Argument<string>("name") { Description = "配信先の名前。", HelpName = "配信先" };
        var from = new Option<long?>("--from") { Description = "この番号から最新まで、もう一度送る。", HelpName = "番号" };
        var only = new Option<long?>("--only") { Description = "この番号だけ、もう一度送る(断念したものなど)。", HelpName = "番号" };
        var data = CommonOptions.DataFolder();
        var command = new Command("replay", "改訂を配信先にもう一度送る。送るのは、動いている serve。") { name, from, only, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (destination, first, one) = (parsed.GetRequiredValue(name), parsed.GetValue(from), parsed.GetValue(only));
            if (first is null == one is null) throw new OperatorException("--from 番号(そこから最新まで)か --only 番号(それだけ)のどちらか一方を付けてください。");
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var ledger = session.Get<IDeliveryLedger>();
            var sequence = (first ?? one)!.Value;
            if (!await ledger.ReplayAsync(destination, sequence, one is not null, cancellation))
                throw await UnknownAsync(ledger, destination, sequence, cancellation);
            await terminal.Out.WriteLineAsync(one is not null
                ? $"配信先「{destination}」に{sequence}番をもう一度送ります。"
                : $"配信先「{destination}」に{sequence}番から最新まで、もう一度送ります。");
            if (Configured(session).All(d => d.Name != destination))
                await terminal.Error.WriteLineAsync($"配信先「{destination}」は設定の Webhooks にありません。書き足して serve を起動すると送ります。");
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<WebhookOptions> Configured(Session session) => session.Get<IOptions<SurveyCalcOptions>>().Value.Webhooks;

    /// <summary>Of a chain that no destination was asked for yet; every revision is a link.</summary>
    private static async Task<long> HeadAsync(Session session, IReadOnlyList<DeliveryStatus> known, CancellationToken cancellation) =>
        known.Count > 0 ? known[0].Head : (await session.Store.GetMarkAsync(cancellation)).Revisions;

    private static async Task<OperatorException> UnknownAsync(IDeliveryLedger ledger, string destination, long sequence, CancellationToken cancellation)
    {
        var known = await ledger.GetStatusAsync(cancellation);
        if (known.FirstOrDefault(s => s.Destination == destination) is { } found)
            return new OperatorException($"{sequence}番の改訂はありません。1~{found.Head} の番号にしてください。");
        return new OperatorException(known.Count == 0
            ? "まだどこにも配信していません。設定の Webhooks に配信先を書き、serve を起動してください。"
            : $"配信先「{destination}」には、まだ配信していません。配信先: {string.Join("、", known.Select(s => s.Destination))}");
    }
}
