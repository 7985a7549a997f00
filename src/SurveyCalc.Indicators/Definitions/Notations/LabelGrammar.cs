using System.Diagnostics.CodeAnalysis;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>What is measured, printed before the value. A label never holds a digit, so it cannot swallow a value.</summary>
internal static class LabelGrammar
{
    private static readonly string[] Previous = ["前年度比", "対前年度比", "前年比", "対前年比"];

    private static readonly string[] NeverInLabel = ["前年", "参考", "基準", "目標値", "実績値"];

    /// <summary>Text up to a colon.</summary>
    public static bool TryTake(NotationCursor cursor, [NotNullWhen(true)] out string? label)
    {
        label = null;
        var mark = cursor.Mark();
        var text = cursor.TakeWhile(c => c != ':' && !IsNumeral(c)).Trim(' ');
        if (text.Length == 0 || !cursor.Take(':') || NeverInLabel.Any(word => text.Contains(word, StringComparison.Ordinal))) return cursor.Return(mark);
        cursor.Space();
        label = text;
        return true;
    }

    /// <summary>Text up to a bracket with 上限 or 下限.</summary>
    public static bool TryTakeBracketed(NotationCursor cursor, [NotNullWhen(true)] out string? label)
    {
        label = null;
        var mark = cursor.Mark();
        var text = cursor.TakeWhile(c => c is not (':' or ')') && !IsNumeral(c));
        var isLimit = text.EndsWith("上限", StringComparison.Ordinal) || text.EndsWith("下限", StringComparison.Ordinal);
        if (!isLimit || !cursor.Take(')')) return cursor.Return(mark);
        cursor.Space();
        label = text + ")";
        return true;
    }

    /// <summary>Text directly before 前年度比, with or without a colon; null when that does not follow.</summary>
    public static string? BeforePrevious(NotationCursor cursor)
    {
        var rest = cursor.Rest;
        var at = Previous.Select(word => rest.IndexOf(word, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
        if (at < 0 || rest[..at].Any(IsNumeral)) return null;
        var label = rest[..at];
        cursor.Take(label);
        return label.TrimEnd(':', ' ');
    }

    /// <summary>Carries 上限 or 下限 of the label over to the value; refuses where both say something else.</summary>
    public static bool TryLimit(NotationCursor cursor, string label, ref ValueMeaning meaning)
    {
        var (upper, lower) = (label.Contains("上限", StringComparison.Ordinal), label.Contains("下限", StringComparison.Ordinal));
        if (!upper && !lower) return true;
        var limit = upper ? Comparison.AtMost : Comparison.AtLeast;
        if ((upper && lower) || meaning is not ValueMeaning.OneAmount { Amount: var amount } || (amount.Comparison != Comparison.Equal && amount.Comparison != limit))
            return cursor.Refuse(NotationWords.TwoComparisons(cursor.Printed));
        meaning = new ValueMeaning.OneAmount(amount with { Comparison = limit });
        return true;
    }

    private static bool IsNumeral(char c) => char.IsNumber(c);
}
