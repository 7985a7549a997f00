using System.Diagnostics.CodeAnalysis;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>The value itself with its tails: groups, a change, a yardstick, dated values, a range or one amount.</summary>
internal static class BodyGrammar
{
    private static readonly (string Word, Yardstick Yardstick)[] Previous =
        [("対前年度比", Yardstick.PreviousFiscalYear), ("前年度比", Yardstick.PreviousFiscalYear), ("対前年比", Yardstick.PreviousYear), ("前年比", Yardstick.PreviousYear)];

    private static readonly (string Word, Yardstick Yardstick)[] Own =
        [("前年度", Yardstick.PreviousFiscalYear), ("前年", Yardstick.PreviousYear), ("計画策定時", Yardstick.Baseline), ("現状値", Yardstick.Baseline), ("基準値", Yardstick.Baseline)];

    private static readonly string[] Averages = ["平均値", "平均", "中央値"];

    private static readonly string[] Keep = ["を維持する", "を維持", "を保つ", "を目指す"];

    public static bool TryTake(NotationCursor cursor, [NotNullWhen(true)] out ValueMeaning? meaning, out ValueParts parts)
    {
        parts = new ValueParts();
        var mark = cursor.Mark();
        if (GroupGrammar.TryTake(cursor, out var groups))
        {
            meaning = new ValueMeaning.Groups(groups);
            return true;
        }

        cursor.Return(mark);
        if (TryTakePrevious(cursor, out meaning)) return true;
        cursor.Return(mark);
        if (TryTakeBound(cursor, out meaning))
        {
            if (!TailGrammar.TryTakeAll(cursor, ref parts)) return false;
            return IsOnlyReferenced(parts);
        }

        cursor.Return(mark);
        if (TryTakeDatedList(cursor, out meaning)) return true;
        cursor.Return(mark);
        if (AmountGrammar.TryTakeSpan(cursor, out var span))
        {
            meaning = span;
            return TailGrammar.TryTakeAll(cursor, ref parts) && parts is { Bases.Count: 0, Years.Count: 0, Increment: null, Secondary: null, Parts.Count: 0 };
        }

        cursor.Return(mark);
        return TryTakeSingle(cursor, out meaning, ref parts);
    }

    /// <summary>前年度比3%の縮減/年, 前年度比：10%増.</summary>
    public static bool TryTakePrevious(NotationCursor cursor, [NotNullWhen(true)] out ValueMeaning? meaning)
    {
        meaning = null;
        foreach (var (word, yardstick) in Previous)
        {
            if (!cursor.Take(word)) continue;
            cursor.Space();
            cursor.Take(':');
            cursor.Space();
            if (!AmountGrammar.TryTake(cursor, out var change)) return false;
            if (change.Change == ChangeDirection.Level) return cursor.Refuse(NotationWords.RatioToPrevious(cursor.Printed));
            if (change.Unit is "%" && cursor.Context.Unit is { } unit && NotationText.Fold(unit) == "%") cursor.Warn(NotationWords.PercentOrPoints());
            meaning = new ValueMeaning.RelativeToPrevious(yardstick, change);
            return true;
        }

        return false;
    }

    /// <summary>前年度以下, 類似団体(Ⅱ-1)平均値以下.</summary>
    private static bool TryTakeBound(NotationCursor cursor, [NotNullWhen(true)] out ValueMeaning? meaning)
    {
        meaning = null;
        var mark = cursor.Mark();
        foreach (var (word, yardstick) in Own)
        {
            if (!cursor.Take(word)) continue;
            var name = word + (cursor.TakeAny(["実績値", "実績"], out var actual) ? actual : "");
            if (AmountGrammar.TakeComparison(cursor) is { } own)
            {
                meaning = new ValueMeaning.Bound(own, yardstick, name);
                return true;
            }

            return cursor.Return(mark);
        }

        return TryTakeAverage(cursor, out meaning) || cursor.Return(mark);
    }

