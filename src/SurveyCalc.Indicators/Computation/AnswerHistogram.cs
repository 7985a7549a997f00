using System.Buffers.Binary;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>
/// The joint histogram group × answer of one question: how many respondents, Σw and Σw². One pass over the rows serves
/// every indicator on the question and every cell of every breakdown. All sums are exact.
/// </summary>
internal sealed class AnswerHistogram
{
    private readonly Bin[] bins;

    private AnswerHistogram(Bin[] bins, int answers)
    {
        this.bins = bins;
        Answers = answers;
    }

    /// <summary>Distinct answers of the question.</summary>
    public int Answers { get; }

    public Bin this[int group, int answer] => bins[group * Answers + answer];

    /// <summary>Counts one question.</summary>
    /// <param name="column">The answers.</param>
    /// <param name="grouping">Groups of the same respondents.</param>
    /// <param name="weights">Weights of the same respondents; null counts everybody as 1.</param>
    public static AnswerHistogram Of(AnswerColumn column, Grouping grouping, WeightColumn? weights)
    {
        var answers = Math.Max(1, column.Answers.Count);
        var size = grouping.Count * answers;
        if (weights is null) return new AnswerHistogram(Unweighted(column, grouping.Ids, answers, size), answers);
        var largest = weights.Values.Length == 0 ? 0 : weights.Values.Max();
        var fitsLong = (Int128)largest * largest * Math.Max(1, column.Rows) <= long.MaxValue;
        return new AnswerHistogram(
            fitsLong ? Narrow(column, grouping.Ids, answers, size, weights.Values) : Wide(column, grouping.Ids, answers, size, weights.Values),
            answers);
    }

    private static Bin[] Unweighted(AnswerColumn column, int[] groups, int answers, int size)
    {
        var counts = new long[size];
        ForEachRow(column, (row, number) => counts[groups[row] * answers + number]++,
            (first, bytes) =>
            {
                var ids = groups.AsSpan(first, bytes.Length);
                for (var i = 0; i < ids.Length; i++) counts[ids[i] * answers + bytes[i]]++;
            });
        return Array.ConvertAll(counts, n => new Bin(n, n, n));
    }

    /// <summary>Every sum fits in 64 bits: checked by the caller from the largest weight.</summary>
    private static Bin[] Narrow(AnswerColumn column, int[] groups, int answers, int size, long[] weights)
    {
        var sums = new (long Count, long Weight, long Square)[size];
        ForEachRow(column, (row, number) => Add(ref sums[groups[row] * answers + number], weights[row]),
            (first, bytes) =>
            {
                var ids = groups.AsSpan(first, bytes.Length);
                var w = weights.AsSpan(first, bytes.Length);
                for (var i = 0; i < ids.Length; i++) Add(ref sums[ids[i] * answers + bytes[i]], w[i]);
            });
        return Array.ConvertAll(sums, s => new Bin(s.Count, s.Weight, s.Square));

        static void Add(ref (long Count, long Weight, long Square) sum, long weight)
        {
            sum.Count++;
            sum.Weight += weight;
            sum.Square += weight * weight;
        }
    }

    private static Bin[] Wide(AnswerColumn column, int[] groups, int answers, int size, long[] weights)
    {
        var sums = new Bin[size];
        ForEachRow(column, Add, (first, bytes) =>
        {
            for (var i = 0; i < bytes.Length; i++) Add(first + i, bytes[i]);
        });
        return sums;

        void Add(int row, int number)
        {
            Int128 weight = weights[row];
            ref var sum = ref sums[groups[row] * answers + number];
            sum = new Bin(sum.Count + 1, sum.Weight + weight, sum.Square + weight * weight);
        }
    }

    /// <summary>Runs over a column: whole chunks of one-byte numbers at once, wider ones row by row.</summary>
    private static void ForEachRow(AnswerColumn column, Action<int, int> wide, Action<int, byte[]> bytes)
    {
        var first = 0;
        foreach (var chunk in column.Chunks)
        {
            if (column.Width == 1)
                bytes(first, chunk);
            else
                for (var at = 0; at < chunk.Length; at += column.Width)
                    wide(first + at / column.Width, column.Width == 2
                        ? BinaryPrimitives.ReadUInt16LittleEndian(chunk.AsSpan(at))
                        : BinaryPrimitives.ReadInt32LittleEndian(chunk.AsSpan(at)));
            first += chunk.Length / column.Width;
        }
    }

    /// <summary>Respondents in one group with one answer.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="Weight">Σw in the unit of the weights; the count when unweighted.</param>
    /// <param name="Square">Σw² in the unit squared; the count when unweighted.</param>
    internal readonly record struct Bin(long Count, Int128 Weight, Int128 Square);
}
