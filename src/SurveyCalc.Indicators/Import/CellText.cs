using System.Text;

namespace SurveyCalc.Indicators.Import;

/// <summary>Turns the bytes of a cell into text. CsvHelper hands out the bytes of the file as they are.</summary>
internal sealed class CellText(SourceEncoding encoding)
{
    private readonly Encoding strict = encoding.Strict();

    /// <summary>The text of a whole cell.</summary>
    public string Decode(ReadOnlySpan<byte> cell) => strict.GetString(cell);

    /// <summary>The beginning of a cell of any length; a character that is cut is left out.</summary>
    public string Beginning(ReadOnlySpan<byte> cell, int bytes)
    {
        if (cell.Length <= bytes) return Decode(cell);
        Span<char> chars = stackalloc char[bytes];
        strict.GetDecoder().Convert(cell[..bytes], chars, flush: false, out _, out var written, out _);
        return chars[..written].ToString();
    }

    /// <summary>True for a cell of nothing but white space, U+3000 included.</summary>
    public bool IsBlank(ReadOnlySpan<byte> cell)
    {
        foreach (var c in cell)
        {
            if (c is > 0x20 and < 0x80) return false;
            if (c >= 0x80) return cell.Length <= 256 && string.IsNullOrWhiteSpace(Decode(cell));
        }

        return true;
    }
}