    private static bool TryTakeAverage(NotationCursor cursor, [NotNullWhen(true)] out ValueMeaning? meaning)
    {
        meaning = null;
        var rest = cursor.Rest;
        var average = Averages.FirstOrDefault(word => rest.IndexOf(word, StringComparison.Ordinal) > 0);
        if (average is null) return false;
        var name = rest[..(rest.IndexOf(average, StringComparison.Ordinal) + average.Length)];
        var depth = 0;
        foreach (var c in name)
        {
            depth += c is '(' ? 1 : c is ')' ? -1 : 0;
            if (c is ':' or ' ' || (depth == 0 && char.IsNumber(c) && c is < 'Ⅰ' or > 'Ⅻ')) return false;
        }

        cursor.Take(name);
        if (AmountGrammar.TakeComparison(cursor) is not { } comparison) return false;
        meaning = new ValueMeaning.Bound(comparison, Yardstick.External, name);
        return true;
    }

    /// <summary>42.7(R1確定値) 40.2(R2速報値): two or more, each with its year.</summary>
    private static bool TryTakeDatedList(NotationCursor cursor, [NotNullWhen(true)] out ValueMeaning? meaning)
    {
        meaning = null;
        var amounts = new List<DatedAmount>();
        while (AmountGrammar.TryTake(cursor, out var amount) && TailGrammar.TryTakeWhen(cursor, new ValueParts(), out var when) && when is { When: not null, Basis: null })
        {
            amounts.Add(new DatedAmount(when.When, amount, when.Status));
            cursor.Space();
            if (cursor.AtEnd) break;
        }

        if (!cursor.AtEnd || amounts.Count < 2) return false;
        if (amounts.Select(a => a.When).Distinct().Count() < amounts.Count) return cursor.Refuse(NotationWords.YearTwice(cursor.Printed));
        meaning = new ValueMeaning.Dated(amounts);
        return true;
    }

    private static bool TryTakeSingle(NotationCursor cursor, [NotNullWhen(true)] out ValueMeaning? meaning, ref ValueParts parts)
    {
        meaning = null;
        if (!AmountGrammar.TryTake(cursor, out var amount)) return false;
        if (!TailGrammar.TryTakeAll(cursor, ref parts)) return false;
        if (AmountGrammar.TakeComparison(cursor) is { } after)
        {
            if (amount.Comparison != Comparison.Equal) return cursor.Refuse(NotationWords.TwoComparisons(cursor.Printed));
            if (amount.Unit is "位" && after is not Comparison.AtMost) return cursor.Refuse(NotationWords.RankComparison(cursor.Printed));
            amount = amount with { Comparison = after };
        }

        cursor.TakeAny(Keep, out _);
        if (!cursor.AtEnd) return false;
        meaning = (amount.Change, parts.Bases.Count, parts.Years.Count) switch
        {
            (ChangeDirection.Level, 0, 0) => new ValueMeaning.OneAmount(amount),
            (ChangeDirection.Level, 0, > 0) => Split(cursor, amount, parts),
            (not ChangeDirection.Level, > 0, 0) when parts is { Secondary: null, Increment: null, Parts.Count: 0 } && amount.Comparison is Comparison.Equal or Comparison.AtLeast =>
                RelativeTargets.From(cursor, amount, parts.Bases),
            (not ChangeDirection.Level, 0, _) => Missing(cursor),
            _ => null,
        };
        return meaning is not null;
    }

    private static ValueMeaning.AnnualSplit Split(NotationCursor cursor, Amount total, ValueParts parts)
    {
        var sum = parts.Years.Sum(y => y.Amount.Number);
        if (sum != total.Number) cursor.Warn(NotationWords.SumDisagrees(total.Number, sum));
        return new ValueMeaning.AnnualSplit(total, parts.Years);
    }

    private static ValueMeaning? Missing(NotationCursor cursor)
    {
        cursor.Refuse(NotationWords.BaseMissing(cursor.Printed));
        return null;
    }

    private static bool IsOnlyReferenced(ValueParts parts) =>
        parts is { Bases.Count: 0, Years.Count: 0, Increment: null, Secondary: null, Parts.Count: 0, When: null, Basis: null };
}
