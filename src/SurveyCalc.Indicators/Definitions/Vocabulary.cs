using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>The words of a closed choice in the definition files, both ways.</summary>
/// <param name="words">Each value with the word that is written, then other words that are read.</param>
internal sealed class Vocabulary<T>(params (T Value, string[] Words)[] words)
    where T : struct
{
    /// <summary>「SA、MA、数値」, for messages and templates.</summary>
    public string Expected { get; } = string.Join('、', words.Select(w => w.Words[0]));

    public IEnumerable<string> Written => words.Select(w => w.Words[0]);

    /// <summary>Reads a word, compared in normal form.</summary>
    public bool TryParse(string text, out T value)
    {
        foreach (var (candidate, spellings) in words)
            if (spellings.Any(s => LabelText.Same(s, text)))
            {
                value = candidate;
                return true;
            }

        value = default;
        return false;
    }

    /// <exception cref="ArgumentOutOfRangeException">The value has no word.</exception>
    public string WordOf(T value)
    {
        foreach (var (candidate, spellings) in words)
            if (EqualityComparer<T>.Default.Equals(candidate, value))
                return spellings[0];
        throw new ArgumentOutOfRangeException(nameof(value), value, "No word for this value.");
    }
}
