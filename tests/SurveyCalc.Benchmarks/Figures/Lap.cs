using System.Diagnostics;

namespace SurveyCalc.Benchmarks.Figures;

/// <summary>How long a phase took, and how much processor time it used: on a busy machine only the latter means much.</summary>
/// <param name="Seconds">Wall clock.</param>
/// <param name="Processor">Processor seconds of all threads of this process.</param>
internal readonly record struct Lap(double Seconds, double Processor)
{
    public static Lap Of(Action work)
    {
        var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        work();
        return new Lap(Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }

    /// <summary>The one of median wall clock, after a run that does not count.</summary>
    public static Lap Median(int repeats, Action work)
    {
        work();
        return Enumerable.Range(0, repeats).Select(_ => Of(work)).OrderBy(lap => lap.Seconds).ElementAt(repeats / 2);
    }
}
