using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SurveyCalc.Indicators.Waves;

/// <summary>
/// Name of the content of a snapshot: SHA-256 over a canonical form of the code book hash, the answers by column in the
/// order of question ids, the weights and the respondent ids. How the file was encoded, delimited or laid out leaves no
/// trace in it, nor do the row numbers: the same answers give the same hash.
/// </summary>
public static class SnapshotHash
{
    private const string Form = "surveycalc-snapshot-1";

    /// <summary>The hash in lower-case hex.</summary>
    /// <param name="codeBookHash">Hash of the code book version.</param>
    /// <param name="respondents">Number of respondents.</param>
    /// <param name="columns">All columns, in any order.</param>
    /// <param name="weights">Weights, or null.</param>
    /// <param name="respondentIds">Ids in row order; empty when there are none.</param>
    public static string Of(
        string codeBookHash,
        int respondents,
        IEnumerable<AnswerColumn> columns,
        WeightColumn? weights,
        IReadOnlyList<string> respondentIds)
    {
        using var form = new CanonicalStream();
        form.Add(Form);
        form.Add(codeBookHash);
        form.Add(respondents);
        foreach (var column in columns.OrderBy(column => column.Question, StringComparer.Ordinal))
        {
            form.Add(column.Question);
            form.Add(column.Answers.Count);
            foreach (var answer in column.Answers) form.Add(Canonical(answer));
            form.Add(column.Width);
            foreach (var chunk in column.Chunks) form.Add(chunk);
        }

        form.Add(weights is null ? -1 : weights.Decimals);
        foreach (var weight in weights?.Values ?? []) form.Add(weight);
        form.Add(respondentIds.Count);
        foreach (var id in respondentIds) form.Add(id);
        return form.Hash();
    }

    private static string Canonical(Answer answer) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(int)answer.Role}|{answer.Choice}|{answer.Marks:x}|{answer.Number / 1.0000000000000000000000000000m}");

    /// <summary>Numbers little endian, texts in UTF-8 behind their length; hashed in blocks.</summary>
    private sealed class CanonicalStream : IDisposable
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] block = new byte[1 << 16];
        private int used;

        public void Add(long value) => BinaryPrimitives.WriteInt64LittleEndian(Room(8), value);

        public void Add(string text)
        {
            var length = Encoding.UTF8.GetByteCount(text);
            Add(length);
            if (length <= block.Length) Encoding.UTF8.GetBytes(text, Room(length));
            else Add(Encoding.UTF8.GetBytes(text));
        }

        public void Add(ReadOnlySpan<byte> bytes)
        {
            Flush();
            hash.AppendData(bytes);
        }

        public string Hash()
        {
            Flush();
            return Convert.ToHexStringLower(hash.GetCurrentHash());
        }

        public void Dispose() => hash.Dispose();

        private Span<byte> Room(int length)
        {
            if (used + length > block.Length) Flush();
            used += length;
            return block.AsSpan(used - length, length);
        }

        private void Flush()
        {
            hash.AppendData(block.AsSpan(0, used));
            used = 0;
        }
    }
}
