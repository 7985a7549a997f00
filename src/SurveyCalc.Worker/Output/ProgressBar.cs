using Spectre.Console;

namespace SurveyCalc.Worker.Output;

/// <summary>A progress bar on long work when somebody is watching, nothing on a pipe.</summary>
internal static class ProgressBar
{
    private const long WorthShowing = 20_000_000;

    /// <param name="terminal">Where to show it.</param>
    /// <param name="title">What is done.</param>
    /// <param name="bytes">Size of the work; small work shows nothing.</param>
    /// <param name="work">Reports 0 to 1.</param>
    public static async Task<T> RunAsync<T>(Terminal terminal, string title, long bytes, Func<IProgress<double>?, Task<T>> work)
    {
        if (!terminal.IsInteractive || bytes < WorthShowing) return await work(null);
        return await terminal.Messages().Progress().StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: 1);
            return await work(new Report(task));
        });
    }

    private sealed class Report(ProgressTask task) : IProgress<double>
    {
        void IProgress<double>.Report(double value) => task.Value = value;
    }
}
