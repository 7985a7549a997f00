namespace SurveyCalc.Indicators.Waves;

/// <summary>
/// The checked answers of one wave, by column, immutable and known by the hash of their content (調査回の確定した回答).
/// A snapshot read for a computation may hold only the columns that were asked for.
/// </summary>
public sealed record WaveSnapshot
{
    public required WaveKey Wave { get; init; }

    /// <summary>SHA-256 (lower-case hex) over code book, answers, weights and respondent ids in row order.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Hash of the code book version that gave the answers their meaning.</summary>
    public required string CodeBookHash { get; init; }

    /// <summary>Number of accepted respondents.</summary>
    public required int Respondents { get; init; }

    /// <summary>Columns by question id.</summary>
    public required IReadOnlyDictionary<string, AnswerColumn> Columns { get; init; }

    /// <summary>Weights, or null when the wave has none.</summary>
    public WeightColumn? Weights { get; init; }

    /// <summary>Row of each respondent in the file as Excel shows it; empty when not read.</summary>
    public int[] RowNumbers { get; init; } = [];

    /// <summary>Respondent ids (回答者番号) as printed in the file; empty when the file has none or they were not read.</summary>
    public string[] RespondentIds { get; init; } = [];
}
