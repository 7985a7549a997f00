using System.Globalization;
using System.Text;

namespace SurveyCalc.Indicators.Actuals;

/// <summary>Whether two names are one person's, as far as names tell.</summary>
internal static class PersonName
{
    /// <summary>
    /// True when they differ in width, case or spaces only: 「山田　太郎」 is 「山田太郎」, 「ＹＡＭＡＤＡ」 is 「yamada」; or in what
    /// nobody sees, such as a zero-width space.
    /// </summary>
    public static bool IsSame(string a, string b) => Normalize(a) == Normalize(b);

    private static string Normalize(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(IsSeen)).ToUpperInvariant();

    /// <summary>Variation selectors (邉 with another stroke) count as unseen.</summary>
    private static bool IsSeen(Rune rune) =>
        !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark);
}
