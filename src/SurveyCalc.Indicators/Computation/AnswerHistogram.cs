using System.Numerics;
using System.Runtime.CompilerServices;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>
/// The joint histogram group × answer of one question: how many respondents, Σw and Σw². One pass over the rows serves
/// every indicator on the question and every cell of every breakdown. All sums are exact: packed into two words where the
/// largest weight proves that none can overflow, in 128 bits otherwise.
/// </summary>
/// <remarks>The loops over rows and groups are compiled in full at once: a wave is over before the runtime finds them hot.</remarks>
internal sealed class AnswerHistogram
{
    private readonly int answers;
    private readonly int weightBits;
    private readonly PackedBin[] packed = [];
    private readonly Bin[]? wide;

    private AnswerHistogram(int groups, int answers, RowWeights weights)
    {
        (this.answers, weightBits) = (answers, weights.SumBits);
        if (weights.CanBePacked) packed = new PackedBin[groups * answers];
        else wide = new Bin[groups * answers];
    }

    /// <summary>Counts one question.</summary>
    /// <param name="column">The answers.</param>
    /// <param name="grouping">Groups of the same respondents.</param>
    /// <param name="weights">Weights of the same respondents.</param>
    public static AnswerHistogram Of(AnswerColumn column, Grouping grouping, RowWeights weights)
    {
        var histogram = new AnswerHistogram(grouping.Count, Math.Max(1, column.Answers.Count), weights);
        for (int chunk = 0, first = 0; chunk < column.Chunks.Count; chunk++)
        {
            var rows = column.RowsIn(chunk);
            var groups = grouping.Ids.AsSpan(first, rows);
            var rowWeights = weights.Of(first, rows);
            if (column.Width == 1) histogram.Add<byte>(column.Chunks[chunk], groups, rowWeights);
            else histogram.Add<int>([.. Enumerable.Range(first, rows).Select(column.NumberAt)], groups, rowWeights);
            first += rows;
        }

        return histogram;
    }

    /// <summary>Respondents of some groups who gave one answer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Bin Sum(ReadOnlySpan<int> groups, int answer)
    {
        if (wide is not null) return SumWide(wide, groups, answer);
        var mask = (1UL << weightBits) - 1;
        ulong count = 0, weight = 0, square = 0;
        foreach (var group in groups)
        {
            var bin = packed[group * answers + answer];
            count += bin.CountAndWeight >> weightBits;
            weight += bin.CountAndWeight & mask;
            square += bin.Square;
        }

        return new Bin((long)count, weight, square);
    }

    private Bin SumWide(Bin[] bins, ReadOnlySpan<int> groups, int answer)
    {
        var sum = default(Bin);
        foreach (var group in groups)
        {
            var bin = bins[group * answers + answer];
            sum = new Bin(sum.Count + bin.Count, sum.Weight + bin.Weight, sum.Square + bin.Square);
        }

        return sum;
    }

    private void Add<T>(ReadOnlySpan<T> numbers, ReadOnlySpan<int> groups, ReadOnlySpan<long> weights)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (wide is not null) AddWide(wide, numbers, groups, weights);
        else if (weights.IsEmpty) AddCounts(numbers, groups);
        else AddWeighted(numbers, groups, weights);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddCounts<T>(ReadOnlySpan<T> numbers, ReadOnlySpan<int> groups)
        where T : unmanaged, IBinaryInteger<T>
    {
        var (bins, stride) = (packed, answers);
        var one = (1UL << weightBits) + 1;
        for (var i = 0; i < groups.Length && i < numbers.Length; i++)
        {
            ref var bin = ref bins[groups[i] * stride + int.CreateTruncating(numbers[i])];
            bin.CountAndWeight += one;
            bin.Square++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddWeighted<T>(ReadOnlySpan<T> numbers, ReadOnlySpan<int> groups, ReadOnlySpan<long> weights)
        where T : unmanaged, IBinaryInteger<T>
    {
        var (bins, stride) = (packed, answers);
        var one = 1UL << weightBits;
        for (var i = 0; i < groups.Length && i < numbers.Length && i < weights.Length; i++)
        {
            ref var bin = ref bins[groups[i] * stride + int.CreateTruncating(numbers[i])];
            unchecked
            {
                // RowWeights has shown that no sum of these can overflow.
                var weight = (ulong)weights[i];
                bin.CountAndWeight += one + weight;
                bin.Square += weight * weight;
            }
        }
    }

    private void AddWide<T>(Bin[] bins, ReadOnlySpan<T> numbers, ReadOnlySpan<int> groups, ReadOnlySpan<long> weights)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var i = 0; i < groups.Length; i++)
        {
            Int128 weight = weights[i];
            ref var bin = ref bins[groups[i] * answers + int.CreateTruncating(numbers[i])];
            bin = new Bin(bin.Count + 1, bin.Weight + weight, bin.Square + weight * weight);
        }
    }

    /// <summary>Respondents in one group with one answer.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="Weight">Σw in the unit of the weights; the count when unweighted.</param>
    /// <param name="Square">Σw² in the unit squared; the count when unweighted.</param>
    internal readonly record struct Bin(long Count, Int128 Weight, Int128 Square);

    /// <summary>The same in two words: the count above the bits of Σw, and Σw².</summary>
    private struct PackedBin
    {
        public ulong CountAndWeight;
        public ulong Square;
    }
}
