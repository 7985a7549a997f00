using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SurveyCalc.Indicators.Import;

/// <summary>Compares the bytes of cells, looked up without copying them.</summary>
internal sealed class CellBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static readonly CellBytes Comparer = new();

    private static readonly ulong Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

    /// <summary>Eight bytes at a time, from a seed of this process, so that no file can be made to collide.</summary>
    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        unchecked
        {
            var hash = Seed ^ (ulong)alternate.Length;
            var rest = alternate;
            for (; rest.Length >= 8; rest = rest[8..]) hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(rest));
            if (rest.Length == 0) return (int)(hash ^ (hash >> 32));
            var last = 0UL;
            if (alternate.Length >= 8) last = BinaryPrimitives.ReadUInt64LittleEndian(alternate[^8..]);
            else
                foreach (var b in rest)
                    last = (last << 8) | b;
            hash = Mix(hash, last);
            return (int)(hash ^ (hash >> 32));
        }
    }

    private static ulong Mix(ulong hash, ulong word)
    {
        var high = Math.BigMul(hash ^ word, 0x9E3779B97F4A7C15UL, out var low);
        return high ^ low;
    }

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
