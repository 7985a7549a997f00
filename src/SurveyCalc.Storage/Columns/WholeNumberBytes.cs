using System.Buffers.Binary;

namespace SurveyCalc.Storage.Columns;

/// <summary>Whole numbers as bytes of equal width, little endian: weights and row numbers.</summary>
internal static class WholeNumberBytes
{
    /// <summary>Narrowest of 2, 4 and 8 bytes that holds every value; negative values take 8.</summary>
    public static int WidthOf(ReadOnlySpan<long> values)
    {
        var width = 2;
        foreach (var value in values)
        {
            if (value is < 0 or > uint.MaxValue) return 8;
            if (value > ushort.MaxValue) width = 4;
        }

        return width;
    }

    public static byte[] Pack(ReadOnlySpan<long> values, int width)
    {
        var bytes = new byte[values.Length * width];
        for (var i = 0; i < values.Length; i++)
        {
            var cell = bytes.AsSpan(i * width, width);
            if (width == 2) BinaryPrimitives.WriteUInt16LittleEndian(cell, (ushort)values[i]);
            else if (width == 4) BinaryPrimitives.WriteUInt32LittleEndian(cell, (uint)values[i]);
            else BinaryPrimitives.WriteInt64LittleEndian(cell, values[i]);
        }

        return bytes;
    }

    public static void Unpack(ReadOnlySpan<byte> bytes, int width, Span<long> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var cell = bytes.Slice(i * width, width);
            values[i] = width switch
            {
                2 => BinaryPrimitives.ReadUInt16LittleEndian(cell),
                4 => BinaryPrimitives.ReadUInt32LittleEndian(cell),
                _ => BinaryPrimitives.ReadInt64LittleEndian(cell),
            };
        }
    }

    /// <summary>Four bytes each.</summary>
    public static byte[] Pack(ReadOnlySpan<int> values)
    {
        var bytes = new byte[values.Length * 4];
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * 4), values[i]);
        return bytes;
    }

    public static void Unpack(ReadOnlySpan<byte> bytes, Span<int> values)
    {
        for (var i = 0; i < values.Length; i++) values[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * 4)..]);
    }
}
