namespace SurveyCalc.Tests.Demo;

/// <summary>
/// The generator's own random numbers, so that its files are the same bytes on every runtime.
/// Source: SplitMix64, Steele, Lea and Flood (2014), OOPSLA, 453–472.
/// </summary>
internal sealed class DemoCityRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>A whole number from 0 to <paramref name="limit"/> − 1. The bias of the remainder does not matter here.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>True with probability <paramref name="percent"/> / 100.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>A roughly normal whole number between −4,000 and 4,000 (a sum of four uniform ones).</summary>
    public int Spread() => Below(2001) + Below(2001) + Below(2001) + Below(2001) - 4000;

    /// <summary>Shuffles in place (Fisher–Yates).</summary>
    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong Next()
    {
        unchecked
        {
            var z = state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
