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

    private readonly int[] strides;

    private Grouping(IReadOnlyList<AnswerColumn> columns, int rows)
    {
        Columns = columns;
        strides = new int[columns.Count];
        var count = 1;
        for (var i = 0; i < columns.Count; i++)
        {
            strides[i] = count;
            count *= Math.Max(1, columns[i].Answers.Count);
        }

        Count = count;
        Ids = new int[rows];
        for (var i = 0; i < columns.Count; i++) Add(columns[i], strides[i], Ids);
    }

    public IReadOnlyList<AnswerColumn> Columns { get; }

    /// <summary>Number of groups, at least 1.</summary>
    public int Count { get; }

    /// <summary>Group of each respondent, 0 ≤ id &lt; <see cref="Count"/>.</summary>
    public int[] Ids { get; }

    /// <summary>Groups by the joint value of the columns; one group when there is no column.</summary>
    public static Grouping By(IReadOnlyList<AnswerColumn> columns, int rows) => new(columns, rows);

    /// <summary>How many groups the columns would make.</summary>
    public static long CountOf(IEnumerable<AnswerColumn> columns) =>
        columns.Aggregate(1L, (count, column) => count * Math.Max(1, column.Answers.Count));

    /// <summary>Number of the answer that a group stands for in one of its columns.</summary>
    public int NumberOf(int group, int column) => group / strides[column] % Math.Max(1, Columns[column].Answers.Count);

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
