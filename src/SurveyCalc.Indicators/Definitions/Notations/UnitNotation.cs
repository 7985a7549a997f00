using System.Diagnostics.CodeAnalysis;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>A unit cell as printed (単位): 人, 百万円, 回/月, (単位：百万円).</summary>
/// <param name="Printed">Verbatim.</param>
/// <param name="Unit">The unit, in one spelling.</param>
/// <param name="Per">The time it counts in (回/月).</param>
public sealed record UnitNotation(string Printed, string Unit, TargetPeriod Per)
{
    /// <summary>Reads one text; only units of the closed list.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out UnitNotation? unit, [NotNullWhen(false)] out NotationRefusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(text);
        (unit, refusal) = (null, null);
        if (text.Length > NotationText.MaxLength)
        {
            refusal = NotationWords.TooLong(text);
            return false;
        }

        var cursor = new NotationCursor(text, NotationText.Fold(text), NotationContext.None);
        var inBrackets = cursor.Take('(');
        if (cursor.Take("単位"))
        {
            cursor.Take(':');
            cursor.Space();
        }

        if (UnitWords.Take(cursor) is { } word && AmountGrammar.TryTakePeriod(cursor, out var per) && (!inBrackets || cursor.Take(')')) && cursor.AtEnd)
        {
            unit = new UnitNotation(text, word, per);
            return true;
        }

        refusal = NotationWords.NotAUnit(text);
        return false;
    }
}
