using System.Diagnostics;
using System.Globalization;
using SurveyCalc.Statistics;

namespace SurveyCalc.Benchmarks.Weighting;

/// <summary><c>weight</c>: raking to sex, age and district, then all indicators by breakdown cell with intervals.</summary>
internal static class WeightCommand
{
    private const int Repeats = 5;
    private const double Mega = 1e6;

    public static int Run(WeightOptions options)
    {
        var sample = new WeightedSample(options);
        var before = PeakMemory.Bytes;
        CalibrationMargin[] margins = [.. sample.Attributes.Select((categories, a) => new CalibrationMargin(categories, sample.Populations[a]))];
        Calibration? calibration = null;
        DesignFrame? frame = null;
        var rake = Timed(() => calibration = Calibrate.Of(CalibrationMethod.Raking, Weights.Ones(options.Respondents), margins, CalibrationOptions.Default).Value);
        var warm = Enumerable.Range(0, Repeats).Select(_ => Timed(() => Calibrate.Of(CalibrationMethod.Raking, Weights.Ones(options.Respondents), margins, CalibrationOptions.Default))).Order().ToArray();
        var layOut = Timed(() => frame = DesignFrame.Of(Design.SimpleRandom(calibration!.Margins.Where(check => check.Margin == 0).Sum(check => check.Population)), default, default, calibration));
        var raked = PeakMemory.Bytes;

        var estimates = new CellEstimates(frame!, sample.Attributes);
        var compared = 0.0;
        var all = Timed(() =>
        {
            for (var question = 0; question < sample.Answers.Length; question++)
            {
                estimates.Add(sample.Answers[question]);
                compared = question < RSurvey.Indicators ? estimates.Checksum : compared;
            }
        });

        var summary = calibration!.Summary;
        Write($"{options.Respondents:N0} respondents, {options.Indicators} indicators, {estimates.Asked:N0} estimates; one thread");
        Write($"raking, first              {rake,9:F3} s   {calibration.Sweeps} sweeps, largest relative error of a margin {calibration.MaxMarginError:E1}");
        Write($"raking, warm               {warm[Repeats / 2],9:F3} s   weights {summary.Smallest:F3} to {summary.Largest:F3}, effective n {summary.KishEffectiveN:N0}");
        Write($"layout of the sample       {layOut,9:F3} s   {frame!.Groups.Count} groups");
        Write($"estimates and intervals    {all,9:F3} s   {1e6 * all / estimates.Asked:F0} µs each; {estimates.Estimated:N0} with interval; sum of the first {RSurvey.Indicators} indicators {compared:F9}");
        Write($"peak memory: {before / Mega:F0} MB with the data, {raked / Mega:F0} MB after raking, {PeakMemory.Bytes / Mega:F0} MB at the end");
        RSurvey.Run(sample, Console.Out);
        return 0;
    }

    private static double Timed(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Write(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
