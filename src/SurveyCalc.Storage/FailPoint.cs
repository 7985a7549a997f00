using System.Diagnostics;

namespace SurveyCalc.Storage;

/// <summary>
/// Named places at which a test lets the process die as if it were killed from outside, or stand still: the variable
/// SURVEYCALC_FailPoint is <c>name</c>, <c>name@path</c>, or <c>@folder</c> for the places that files in it name, so that a
/// process can be armed while it works. Without the variable, nothing happens.
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
        if (Armed is null || !IsArmed(name) || Interlocked.Exchange(ref passed, 1) == 1) return;
        if (Armed is not [{ Length: > 0 }, _])
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }

        File.Create(Armed[1]).Dispose();
        while (File.Exists(Armed[1])) Thread.Sleep(20);
    }

    private static bool IsArmed(string name) => Armed is ["", var folder] ? File.Exists(Path.Combine(folder, name)) : Armed![0] == name;
}
