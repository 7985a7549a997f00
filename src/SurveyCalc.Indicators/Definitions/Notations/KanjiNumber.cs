namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>Years of an era in kanji: 七, 十, 二十八. Up to 九十九; no other way of writing is read.</summary>
internal static class KanjiNumber
{
    private const string Digits = "一二三四五六七八九";

    public static bool Belongs(char c) => c is '十' || Digits.Contains(c, StringComparison.Ordinal);

    public static bool TryParse(string text, out int number)
    {
        number = 0;
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return text.Length == 1 && (number = Digit(text[0])) > 0;
        var (tens, ones) = (text[..ten], text[(ten + 1)..]);
        if (tens.Length > 1 || ones.Length > 1 || ones.Contains('十', StringComparison.Ordinal)) return false;
        number = ((tens.Length == 0 ? 1 : Digit(tens[0])) * 10) + (ones.Length == 0 ? 0 : Digit(ones[0]));
        return true;
    }

    private static int Digit(char c) => Digits.IndexOf(c, StringComparison.Ordinal) + 1;
}
