using System.Diagnostics.CodeAnalysis;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>A year as a plan prints it (年度の表記), and what it says.</summary>
/// <param name="Printed">Verbatim.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Role">What the column holds, as printed: 現状値, 目標, 実績 …; null when not printed.</param>
/// <param name="Basis">決算 or 予算; null when not printed.</param>
/// <param name="Remark">What happened then, as printed: 現在, 推計, 一部改正 …; null when not printed.</param>
/// <param name="HasFootnote">A ※ stands in the text.</param>
/// <param name="EraInferred">The era that was not printed but follows from the years around; null when printed or not needed.</param>
/// <param name="Warnings">What is odd about it.</param>
public sealed record FiscalYearNotation(
    string Printed, YearMeaning Meaning, string? Role, string? Basis, string? Remark, bool HasFootnote, string? EraInferred,
    IReadOnlyList<NotationWarning> Warnings)
{
    /// <summary>The one fiscal year it belongs to; null where there is none, several, or a person must decide.</summary>
    public FiscalYear? Year => Meaning.FiscalYear;

    /// <summary>Reads one text. <paramref name="context"/> gives the years around it where that is needed.</summary>
    /// <returns>False with the reason when it is no year, or one that cannot be.</returns>
    public static bool TryRead(
        string text, NotationContext context, [NotNullWhen(true)] out FiscalYearNotation? notation, [NotNullWhen(false)] out NotationRefusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        (notation, refusal) = (null, null);
        if (text.Length > NotationText.MaxLength) refusal = NotationWords.TooLong(text);
        else if (string.IsNullOrWhiteSpace(text)) refusal = NotationWords.NoYear(text);
        else
        {
            var cursor = new NotationCursor(text, YearNotationGrammar.Compact(NotationText.Fold(text)), context);
            if (YearNotationGrammar.TryRead(cursor, out notation)) return true;
            refusal = cursor.Fault ?? NotationWords.NotAYear(text);
        }

        return false;
    }
}
