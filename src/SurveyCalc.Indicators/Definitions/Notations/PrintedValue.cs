using System.Diagnostics.CodeAnalysis;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>A target, baseline or actual as a document prints it (計画値・実績値の表記), and what it says.</summary>
/// <param name="Printed">Verbatim.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Label">What is measured, when printed before the value; null otherwise.</param>
/// <param name="Measures">The names in the label, where 及び joins several; empty without a label.</param>
/// <param name="When">Year or day printed with the value; null when none is. It may differ from the year of the column.</param>
/// <param name="Basis">決算 or 予算; null when not printed.</param>
/// <param name="Status">速報値 or 確定値.</param>
/// <param name="IsReference">The whole text stands in 参考.</param>
/// <param name="Secondary">The second value in brackets, 595(803); what it counts stands in the name of the indicator.</param>
/// <param name="Parts">Parts of the value in brackets (内…).</param>
/// <param name="Increment">5グループ増/年 beside a total.</param>
/// <param name="Reference">A value for information.</param>
/// <param name="Warnings">What is odd about it.</param>
public sealed record PrintedValue(
    string Printed, ValueMeaning Meaning, string? Label, IReadOnlyList<string> Measures, YearMeaning? When, string? Basis, ValueStatus Status,
    bool IsReference, Amount? Secondary, IReadOnlyList<PartAmount> Parts, Amount? Increment, ReferenceValue? Reference,
    IReadOnlyList<NotationWarning> Warnings)
{
    /// <summary>
    /// The one exact number of a plain cell (57.0, 3,310, 22.6 %); null for everything that carries more: a comparison,
    /// a second value, a change, a period, another year.
    /// </summary>
    public decimal? PlainNumber =>
        Meaning is ValueMeaning.OneAmount { Amount: { Comparison: Comparison.Equal, IsApproximate: false, Change: ChangeDirection.Level, Per: TargetPeriod.NotPrinted } amount }
        && Secondary is null && Parts.Count == 0 && Increment is null && When is null && !IsReference ? amount.Number : null;

    /// <summary>Reads one text. <paramref name="context"/> gives the years and the unit around it where that is needed.</summary>
    /// <returns>False with the reason when it is no such notation or cannot be read in one way.</returns>
    public static bool TryRead(
        string text, NotationContext context, [NotNullWhen(true)] out PrintedValue? value, [NotNullWhen(false)] out NotationRefusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        (value, refusal) = (null, null);
        if (text.Length > NotationText.MaxLength)
        {
            refusal = NotationWords.TooLong(text);
            return false;
        }

        var cursor = new NotationCursor(text, NotationText.Fold(text), context);
        if (ValueGrammar.TryRead(cursor, out value)) return true;
        refusal = cursor.Fault ?? NotationWords.NotAValue(text);
        return false;
    }
}
