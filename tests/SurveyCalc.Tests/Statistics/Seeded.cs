using System.Globalization;
using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

/// <summary>Runs a property on many random inputs and names the seed of the one that fails.</summary>
/// <remarks>SURVEYCALC_SEED repeats a run.</remarks>
internal static class Seeded
{
    public static void ForAll(int runs, Action<Random> property)
    {
        var given = Environment.GetEnvironmentVariable("SURVEYCALC_SEED");
        var first = int.TryParse(given, NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();
        for (var run = 0; run < (given is null ? runs : 1); run++)
        {
            try
            {
                property(new Random(unchecked(first + run)));
            }
            catch (Exception error)
            {
                Assert.Fail($"Seed {unchecked(first + run)} (set SURVEYCALC_SEED to repeat): {error.Message}");
            }
        }
    }

    /// <summary>A denominator of 1 to a million, small ones as often as large ones.</summary>
    public static long Valid(this Random random) => (long)Math.Pow(10, random.NextDouble() * 6);

    /// <summary>A numerator for the denominator; none and all come up often.</summary>
    public static long Positive(this Random random, long valid) => random.Next(8) switch
    {
        0 => 0,
        1 => valid,
        _ => random.NextInt64(valid + 1),
    };

    public static Level Level(this Random random) => new(0.5 + (0.499 * random.NextDouble()));

    /// <summary>A respondent with any weight and score, of any decimals.</summary>
    public static Tally Respondent(this Random random) => random.Next(4) == 0
        ? Tally.OutsideBase(1)
        : Tally.Of(true, random.Next(2) == 0, random.Next(1, 1_000_000), random.Next(7), random.Next(-500, 501), random.Next(3));
}
