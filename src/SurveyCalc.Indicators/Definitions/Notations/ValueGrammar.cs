using System.Diagnostics.CodeAnalysis;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>
/// A whole text that is a value: every alternative must consume it to the end, so nothing printed is ever dropped. The
/// alternatives are tried in the order below; the first that fits is the only one that can.
/// </summary>
internal static class ValueGrammar
{
    private const int LongestMark = 4;

    private static readonly string[] NotSet = ["目標値は設定しない。", "目標値は設定しない", "目標は設定しない。", "目標は設定しない", "設定しない", "目標値未設定", "未設定"];

    private delegate bool Alternative(NotationCursor cursor, [NotNullWhen(true)] out PrintedValue? value);

    public static bool TryRead(NotationCursor cursor, [NotNullWhen(true)] out PrintedValue? value)
    {
        if (TryReadAbsent(cursor, out value)) return true;
        if (cursor.Next is >= '①' and <= '⑳') cursor.Take(cursor.Next);
        cursor.Space();
        Alternative[] alternatives = [TryReadAwaited, TryReadReference, TryReadYearFirst, TryReadConditions, TryReadBody, TryReadLabelled, TryReadLimit];
        foreach (var alternative in alternatives)
        {
            var mark = cursor.Mark();
            if (alternative(cursor, out value) && cursor.AtEnd)
            {
                value = value with { Warnings = cursor.Warnings };
                return true;
            }

            cursor.Return(mark);
        }

        value = null;
        return false;
    }

    /// <summary>Blank, a dash, or words that say no target is set.</summary>
    private static bool TryReadAbsent(NotationCursor cursor, [NotNullWhen(true)] out PrintedValue? value)
    {
        value = null;
        var text = cursor.Rest;
        if (text.Length == 0) value = Of(cursor, new ValueMeaning.NotYetEntered());
        else if (text.Length <= LongestMark && text.All(c => NotationText.IsDash(c) && c == text[0])) value = Of(cursor, new ValueMeaning.NoValue(cursor.Printed.Trim()));
        else if (NotSet.Contains(text)) value = Of(cursor, new ValueMeaning.NotSet());
        return value is not null;
    }

    /// <summary>(27決算): the place of a number that is not known yet.</summary>
    private static bool TryReadAwaited(NotationCursor cursor, [NotNullWhen(true)] out PrintedValue? value)
    {
        value = null;
        if (!TailGrammar.TryTakeWhen(cursor, new ValueParts(), out var parts) || parts.Basis is null) return false;
        value = Of(cursor, new ValueMeaning.NotYetEntered(), parts);
        return true;
    }

    /// <summary>(参考) 平成30年度：48.2%, （平成26年度：1.40%）: nothing but a dated value.</summary>
    private static bool TryReadReference(NotationCursor cursor, [NotNullWhen(true)] out PrintedValue? value)
    {
        value = null;
        if (TailGrammar.TryTakeReference(cursor, out var reference))
        {
            value = Of(cursor, reference.Meaning, new ValueParts { When = reference.When, Status = reference.Status, IsReference = true });
            return true;
        }

        if (!cursor.Take('(') || !TailGrammar.TryTakeDated(cursor, needsColon: true, out var dated) || !cursor.Take(')')) return false;
        value = Of(cursor, dated.Meaning, new ValueParts { When = dated.When, Status = dated.Status });
        return true;
    }

    /// <summary>令和2年度：10.2%, alone or followed by other years.</summary>
    private static bool TryReadYearFirst(NotationCursor cursor, [NotNullWhen(true)] out PrintedValue? value)
    {
        value = null;
        var dated = new List<ReferenceValue>();
        while (!cursor.AtEnd && TailGrammar.TryTakeDated(cursor, needsColon: true, out var next))
        {
            dated.Add(next);
            cursor.Space();
        }

        if (dated.Count == 0) return false;
        if (dated.Count == 1) value = Of(cursor, dated[0].Meaning, new ValueParts { When = dated[0].When, Status = dated[0].Status });
        else if (dated.Select(d => d.When).Distinct().Count() < dated.Count) return cursor.Refuse(NotationWords.YearTwice(cursor.Printed));
        else if (dated.All(d => d.Meaning is ValueMeaning.OneAmount))
            value = Of(cursor, new ValueMeaning.Dated([.. dated.Select(d => new DatedAmount(d.When, ((ValueMeaning.OneAmount)d.Meaning).Amount, d.Status))]));
        return value is not null;
    }

    /// <summary>Two conditions joined by 及び, each with its own colon.</summary>
    private static bool TryReadConditions(NotationCursor cursor, [NotNullWhen(true)] out PrintedValue? value)
    {
        value = null;
        var conditions = new List<MeasuredCondition>();
        do
        {
            if (!TryTakeCondition(cursor, out var condition)) return false;
            conditions.Add(condition);
        }
        while (cursor.Take("及び"));
        if (conditions.Count < 2) return false;
        value = Of(cursor, new ValueMeaning.AllOf(conditions));
        return true;
    }

    private static bool TryTakeCondition(NotationCursor cursor, [NotNullWhen(true)] out MeasuredCondition? condition)
    {
        condition = null;
        var label = LabelGrammar.BeforePrevious(cursor);
        if (label is { Length: > 0 } && BodyGrammar.TryTakePrevious(cursor, out var previous)) condition = new MeasuredCondition(label, previous);
        else if (label is null && LabelGrammar.TryTake(cursor, out label) && AmountGrammar.TryTake(cursor, out var amount) && amount.Change == ChangeDirection.Level)
            condition = new MeasuredCondition(label, new ValueMeaning.OneAmount(amount));
        return condition is not null;
    }

    private static bool TryReadBody(NotationCursor cursor, [NotNullWhen(true)] out PrintedValue? value)
    {
        value = null;
        if (!BodyGrammar.TryTake(cursor, out var meaning, out var parts)) return false;
        value = Of(cursor, meaning, parts);
        return true;
    }

    /// <summary>職員研修満足度及び理解度：80%以上/取組期間.</summary>
    private static bool TryReadLabelled(NotationCursor cursor, [NotNullWhen(true)] out PrintedValue? value)
    {
        value = null;
        if (!LabelGrammar.TryTake(cursor, out var label)) return false;
        if (!BodyGrammar.TryTake(cursor, out var meaning, out var parts) || !LabelGrammar.TryLimit(cursor, label, ref meaning)) return false;
        value = Of(cursor, meaning, parts, label);
        return true;
    }

    /// <summary>日数（上限） 25: the comparison stands only in the name.</summary>
    private static bool TryReadLimit(NotationCursor cursor, [NotNullWhen(true)] out PrintedValue? value)
    {
        value = null;
        if (!LabelGrammar.TryTakeBracketed(cursor, out var label)) return false;
        if (!BodyGrammar.TryTake(cursor, out var meaning, out var parts) || !LabelGrammar.TryLimit(cursor, label, ref meaning)) return false;
        value = Of(cursor, meaning, parts, label);
        return true;
    }

    private static PrintedValue Of(NotationCursor cursor, ValueMeaning meaning, ValueParts? parts = null, string? label = null)
    {
        parts ??= new ValueParts();
        return new PrintedValue(cursor.Printed, meaning, label, label?.Split("及び") ?? [], parts.When, parts.Basis, parts.Status,
            parts.IsReference, parts.Secondary, parts.Parts, parts.Increment, parts.Reference, cursor.Warnings);
    }
}
