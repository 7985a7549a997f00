using System.Diagnostics;
using System.Text;
using SurveyCalc.Worker.Commands;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Tests.Scenarios;

/// <summary>Runs commands in a temporary folder, as a shell on a pipe would.</summary>
internal sealed class CommandRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("surveycalc-").FullName;

    /// <summary>Data folder handed to every command that takes one.</summary>
    public string Data => Path.Combine(Folder, "data");

    /// <summary>The shipped demo city.</summary>
    public static string Demo => Path.Combine(AppContext.BaseDirectory, "demo");

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text, new UTF8Encoding(false));
        return PathOf(name);
    }

    /// <summary>Runs one command line.</summary>
    public static async Task<(int Exit, string Out, string Error, byte[] Bytes)> RunAsync(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal(output, error, isInteractive: false);
        var exit = await new CommandLine(terminal).RunAsync(args, CancellationToken.None);
        terminal.Out.Flush();
        return (exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString(), output.ToArray());
    }

    /// <summary>Runs a command in its own process, with the database in its environment.</summary>
    public static async Task<(int Exit, string Out, string Error)> OnServerAsync(string folder, string database, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["SURVEYCALC_Database"] = database },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
