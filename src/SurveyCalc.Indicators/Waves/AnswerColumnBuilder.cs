using System.Buffers.Binary;

namespace SurveyCalc.Indicators.Waves;

/// <summary>
/// Collects the answers to one question, respondent by respondent, in one byte each while there are at most 256 distinct
/// answers, then two, then four. An answer is first interned, which costs nothing to the column; it gets its number in
/// the column when a respondent who gave it is appended, so numbers follow the order of first appearance.
/// </summary>
/// <param name="question">Question id.</param>
public sealed class AnswerColumnBuilder(string question)
{
    private const int FirstRows = 1_024;

    private readonly Dictionary<Answer, int> ids = [];
    private readonly List<Answer> interned = [];
    private int[] numbers = new int[16];
    private readonly List<Answer> answers = [];
    private readonly List<byte[]> chunks = [];
    private byte[] current = new byte[FirstRows];
    private int currentRows;
    private int width = 1;

    /// <summary>Question id.</summary>
    public string Question { get; } = question;

    /// <summary>Respondents so far.</summary>
    public int Rows => (chunks.Count * AnswerColumn.ChunkRows) + currentRows;

    /// <summary>Distinct answers seen so far, appended or not.</summary>
    public int Interned => interned.Count;

    /// <summary>The answer with an interned id.</summary>
    public Answer this[int id] => interned[id];

    /// <summary>Id of an answer, for <see cref="Append"/>.</summary>
    public int Intern(Answer answer)
    {
        if (ids.TryGetValue(answer, out var id)) return id;
        id = interned.Count;
        ids.Add(answer, id);
        interned.Add(answer);
        if (id == numbers.Length) Array.Resize(ref numbers, 2 * id);
        numbers[id] = -1;
        return id;
    }

    /// <summary>Adds the next respondent.</summary>
    /// <param name="id">Id from <see cref="Intern"/>.</param>
    public void Append(int id)
    {
        var number = numbers[id];
        if (number >= 0 && width == 1 && currentRows < current.Length)
        {
            // Nearly every answer of a large file: not worth more than a look and a byte.
            current[currentRows++] = unchecked((byte)number);
            return;
        }

        if (number < 0) number = FirstAppearance(id);
        if (currentRows == AnswerColumn.ChunkRows)
        {
            chunks.Add(current);
            current = new byte[AnswerColumn.ChunkRows * width];
            currentRows = 0;
        }
        else if (currentRows * width == current.Length)
        {
            Array.Resize(ref current, Math.Min(currentRows * 2, AnswerColumn.ChunkRows) * width);
        }

        Put(current.AsSpan(currentRows * width), width, number);
        currentRows++;
    }

    private int FirstAppearance(int id)
    {
        var number = numbers[id] = answers.Count;
        answers.Add(interned[id]);
        if (number == 1 << 8) Widen(2);
        if (number == 1 << 16) Widen(4);
        return number;
    }

    /// <summary>The column of all respondents, or without those at the given positions.</summary>
    /// <param name="dropped">Positions to leave out, or null for none.</param>
    public AnswerColumn Freeze(IReadOnlySet<int>? dropped = null)
    {
        if (dropped is { Count: > 0 }) return Without(dropped).Freeze();
        var all = new List<byte[]>(chunks);
        if (currentRows > 0) all.Add(current.AsSpan(0, currentRows * width).ToArray());
        return new AnswerColumn(Question, [.. answers], width, Rows, all);
    }

    private AnswerColumnBuilder Without(IReadOnlySet<int> dropped)
    {
        var rest = new AnswerColumnBuilder(Question);
        var all = Freeze();
        for (var row = 0; row < Rows; row++)
            if (!dropped.Contains(row))
                rest.Append(rest.Intern(all.At(row)));
        return rest;
    }

    private void Widen(int wider)
    {
        for (var i = 0; i < chunks.Count; i++) chunks[i] = Widened(chunks[i], wider);
        current = Widened(current, wider);
        width = wider;
    }

    private byte[] Widened(byte[] narrow, int wider)
    {
        var rows = narrow.Length / width;
        var wide = new byte[rows * wider];
        for (var row = 0; row < rows; row++)
            Put(wide.AsSpan(row * wider), wider, width == 1 ? narrow[row] : BinaryPrimitives.ReadUInt16LittleEndian(narrow.AsSpan(row * 2)));
        return wide;
    }

    private static void Put(Span<byte> at, int width, int number)
    {
        switch (width)
        {
            case 1:
                at[0] = (byte)number;
                break;
            case 2:
                BinaryPrimitives.WriteUInt16LittleEndian(at, (ushort)number);
                break;
            default:
                BinaryPrimitives.WriteInt32LittleEndian(at, number);
                break;
        }
    }
}
