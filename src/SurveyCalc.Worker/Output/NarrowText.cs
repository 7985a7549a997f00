using System.Globalization;
using System.Text;

namespace SurveyCalc.Worker.Output;

/// <summary>Lines that fit a terminal of 80 columns, on which a Japanese letter takes two (全角2桁).</summary>
internal sealed class NarrowText(TextWriter writer)
{
    private const int Width = 80;

    /// <summary>Columns that a text takes.</summary>
    public static int WidthOf(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += WidthOf(rune);
        return width;
    }

    /// <summary>The text with blanks up to a width; unchanged when it is wider.</summary>
    public static string Pad(string text, int width, bool right = false)
    {
        var blanks = new string(' ', Math.Max(0, width - WidthOf(text)));
        return right ? blanks + text : text + blanks;
    }

    public void Blank() => writer.WriteLine();

    /// <summary>A line with a label, broken where it must be, each further line below the first letter of the value.</summary>
    /// <param name="label">With its indent.</param>
    /// <param name="value">May be broken anywhere but inside a run of Latin letters and digits that fits a line.</param>
    public void Line(string label, string value)
    {
        var indent = Math.Min(WidthOf(label), Width / 2);
        var line = new StringBuilder(label);
        var used = WidthOf(label);
        foreach (var piece in Pieces(value))
        {
            var width = WidthOf(piece);
            if (used + width > Width && used > indent)
            {
                writer.WriteLine(line.ToString().TrimEnd());
                line.Clear().Append(' ', indent);
                used = indent;
                if (piece == " ") continue;
            }

            line.Append(piece);
            used += width;
        }

        writer.WriteLine(line.ToString().TrimEnd());
    }

    /// <summary>A Japanese letter is a piece of its own with the punctuation behind it; a Latin word is one piece.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        var wasWide = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var (wide, sticks) = (WidthOf(rune) == 2, "、。」)),".Contains(rune.ToString(), StringComparison.Ordinal));
            if (piece.Length > 0 && !sticks && (wide || wasWide || rune.Value == ' ' || piece[^1] == ' '))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune);
            wasWide = wide;
        }

        if (piece.Length > 0) yield return piece.ToString();
    }

    private static int WidthOf(Rune rune) => rune.Value switch
    {
        < 0x1100 or (>= 0xFF61 and <= 0xFF9F) or (>= 0x2010 and <= 0x2015) => 1,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? 0 : 2,
    };
}
