using System.Diagnostics;

namespace SurveyCalc.Storage;

/// <summary>
/// Named places at which a test lets the process die as if it were killed from outside, or stand still: the variable
/// SURVEYCALC_FailPoint is <c>name</c> or <c>name@path</c>. Without it, nothing happens.
/// </summary>
/// <remarks>
/// Every write of the store has two: <c>SaveWaveAsync.written</c>, all statements made and nothing committed, and
/// <c>SaveWaveAsync.committed</c>, before the caller knows.
/// </remarks>
internal static class FailPoint
{
    /// <summary>Name of the variable.</summary>
    public const string Variable = "SURVEYCALC_FailPoint";

    private static readonly string[]? Armed = Environment.GetEnvironmentVariable(Variable)?.Split('@', 2);
    private static int passed;

    /// <summary>Kills the process at the armed place; with a path, creates that file and waits, once, until it is gone.</summary>
    public static void Pass(string name)
    {
        if (Armed is null || Armed[0] != name || Interlocked.Exchange(ref passed, 1) == 1) return;
        if (Armed.Length == 1)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }

        File.Create(Armed[1]).Dispose();
        while (File.Exists(Armed[1])) Thread.Sleep(20);
    }
}
