using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>
/// A place in folded text that the grammars move forward and back. It carries what they noticed: warnings are undone with
/// the place, while the first definite fault stays, to be told when every reading fails.
/// </summary>
internal sealed class NotationCursor(string printed, string folded, NotationContext context)
{
    private readonly List<NotationWarning> warnings = [];

    private int at;

    public NotationContext Context => context;

    /// <summary>The text as printed, for messages.</summary>
    public string Printed => printed;

    public IReadOnlyList<NotationWarning> Warnings => [.. warnings.Distinct()];

    /// <summary>The first definite fault met.</summary>
    public NotationRefusal? Fault { get; private set; }

    public bool AtEnd => at == folded.Length;

    /// <summary>The next character; NUL at the end.</summary>
    public char Next => AtEnd ? '\0' : folded[at];

    public string Rest => folded[at..];

    public (int At, int Warnings) Mark() => (at, warnings.Count);

    /// <summary>Goes back to a mark.</summary>
    /// <returns>False, so that a grammar can return it.</returns>
    public bool Return((int At, int Warnings) mark)
    {
        at = mark.At;
        warnings.RemoveRange(mark.Warnings, warnings.Count - mark.Warnings);
        return false;
    }

    public void Warn(NotationWarning warning) => warnings.Add(warning);

    /// <summary>Notes a definite fault.</summary>
    /// <returns>False, so that a grammar can return it.</returns>
    public bool Refuse(NotationRefusal fault)
    {
        Fault ??= fault;
        return false;
    }

    public void Space()
    {
        while (Next == ' ') at++;
    }

    public bool Take(char c)
    {
        if (Next != c) return false;
        at++;
        return true;
    }

    public bool Take(string word)
    {
        if (!folded.AsSpan(at).StartsWith(word, StringComparison.Ordinal)) return false;
        at += word.Length;
        return true;
    }

    /// <summary>The first of the words that stands here; longer words must come first.</summary>
    public bool TakeAny(IEnumerable<string> words, [NotNullWhen(true)] out string? taken)
    {
        taken = words.FirstOrDefault(Take);
        return taken is not null;
    }

    public string TakeWhile(Func<char, bool> belongs)
    {
        var from = at;
        while (!AtEnd && belongs(folded[at])) at++;
        return folded[from..at];
    }

    public string TakeDigits() => TakeWhile(char.IsAsciiDigit);

    /// <summary>A whole number of one to <paramref name="most"/> ASCII digits, not followed by another digit.</summary>
    public bool TakeWhole(int most, out int number)
    {
        var mark = Mark();
        var digits = TakeDigits();
        number = 0;
        if (digits.Length == 0 || digits.Length > most) return Return(mark);
        number = int.Parse(digits, CultureInfo.InvariantCulture);
        return true;
    }
}
