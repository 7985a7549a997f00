using System.Globalization;
using System.Text;
using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Import;

/// <summary>Finds the choice of one question that a cell names, by label first, then by code.</summary>
internal sealed class ChoiceIndex
{
    private readonly Dictionary<string, int> byLabel = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byNumber = new(StringComparer.Ordinal);
    private readonly Question question;

    public ChoiceIndex(Question question)
    {
        this.question = question;
        for (var i = 0; i < question.Choices.Count; i++)
        {
            var choice = question.Choices[i];
            byLabel.TryAdd(LabelText.Normalize(choice.Label), i);
            byCode.TryAdd(LabelText.Normalize(choice.Code), i);
            if (PlainNumber(choice.Code) is { } number) byNumber.TryAdd(number, i);
        }

        byLabel.Remove("");
        byCode.Remove("");
    }

    /// <summary>The choice whose label or code the text is; -1 for none. A blank names no choice.</summary>
    /// <param name="text">Cell text.</param>
    /// <param name="respelled">True when a code was written in full width, which deserves a remark.</param>
    public int Find(string text, out bool respelled)
    {
        respelled = false;
        var wanted = LabelText.Normalize(text);
        if (byLabel.TryGetValue(wanted, out var choice)) return choice;
        var trimmed = Trim(text);
        if (!byCode.TryGetValue(wanted, out choice) || trimmed.Any(char.IsWhiteSpace)) return -1;
        respelled = !Ascii.IsValid(trimmed) && trimmed != question.Choices[choice].Code;
        return choice;
    }

    /// <summary>The choice whose code is the same number written otherwise (1.0, 01, １); -1 for none.</summary>
    public int FindNumber(string text) =>
        PlainNumber(text) is { } number && byNumber.TryGetValue(number, out var choice) ? choice : -1;

    /// <summary>The first choice with a role, or -1.</summary>
    public int FindRole(AnswerRole role)
    {
        for (var i = 0; i < question.Choices.Count; i++)
            if (question.Choices[i].Role == role)
                return i;
        return -1;
    }

    /// <summary>Text without the white space and the marks of order around it.</summary>
    public static string Trim(string text) => text.Trim().Trim('\u200B', '\uFEFF').Trim();

    /// <summary>A whole number without sign of plus, leading zeros or empty decimals; null for anything else.</summary>
    public static string? PlainNumber(string text)
    {
        if (text.Length > 40) return null;
        var plain = Trim(text).Normalize(NormalizationForm.FormKC);
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && decimal.Truncate(number) == number
            ? decimal.Truncate(number).ToString(CultureInfo.InvariantCulture)
            : null;
    }
}
