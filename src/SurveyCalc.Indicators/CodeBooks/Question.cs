using System.Text.Json.Serialization;

namespace SurveyCalc.Indicators.CodeBooks;

/// <summary>One question of a questionnaire, or one characteristic of the respondent (設問).</summary>
public sealed record Question
{
    /// <summary>Most choices that a multiple-answer question may offer: its marks are kept as one 64-bit set.</summary>
    public const int MaxMarks = 64;

    /// <summary>Stable id (設問) that indicators and conditions use; it may stay when the number on paper changes.</summary>
    public required string Id { get; init; }

    /// <summary>The wording, for people (設問文). May be empty.</summary>
    public string Text { get; init; } = "";

    public required QuestionKind Kind { get; init; }

    /// <summary>
    /// Header of the question's column (列), or null when every choice has a column of its own
    /// (<see cref="Choice.Column"/>).
    /// </summary>
    public string? Column { get; init; }

    /// <summary>The choices in printed order; empty for numeric and free-text questions.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Who was asked (対象条件); null when everybody was.</summary>
    public AnswerCondition? AskedIf { get; init; }

    /// <summary>Years with the same series (系列) are comparable; defaults to the id.</summary>
    public required string Series { get; init; }

    /// <summary>Declared relation to the wave before (前回との関係); null when nothing is declared.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SeriesLink? Link { get; init; }

    /// <summary>True when each choice is a column of the file, false when the answer is in one cell.</summary>
    public bool HasColumnPerChoice => Column is null && Kind is not (QuestionKind.Numeric or QuestionKind.FreeText);

    /// <summary>
    /// Index of the choice whose code or label is <paramref name="text"/> after normalisation (label first), or -1.
    /// </summary>
    public int FindChoice(string text)
    {
        var wanted = LabelText.Normalize(text);
        for (var i = 0; i < Choices.Count; i++)
            if (LabelText.Normalize(Choices[i].Label) == wanted)
                return i;
        for (var i = 0; i < Choices.Count; i++)
            if (LabelText.Normalize(Choices[i].Code) == wanted)
                return i;
        return -1;
    }
}
