using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>What the respondents of a wave count for: their weights, or 1 each.</summary>
internal sealed class RowWeights
{
    private readonly long[]? values;

    /// <param name="weights">The weights, all above zero; null when everybody counts as 1.</param>
    /// <param name="rows">Number of respondents.</param>
    public RowWeights(WeightColumn? weights, int rows)
    {
        values = weights?.Values;
        Decimals = weights?.Decimals ?? 0;
        Int128 largest = values is { Length: > 0 } ? values.Max() : 1;
        SumBits = BitsOf(largest * rows);
        CanBePacked = SumBits + BitsOf(rows) <= 64 && largest * largest * rows <= ulong.MaxValue;
    }

    /// <summary>Decimal places of the weights.</summary>
    public int Decimals { get; }

    /// <summary>Bits that hold Σw for whichever respondents it is taken over.</summary>
    public int SumBits { get; }

    /// <summary>True when a count and Σw always fit one 64-bit word together, and Σw² another.</summary>
    public bool CanBePacked { get; }

    /// <summary>Weights of consecutive respondents; empty when none are given.</summary>
    public ReadOnlySpan<long> Of(int first, int rows) => values is null ? [] : values.AsSpan(first, rows);

    private static int BitsOf(Int128 largest) => 128 - (int)Int128.LeadingZeroCount(largest);
}
