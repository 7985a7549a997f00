using System.Buffers.Binary;

namespace SurveyCalc.Indicators.Waves;

/// <summary>
/// The answers of all respondents to one question: the distinct answers once, and per respondent their number, in chunks
/// of <see cref="ChunkRows"/> rows of 1, 2 or 4 bytes each (little endian). Immutable once built.
/// </summary>
/// <param name="Question">Question id.</param>
/// <param name="Answers">The distinct answers, in order of first appearance.</param>
/// <param name="Width">Bytes per row: 1 up to 256 distinct answers, 2 up to 65,536, else 4.</param>
/// <param name="Rows">Number of respondents.</param>
/// <param name="Chunks">The rows, every chunk full but the last.</param>
public sealed record AnswerColumn(string Question, IReadOnlyList<Answer> Answers, int Width, int Rows, IReadOnlyList<byte[]> Chunks)
{
    public const int ChunkRows = 65_536;

    /// <summary>Rows in chunk <paramref name="chunk"/>.</summary>
    public int RowsIn(int chunk) => Chunks[chunk].Length / Width;

    /// <summary>Number (index into <see cref="Answers"/>) of the answer of a respondent.</summary>
    /// <param name="row">0 ≤ row &lt; <see cref="Rows"/>.</param>
    public int NumberAt(int row)
    {
        var chunk = Chunks[row / ChunkRows].AsSpan(row % ChunkRows * Width, Width);
        return Width switch
        {
            1 => chunk[0],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(chunk),
            _ => BinaryPrimitives.ReadInt32LittleEndian(chunk),
        };
    }

    /// <summary>Answer of a respondent.</summary>
    public Answer At(int row) => Answers[NumberAt(row)];
}
