using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Actuals;

/// <summary>How many respondents of a wave gave each kind of answer to the question of an indicator (区分別の人数).</summary>
/// <param name="Substantive">有効.</param>
/// <param name="NoAnswer">無回答.</param>
/// <param name="DontKnow">わからない.</param>
/// <param name="NotApplicable">非該当: was not asked.</param>
/// <param name="Invalid">無効.</param>
/// <param name="OutsideCondition">Outside the condition of the indicator (対象条件の外), whatever the answer.</param>
public readonly record struct RoleCounts(
    long Substantive, long NoAnswer, long DontKnow, long NotApplicable, long Invalid, long OutsideCondition)
{
    /// <summary>All respondents of the wave (or of the cell of a breakdown).</summary>
    public long Total => Substantive + NoAnswer + DontKnow + NotApplicable + Invalid + OutsideCondition;

    public static RoleCounts operator +(RoleCounts a, RoleCounts b) => new(
        a.Substantive + b.Substantive, a.NoAnswer + b.NoAnswer, a.DontKnow + b.DontKnow,
        a.NotApplicable + b.NotApplicable, a.Invalid + b.Invalid, a.OutsideCondition + b.OutsideCondition);

    public RoleCounts Add(AnswerRole role, long count) => role switch
    {
        AnswerRole.Substantive => this with { Substantive = Substantive + count },
        AnswerRole.NoAnswer => this with { NoAnswer = NoAnswer + count },
        AnswerRole.DontKnow => this with { DontKnow = DontKnow + count },
        AnswerRole.NotApplicable => this with { NotApplicable = NotApplicable + count },
        AnswerRole.Invalid => this with { Invalid = Invalid + count },
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
