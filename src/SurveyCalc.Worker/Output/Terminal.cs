using System.Text;
using Spectre.Console;

namespace SurveyCalc.Worker.Output;

/// <summary>Where a command writes: results to the output, everything else to the error stream.</summary>
/// <param name="output">Results, as bytes.</param>
/// <param name="error">Messages, progress and problems.</param>
/// <param name="isInteractive">A person is watching: progress bars and colours are welcome.</param>
internal sealed class Terminal(Stream output, TextWriter error, bool isInteractive) : IDisposable
{
    private const int WidthOnPipe = 300;

    private readonly StreamWriter text = new(output, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };

    /// <summary>Text results.</summary>
    public TextWriter Out => text;

    public TextWriter Error => error;

    public bool IsInteractive => isInteractive;

    public static Terminal OfProcess() =>
        new(Console.OpenStandardOutput(), Console.Error, !Console.IsOutputRedirected && !Console.IsErrorRedirected);

    /// <summary>Writes bytes that are already encoded.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        text.Flush();
        output.Write(bytes);
        output.Flush();
    }

    /// <summary>A console for tables on the output; wide and plain on a pipe.</summary>
    public IAnsiConsole Tables() => ConsoleOn(text);

    /// <summary>A console for progress on the error stream.</summary>
    public IAnsiConsole Messages() => ConsoleOn(error);

    public void Dispose() => text.Dispose();

    private IAnsiConsole ConsoleOn(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = isInteractive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isInteractive) console.Profile.Width = WidthOnPipe;
        return console;
    }
}
