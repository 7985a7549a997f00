using System.Diagnostics;

namespace SurveyCalc.Storage;

/// <summary>
/// Named places at which a test lets the process die as if it were killed from outside, or stand still: the variable
/// SURVEYCALC_FailPoint is <c>name</c>, <c>name@path</c>, or <c>@folder</c> for the places that files in it name, so that a
/// process can be armed while it works: it dies at <c>name</c> and stands still at <c>name.hold</c>. Without the variable,
/// nothing happens.
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
        if (Armed is null) return;
        if (Armed is ["", var folder])
        {
            WaitFor(Path.Combine(folder, name + ".hold"));
            if (File.Exists(Path.Combine(folder, name))) Die();
        }
        else if (Armed[0] == name && Interlocked.Exchange(ref passed, 1) == 0)
        {
            if (Armed.Length == 1) Die();
            File.Create(Armed[1]).Dispose();
            WaitFor(Armed[1]);
        }
    }

    private static void WaitFor(string path)
    {
        while (File.Exists(path)) Thread.Sleep(20);
    }

    private static void Die()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
