using System.Diagnostics.CodeAnalysis;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// What the cells of one column meant so far, by their raw bytes, so that a text is decoded and compared once however
/// often it occurs. Bounded: past the limit further texts are simply not remembered.
/// </summary>
/// <param name="limit">How many texts of more than one byte are remembered.</param>
internal sealed class CellMemo<T>(int limit)
    where T : class
{
    private const int LongestText = 256;

    private readonly T?[] single = new T?[256];
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> longer =
        new Dictionary<byte[], T>(CellBytes.Comparer).GetAlternateLookup<ReadOnlySpan<byte>>();
    private T? blank;

    /// <summary>The meaning of a cell seen before.</summary>
    public bool TryGet(ReadOnlySpan<byte> cell, [NotNullWhen(true)] out T? meaning)
    {
        switch (cell.Length)
        {
            case 0:
                meaning = blank;
                return meaning is not null;
            case 1:
                meaning = single[cell[0]];
                return meaning is not null;
            default:
                return longer.TryGetValue(cell, out meaning);
        }
    }

    /// <summary>Remembers the meaning of a cell, while there is room.</summary>
    public T Add(ReadOnlySpan<byte> cell, T meaning)
    {
        if (cell.Length == 0) blank = meaning;
        else if (cell.Length == 1) single[cell[0]] = meaning;
        else if (cell.Length <= LongestText && longer.Dictionary.Count < limit) longer.Dictionary.Add(cell.ToArray(), meaning);
        return meaning;
    }
}
