using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>
/// The labels that may stand in a 算式, matched whole and longest first, before any separator is looked for: a label may
/// hold the very characters that separate labels. Without a code book, the words of usual scales.
/// </summary>
internal sealed class FormulaLabels
{
    private readonly (string Key, string Label, bool IsTwice)[] entries;

    private FormulaLabels(Question? question, IEnumerable<(string Key, string Label, bool IsTwice)> entries)
    {
        Question = question;
        this.entries = [.. entries.Where(e => e.Key.Length > 0).OrderByDescending(e => e.Key.Length).ThenBy(e => e.Key, StringComparer.Ordinal)];
    }

    /// <summary>The words of usual scales, for a text that is read without a code book.</summary>
    public static FormulaLabels OfUsualScales { get; } = new(null, FormulaWords.UsualLabels.Select(l => (FormulaText.Fold(l), l, false)));

    /// <summary>The question whose labels these are; null for the words of usual scales.</summary>
    public Question? Question { get; }

    public static FormulaLabels Of(Question question)
    {
        var labels = question.Choices.GroupBy(c => FormulaText.Fold(c.Label), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (g.First().Label, g.Count() > 1), StringComparer.Ordinal);
        var numbered = question.Choices
            .SelectMany(c => Numbered(FormulaText.Fold(c.Code), FormulaText.Fold(c.Label)).Select(k => (Key: k, c.Label)))
            .Where(e => !labels.ContainsKey(e.Key) && !labels[FormulaText.Fold(e.Label)].Item2)
            .GroupBy(e => e.Key, StringComparer.Ordinal).Where(g => g.Count() == 1).Select(g => g.Single());
        return new FormulaLabels(question, [.. labels.Select(l => (l.Key, l.Value.Label, l.Value.Item2)), .. numbered.Select(n => (n.Key, n.Label, false))]);
    }

    /// <summary>Takes the longest label that stands at the cursor.</summary>
    /// <param name="isTwice">The label belongs to two choices.</param>
    /// <returns>The label as the code book prints it, or null when none stands here.</returns>
    public string? Take(FormulaCursor cursor, out bool isTwice)
    {
        foreach (var entry in entries)
            if (cursor.Take(entry.Key))
            {
                isTwice = entry.IsTwice;
                return entry.Label;
            }

        isTwice = false;
        return null;
    }

    /// <summary>The longest label at the cursor that a closing quote follows.</summary>
    public string? TakeClosed(FormulaCursor cursor, char close, out bool isTwice)
    {
        var start = cursor.At;
        foreach (var entry in entries)
        {
            if (cursor.Take(entry.Key) && cursor.Next == close)
            {
                cursor.At++;
                isTwice = entry.IsTwice;
                return entry.Label;
            }

            cursor.At = start;
        }

        isTwice = false;
        return null;
    }

    /// <summary>True when a label occurs anywhere in the text, even within other words.</summary>
    public bool OccurIn(string text) => entries.Any(e => text.Contains(e.Key, StringComparison.Ordinal));

    /// <summary>A label of the question that people often take for <paramref name="found"/> (普通 for どちらともいえない), or null.</summary>
    public string? SynonymOf(string found) => FormulaWords.Middles.Any(m => FormulaText.Fold(m) == found)
        ? entries.Select(e => e.Label).FirstOrDefault(l => FormulaWords.Middles.Any(m => LabelText.Same(m, l)))
        : null;

    /// <summary>A label with its code before it, as questionnaires print it (1.満足); never before a digit, or 10回 would be 1 and 0回.</summary>
    private static IEnumerable<string> Numbered(string code, string label) =>
        code.Length == 0 || label.Length == 0 || !code.All(char.IsAsciiDigit) || char.IsAsciiDigit(label[0]) ? [] : [$"{code}.{label}", $"{code}:{label}", $"{code}){label}", $"({code}){label}", $"{code}{label}"];
}
