namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>Verdicts on all indicators of a survey together, before and after the Benjamini–Hochberg adjustment.</summary>
internal sealed class FamilyCounts
{
    public long Surveys { get; private set; }

    /// <summary>The verdict of each interval on its own.</summary>
    public Verdicts Before { get; private set; }

    /// <summary>The verdict after the adjustment.</summary>
    public Verdicts After { get; private set; }

    /// <param name="before">Indicators found to differ by their own intervals.</param>
    /// <param name="after">Indicators found to differ after the adjustment.</param>
    /// <param name="isChanged">Indicators that truly changed.</param>
    public void Add(bool[] before, bool[] after, Func<int, bool> isChanged)
    {
        Surveys++;
        Before = Before.With(before, isChanged);
        After = After.With(after, isChanged);
    }

    public void Add(FamilyCounts other) =>
        (Surveys, Before, After) = (Surveys + other.Surveys, Before.With(other.Before), After.With(other.After));

    /// <summary>Sums over surveys.</summary>
    /// <param name="FalseAlarms">Indicators flagged that did not change.</param>
    /// <param name="WithFalseAlarm">Surveys with at least one of them.</param>
    /// <param name="Found">Indicators flagged that did change.</param>
    /// <param name="FalseShare">Share of false ones among those flagged, 0 when none is.</param>
    public readonly record struct Verdicts(long FalseAlarms, long WithFalseAlarm, long Found, double FalseShare)
    {
        public Verdicts With(bool[] flags, Func<int, bool> isChanged)
        {
            var (alarms, found) = (0, 0);
            for (var i = 0; i < flags.Length; i++)
            {
                alarms += flags[i] && !isChanged(i) ? 1 : 0;
                found += flags[i] && isChanged(i) ? 1 : 0;
            }

            return With(new(alarms, alarms > 0 ? 1 : 0, found, alarms == 0 ? 0 : alarms / (double)(alarms + found)));
        }

        public Verdicts With(Verdicts other) => new(
            FalseAlarms + other.FalseAlarms, WithFalseAlarm + other.WithFalseAlarm, Found + other.Found, FalseShare + other.FalseShare);
    }
}
