using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SurveyCalc.Worker.Output;

/// <summary>Where a command writes: results to the output, everything else to the error stream.</summary>
/// <param name="output">Results, as bytes.</param>
/// <param name="error">Messages, progress and problems.</param>
/// <param name="isInteractive">A person is watching: progress bars and colours are welcome.</param>
internal sealed class Terminal(Stream output, TextWriter error, bool isInteractive) : IDisposable
{
    private const int Unlimited = 10_000;

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

    /// <summary>True when the table can be shown whole: always on a pipe, else when the screen is wide enough.</summary>
    public bool Fits(Table table)
    {
        var console = ConsoleOn(text);
        return !isInteractive || WidthOf(table, console) <= console.Profile.Width;
    }

    /// <summary>Writes a table on the output in its full width: the renderer cannot fold wide characters into narrow columns.</summary>
    public void WriteTable(Table table)
    {
        var console = ConsoleOn(text);
        console.Profile.Width = Math.Max(console.Profile.Width, WidthOf(table, console));
        console.Write(table);
    }

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
        return console;
    }

    private static int WidthOf(IRenderable table, IAnsiConsole console) =>
        table.Measure(RenderOptions.Create(console, console.Profile.Capabilities), Unlimited).Max;
}
