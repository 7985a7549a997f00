using System.Diagnostics;
using System.Globalization;

namespace SurveyCalc.Benchmarks;

/// <summary>The most physical memory this process has held so far, which only grows.</summary>
internal static class PeakMemory
{
    /// <summary>Bytes: the kernel's high-water mark where there is one.</summary>
    public static long Bytes => BytesOf(Environment.ProcessId);

    /// <summary>The same of another process.</summary>
    public static long BytesOf(int id)
    {
        const string mark = "VmHWM:";
        var status = string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/status");
        if (File.Exists(status) && File.ReadLines(status).FirstOrDefault(l => l.StartsWith(mark, StringComparison.Ordinal)) is { } line)
            return 1024 * long.Parse(line[mark.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        using var process = Process.GetProcessById(id);
        return process.PeakWorkingSet64;
    }
}
