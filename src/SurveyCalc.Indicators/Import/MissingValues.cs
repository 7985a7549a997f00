using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Import;

/// <summary>The cells that the profile declares as 無回答, 非該当 or 無効.</summary>
internal sealed class MissingValues
{
    private readonly Dictionary<string, AnswerRole> roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AnswerRole> numbers = new(StringComparer.Ordinal);

    public MissingValues(ImportProfile profile)
    {
        Declared =
        [
            .. profile.NoAnswerValues.Select(value => (value, AnswerRole.NoAnswer, "無回答")),
            .. profile.NotApplicableValues.Select(value => (value, AnswerRole.NotApplicable, "非該当")),
            .. profile.InvalidValues.Select(value => (value, AnswerRole.Invalid, "無効")),
        ];
        foreach (var (value, role, _) in Declared)
        {
            roles.TryAdd(LabelText.Normalize(value), role);
            if (ChoiceIndex.PlainNumber(value) is { } number) numbers.TryAdd(number, role);
        }
    }

    /// <summary>What was declared, with the role's Japanese name.</summary>
    public IReadOnlyList<(string Value, AnswerRole Role, string Meaning)> Declared { get; }

    /// <summary>Role of a cell, or null when it is no such value.</summary>
    /// <param name="text">Cell text.</param>
    /// <param name="respelled">True when a number was written otherwise (99.0 for 99).</param>
    public AnswerRole? Find(string text, out bool respelled)
    {
        respelled = false;
        if (roles.TryGetValue(LabelText.Normalize(text), out var role)) return role;
        if (ChoiceIndex.PlainNumber(text) is not { } number || !numbers.TryGetValue(number, out role)) return null;
        respelled = true;
        return role;
    }

    /// <summary>
    /// Says which declared values are choices of another meaning in some question. There the code book wins, since it
    /// knows the question.
    /// </summary>
    public IEnumerable<ImportProblem> Conflicts(string file, CodeBook book)
    {
        foreach (var (value, role, meaning) in Declared)
        {
            if (LabelText.Normalize(value).Length == 0) continue;
            var questions = book.Questions
                .Where(question => !question.HasColumnPerChoice && question.FindChoice(value) is >= 0 and var choice && question.Choices[choice].Role != role)
                .Select(question => question.Id).ToList();
            if (questions.Count > 0) yield return ImportProblems.MissingValueIsChoice(file, value, meaning, questions);
        }
    }
}
