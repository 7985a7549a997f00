using System.Globalization;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>A position in the comparison form of a 算式, and the tokens that can be taken there.</summary>
internal sealed class FormulaCursor(string text)
{
    private const string Minus = "-−–‐▲△";

    public string Text => text;

    public int At { get; set; }

    public bool AtEnd => At >= text.Length;

    public string Rest => text[At..];

    public char Next => AtEnd ? '\0' : text[At];

    public bool Sees(string word) => At < text.Length && text[At] == word[0] && string.CompareOrdinal(text, At, word, 0, word.Length) == 0;

    public bool SeesAny(IReadOnlyList<string> words) => words.Any(Sees);

    public bool Take(string word)
    {
        if (!Sees(word)) return false;
        At += word.Length;
        return true;
    }

    /// <summary>Takes the longest of the words that stands here (they are ordered so), or returns null.</summary>
    public string? TakeAny(IReadOnlyList<string> words)
    {
        foreach (var word in words)
            if (Take(word))
                return word;
        return null;
    }

    /// <summary>Takes as many of the words as stand here one after another.</summary>
    public bool TakeAll(IReadOnlyList<string> words)
    {
        var start = At;
        while (!AtEnd && TakeAny(words) is not null)
        {
        }

        return At > start;
    }

    public bool TakeOpen() => TakeOneOf("([{〔【");

    public bool TakeClose() => TakeOneOf(")]}〕】");

    public bool TakeMinus() => TakeOneOf("-−–‐");

    public bool SeesDigit => Next is >= '0' and <= '9';

    /// <summary>A number with an optional sign: <c>+2</c>, <c>−1</c>, <c>▲1</c>, <c>7.5</c>, <c>1,000</c>.</summary>
    public decimal? TakeNumber()
    {
        var start = At;
        var isNegative = false;
        if (Next == '+') At++;
        else if (!AtEnd && Minus.Contains(Next, StringComparison.Ordinal)) (isNegative, At) = (true, At + 1);
        var digits = TakeDigits();
        if (digits.Length is 0 or > 12)
        {
            At = start;
            return null;
        }

        while (Next == ',' && HasThousands()) digits += TakeAfterMark();
        if (Next == '.' && At + 1 < text.Length && text[At + 1] is >= '0' and <= '9') digits += "." + TakeAfterMark();
        if (digits.Length > 20)
        {
            At = start;
            return null;
        }

        var number = decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return NumberText.WithoutTrailingZeros(isNegative ? -number : number);
    }

    private bool TakeOneOf(string characters)
    {
        if (AtEnd || !characters.Contains(Next, StringComparison.Ordinal)) return false;
        At++;
        return true;
    }

    private string TakeDigits()
    {
        var start = At;
        while (SeesDigit) At++;
        return text[start..At];
    }

    private string TakeAfterMark()
    {
        At++;
        return TakeDigits();
    }

    private bool HasThousands() =>
        At + 3 < text.Length && text.AsSpan(At + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (At + 4 >= text.Length || text[At + 4] is < '0' or > '9');
}
