using System.Text;
using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>A printed 算式 in the comparison form of labels, in which the grammar works.</summary>
internal sealed class FormulaText
{
    /// <summary>Longest text that is read, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    public FormulaText(string printed)
    {
        Normal = Fold(printed);
        HasDoubtfulNumbers = IsDoubtful(printed);
    }

    /// <summary>The comparison form (<see cref="LabelText.Normalize"/>).</summary>
    public string Normal { get; }

    /// <summary>
    /// The text holds a digit that is no plain digit (①, ²), or digits with white space between them: in the comparison
    /// form they melt into numbers that nobody wrote.
    /// </summary>
    public bool HasDoubtfulNumbers { get; }

    /// <summary>The comparison form; lone surrogates and noncharacters, which have none, become U+FFFD.</summary>
    public static string Fold(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append((rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF ? "\uFFFD" : rune.ToString());
        return LabelText.Normalize(whole.ToString());
    }

    private static bool IsDoubtful(string printed)
    {
        var (lastWasDigit, gap) = (false, false);
        foreach (var rune in printed.EnumerateRunes())
        {
            if (rune.Value is (>= '0' and <= '9') or (>= '０' and <= '９'))
            {
                if (lastWasDigit && gap) return true;
                (lastWasDigit, gap) = (true, false);
            }
            else if (Rune.IsWhiteSpace(rune) || rune.Value is 0x200B or 0xFEFF)
            {
                gap = true;
            }
            else
            {
                lastWasDigit = false;
                if (Rune.GetNumericValue(rune) >= 0 && rune.ToString().Normalize(NormalizationForm.FormKC).Any(char.IsAsciiDigit)) return true;
            }
        }

        return false;
    }
}
