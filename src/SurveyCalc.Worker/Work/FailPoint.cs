using System.Diagnostics;

namespace SurveyCalc.Worker.Work;

/// <summary>
/// Named places at which a test lets the process die as if it were killed from outside: the variable
/// SURVEYCALC_FailPoint names one. Without it, nothing happens.
/// </summary>
internal static class FailPoint
{
    /// <summary>Name of the variable.</summary>
    public const string Variable = "SURVEYCALC_FailPoint";

    private static readonly string? Armed = Environment.GetEnvironmentVariable(Variable);

    public static void Pass(string name)
    {
        if (Armed != name) return;
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
