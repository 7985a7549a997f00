using System.Text.Json.Serialization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// An outcome indicator computed from a survey (成果指標), one version of it: a rule that changes is another version, valid
/// from a fiscal year on.
/// </summary>
public sealed record Indicator
{
    /// <summary>Stable code (指標コード); unique in the register together with <see cref="ValidFrom"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Name as the plan prints it (指標名).</summary>
    public required string Name { get; init; }

    /// <summary>政策 it belongs to, as printed; may be empty.</summary>
    public string Policy { get; init; } = "";

    /// <summary>施策 it belongs to, as printed; may be empty.</summary>
    public string Measure { get; init; } = "";

    /// <summary>Survey that feeds it (調査).</summary>
    public required string Survey { get; init; }

    /// <summary>Question id (設問).</summary>
    public required string Question { get; init; }

    public required AggregationRule Rule { get; init; }

    /// <summary>The denominator (分母).</summary>
    public required BaseRule Base { get; init; }

    /// <summary>Restricts the base to respondents who answered another question so (対象条件); null for all.</summary>
    public AnswerCondition? Condition { get; init; }

    /// <summary>算式 as the plan prints it, kept verbatim; may be empty or even wrong.</summary>
    public string PrintedFormula { get; init; } = "";

    /// <summary>単位, such as % or 点.</summary>
    public required string Unit { get; init; }

    public required Direction Direction { get; init; }

    /// <summary>Printed decimals (桁数), 0 to 4.</summary>
    public required int Decimals { get; init; }

    /// <summary>
    /// Code of the indicator that says how important the same subject is (重要度の指標); null without one. It makes a pair of
    /// the two and changes no number of either.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ImportanceIndicator { get; init; }

    /// <summary>First fiscal year that is counted by this version of the rule (適用年度); null for the first version.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FiscalYear? ValidFrom { get; init; }

    /// <summary>Who approved this version (承認者); null for the first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ApprovedBy { get; init; }

    /// <summary>Why the rule changed (変更理由); null for the first version.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ChangeReason { get; init; }
}
