using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Indicators.Explanations;

/// <summary>
/// Where one number comes from (実績の説明): from the printed formula to the rows of the file. It explains one revision with
/// the versions that revision was computed with, not with those in force today. Other systems read it as JSON: members in
/// camel case, enumerations as camel-case words, nothing that does not apply is 0.
/// </summary>
public sealed record Explanation
{
    /// <summary>Code of the indicator (指標コード).</summary>
    public required string Indicator { get; init; }

    public required string Name { get; init; }

    /// <summary>算式 as the plan prints it; empty when it prints none.</summary>
    public required string PrintedFormula { get; init; }

    /// <summary>The rule in the words of the year's code book; null when it cannot be bound to it.</summary>
    public string? Rule { get; init; }

    /// <summary>Unit of the value, such as %.</summary>
    public required string Unit { get; init; }

    /// <summary>True for a share, false for a mean.</summary>
    public required bool IsRatio { get; init; }

    /// <summary>True when the quotient is given in percent: a share, or a net score.</summary>
    public required bool IsPercent { get; init; }

    /// <summary>The figure as it is published: value, counts, interval, change, target, revision, file and versions.</summary>
    public required ActualRow Actual { get; init; }

    /// <summary>Who made the revision; empty when not recorded.</summary>
    public required string By { get; init; }

    /// <summary>Second person (承認者); empty when none was needed.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>Why there is this revision; empty when not recorded.</summary>
    public required string Why { get; init; }

    /// <summary>Question id (設問).</summary>
    public required string Question { get; init; }

    /// <summary>The wording (設問文); may be empty.</summary>
    public required string QuestionText { get; init; }

    /// <summary>種別; tells that choices of a multiple-answer question add up to more than the respondents.</summary>
    public QuestionKind? QuestionKind { get; init; }

    /// <summary>Who belongs to the base (対象条件), in the words of the code book; null for everybody.</summary>
    public string? Condition { get; init; }

    /// <summary>Every choice with its use and count, then the answers without a choice; empty when the rule cannot be bound.</summary>
    public required IReadOnlyList<ExplainedAnswer> Answers { get; init; }

    /// <summary>Hash of the answers that were counted, of which there may be a newer version today.</summary>
    public required string SnapshotHash { get; init; }

    /// <summary>Hash of the settings of the survey then in force.</summary>
    public required string SettingsHash { get; init; }

    /// <summary>Hash of the answers that the change is measured against; empty without an earlier wave.</summary>
    public required string PreviousSnapshotHash { get; init; }

    /// <summary>When the file was received; null when its answers are no longer there.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>True when the figure is withheld (秘匿); then nothing is told of counts, weights and rows.</summary>
    public required bool IsWithheld { get; init; }

    /// <summary>Why there are no counts and rows, in Japanese: withheld, answers gone, no figure; null when there are.</summary>
    public string? NoCountsReason { get; init; }

    /// <summary>Counts and rows; null when there are none to tell.</summary>
    public ExplainedCounts? Counts { get; init; }

    /// <summary>Design and weights; null when every respondent counts as one, and when withheld.</summary>
    public ExplainedWeights? Weights { get; init; }
}
