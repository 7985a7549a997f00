using System.Runtime.CompilerServices;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>
/// Puts every respondent of a wave into one group: the joint value of some columns (性別×年代×地区). The group number is
/// the mixed-radix number of the answers' numbers, so that each column can be read back from it.
/// </summary>
internal sealed class Grouping
{
    /// <summary>
    /// Beyond this many bins (groups × answers) a joint histogram no longer fits the cache, and its roll-up costs more
    /// than it saves.
    /// </summary>
    public const int MostJointBins = 65_536;

    private readonly long[] strides;

    /// <summary>Mixed-radix number of each group where the groups are renumbered; null where the two agree.</summary>
    private readonly long[]? codes;

    private Grouping(IReadOnlyList<AnswerColumn> columns, int rows)
    {
        Columns = columns;
        strides = new long[columns.Count];
        var count = 1L;
        for (var i = 0; i < columns.Count; i++)
        {
            strides[i] = count;
            count *= Math.Max(1, columns[i].Answers.Count);
        }

        Ids = new int[rows];
        if (count > MostJointBins)
        {
            codes = Renumber(columns, strides, Ids);
            Count = Math.Max(1, codes.Length);
            return;
        }

        Count = (int)count;
        for (var i = 0; i < columns.Count; i++) Add(columns[i], (int)strides[i], Ids);
    }

    public IReadOnlyList<AnswerColumn> Columns { get; }

    /// <summary>Number of groups, at least 1; never more than there are rows where the columns would make a great many.</summary>
    public int Count { get; }

    /// <summary>Group of each respondent, 0 ≤ id &lt; <see cref="Count"/>.</summary>
    public int[] Ids { get; }

    /// <summary>Groups by the joint value of the columns; one group when there is no column.</summary>
    public static Grouping By(IReadOnlyList<AnswerColumn> columns, int rows) => new(columns, rows);

    /// <summary>How many groups the columns would make; any number above 2³² when they are more.</summary>
    public static long CountOf(IEnumerable<AnswerColumn> columns) =>
        columns.Aggregate(1L, (count, column) => count > uint.MaxValue ? count : count * Math.Max(1, column.Answers.Count));

    /// <summary>Number of the answer that a group stands for in one of its columns.</summary>
    public int NumberOf(int group, int column) => (int)((codes is null ? group : codes.Length == 0 ? 0 : codes[group]) / strides[column] % Math.Max(1, Columns[column].Answers.Count));

    /// <summary>Numbers the joint values that occur, in the order of their mixed-radix numbers.</summary>
    private static long[] Renumber(IReadOnlyList<AnswerColumn> columns, long[] strides, int[] ids)
    {
        var codeOf = new long[ids.Length];
        for (var i = 0; i < columns.Count; i++)
            for (var row = 0; row < codeOf.Length; row++) codeOf[row] += columns[i].NumberAt(row) * strides[i];
        long[] codes = [.. codeOf.Distinct().Order()];
        var numbers = new Dictionary<long, int>(codes.Length);
        for (var group = 0; group < codes.Length; group++) numbers.Add(codes[group], group);
        for (var row = 0; row < ids.Length; row++) ids[row] = numbers[codeOf[row]];
        return codes;
    }

    private static void Add(AnswerColumn column, int stride, int[] ids)
    {
        if (column.Width > 1)
        {
            for (var row = 0; row < ids.Length; row++) ids[row] += column.NumberAt(row) * stride;
            return;
        }

        var first = 0;
        foreach (var chunk in column.Chunks)
        {
            Add(chunk, stride, ids.AsSpan(first, chunk.Length));
            first += chunk.Length;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<byte> numbers, int stride, Span<int> ids)
    {
        for (var i = 0; i < ids.Length && i < numbers.Length; i++) ids[i] += numbers[i] * stride;
    }
}
