using System.CommandLine;
using Microsoft.Extensions.Options;
using SurveyCalc.Worker.Output;
using SurveyCalc.Worker.Serving;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>serve</c>: the service.</summary>
internal sealed partial class ServeCommand(Terminal terminal)
{
    public Command Create()
    {
        var data = CommonOptions.DataFolder();
        var command = new Command("serve", "常駐して、夜間の再計算、受付フォルダー、HTTPの受付と配信を行う。") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var server = Server.Build(parsed.GetValue(data));
            await StoreGate.PassAsync(server.Services, terminal.Error, cancellation);
            await server.StartAsync(cancellation);
            var urls = string.Join("、", server.Urls);
            if (server.Services.GetRequiredService<IOptions<SurveyCalcOptions>>().Value.LogFormat == SurveyCalcOptions.JsonLog) Listening(server.Logger, urls);
            else await terminal.Out.WriteLineAsync($"受け付けています: {urls}");
            await server.WaitForShutdownAsync(cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Listening on {Urls}")]
    private static partial void Listening(ILogger log, string urls);
}
