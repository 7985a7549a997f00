using System.Diagnostics.CodeAnalysis;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>A number with what stands directly at it: 約, comparison, unit, 増減, ／年.</summary>
internal static class AmountGrammar
{
    private static readonly (string Word, Comparison Comparison)[] Signs =
        [(">=", Comparison.AtLeast), ("<=", Comparison.AtMost), ("≥", Comparison.AtLeast), ("≤", Comparison.AtMost),
         (">", Comparison.MoreThan), ("<", Comparison.LessThan), ("=", Comparison.Equal)];

    private static readonly (string Word, Comparison Comparison)[] Words =
        [("以上", Comparison.AtLeast), ("以下", Comparison.AtMost), ("以内", Comparison.AtMost), ("未満", Comparison.LessThan),
         ("を超えています", Comparison.MoreThan), ("を超える", Comparison.MoreThan), ("より多い", Comparison.MoreThan), ("超", Comparison.MoreThan),
         ("を下回る", Comparison.LessThan), ("より少ない", Comparison.LessThan)];

    private static readonly (string Word, TargetPeriod Period)[] Periods =
        [("取組期間", TargetPeriod.WholePlan), ("計画期間", TargetPeriod.WholePlan), ("年度", TargetPeriod.Year), ("年", TargetPeriod.Year),
         ("月", TargetPeriod.Month), ("週", TargetPeriod.Week), ("日", TargetPeriod.Day)];

    private static readonly (string Word, TargetPeriod Period)[] PeriodsBefore =
        [("年間", TargetPeriod.Year), ("年", TargetPeriod.Year), ("月", TargetPeriod.Month), ("週", TargetPeriod.Week)];

    private static readonly (string Word, ChangeDirection Direction)[] Changes =
        [("増加", ChangeDirection.Increase), ("増", ChangeDirection.Increase), ("向上", ChangeDirection.Increase), ("上昇", ChangeDirection.Increase),
         ("減少", ChangeDirection.Decrease), ("減", ChangeDirection.Decrease), ("縮減", ChangeDirection.Decrease), ("削減", ChangeDirection.Decrease),
         ("低下", ChangeDirection.Decrease), ("低減", ChangeDirection.Decrease)];

    private const string Rank = "位";

    private static readonly string[] About = ["おおむね", "およそ", "概ね", "約", "ほぼ"];

    /// <summary>Takes one amount; leaves the cursor behind it.</summary>
    public static bool TryTake(NotationCursor cursor, [NotNullWhen(true)] out Amount? amount)
    {
        amount = null;
        var mark = cursor.Mark();
        var isApproximate = cursor.TakeAny(About, out _);
        cursor.Space();
        var comparison = TakeFirst(cursor, Signs);
        cursor.Space();
        var per = comparison is null ? TakeFirst(cursor, PeriodsBefore) : null;
        if (!NumberGrammar.TryTake(cursor, out var number, out var hasPlus)) return cursor.Return(mark);
        if (IsDashBetweenNumbers(cursor)) return cursor.Refuse(NotationWords.DashBetweenNumbers(cursor.Printed));
        var unit = TakeUnit(cursor, number);
        if (cursor.Take("程度") || cursor.Take("前後")) isApproximate = true;
        if (!TryTakeComparison(cursor, number, unit, ref comparison)) return cursor.Return(mark);
        var change = TakeChange(cursor);
        if (!TryTakePeriod(cursor, ref per) || !TryTakeComparison(cursor, number, unit, ref comparison)) return cursor.Return(mark);
        if (cursor.TakeAny(["程度", "前後"], out _)) isApproximate = true;
        if (unit is "年" && comparison is null) return cursor.Refuse(NotationWords.YearsOrYear(cursor.Printed)) || cursor.Return(mark);
        if (change != ChangeDirection.Level && number < 0) return cursor.Refuse(NotationWords.NegativeChange(cursor.Printed)) || cursor.Return(mark);
        amount = Of(cursor, comparison ?? Comparison.Equal, number, unit, isApproximate, hasPlus, per ?? TargetPeriod.NotPrinted, change);
        return true;
    }

    /// <summary>70～80%, 5件～10件: both ends, one unit.</summary>
    public static bool TryTakeSpan(NotationCursor cursor, [NotNullWhen(true)] out ValueMeaning.Span? span)
    {
        span = null;
        var mark = cursor.Mark();
        var isApproximate = cursor.TakeAny(About, out _);
        cursor.Space();
        if (!NumberGrammar.TryTake(cursor, out var from, out _)) return cursor.Return(mark);
        cursor.Space();
        var unitOfFrom = UnitWords.Take(cursor);
        cursor.Space();
        if (!cursor.Take('~')) return cursor.Return(mark);
        cursor.Space();
        if (!NumberGrammar.TryTake(cursor, out var to, out _)) return cursor.Refuse(NotationWords.OpenRange(cursor.Printed)) || cursor.Return(mark);
        var unit = TakeUnit(cursor, to);
        if (unitOfFrom is not null && unitOfFrom != unit) return cursor.Refuse(NotationWords.RangeOfTwoUnits(cursor.Printed)) || cursor.Return(mark);
        if (from > to) return cursor.Refuse(NotationWords.ValuesReversed(cursor.Printed)) || cursor.Return(mark);
        TargetPeriod? per = null;
        if (!TryTakePeriod(cursor, ref per)) return cursor.Return(mark);
        if (cursor.TakeAny(["程度", "前後"], out _)) isApproximate = true;
        span = new ValueMeaning.Span(from, to, unit ?? cursor.Context.Unit, isApproximate, per ?? TargetPeriod.NotPrinted);
        return true;
    }

    /// <summary>以上, 以下 …, when standing by itself behind a name (前年度以下).</summary>
    public static Comparison? TakeComparison(NotationCursor cursor) => TakeFirst(cursor, Words);

    /// <summary>／月, ／取組期間, or nothing.</summary>
    public static bool TryTakePeriod(NotationCursor cursor, out TargetPeriod period)
    {
        TargetPeriod? found = null;
        var isTaken = TryTakePeriod(cursor, ref found);
        period = found ?? TargetPeriod.NotPrinted;
        return isTaken;
    }

    private static Amount Of(
        NotationCursor cursor, Comparison comparison, decimal number, string? unit, bool isApproximate, bool hasPlus, TargetPeriod per, ChangeDirection change)
    {
        var expected = cursor.Context.Unit is { Length: > 0 } given ? NotationText.Fold(given) : null;
        if (unit is not null && expected is not null && unit != expected && change == ChangeDirection.Level) cursor.Warn(NotationWords.UnitDiffers(unit, expected));
        return new Amount(comparison, number, unit ?? expected, unit is not null, isApproximate, hasPlus, per, change);
    }

    private static string? TakeUnit(NotationCursor cursor, decimal number)
    {
        var mark = cursor.Mark();
        cursor.Space();
        if (UnitWords.Take(cursor) is { } unit) return unit;
        cursor.Return(mark);
        if (char.IsLetter(cursor.Next) && !StartsWithWord(cursor)) cursor.Refuse(NotationWords.UnknownUnit(cursor.Printed, cursor.Rest));
        return null;
    }

    private static bool StartsWithWord(NotationCursor cursor)
    {
        var rest = cursor.Rest;
        return Words.Any(w => rest.StartsWith(w.Word, StringComparison.Ordinal)) || Changes.Any(w => rest.StartsWith(w.Word, StringComparison.Ordinal))
            || GroupGrammar.Starts(rest);
    }

    private static bool TryTakeComparison(NotationCursor cursor, decimal number, string? unit, ref Comparison? comparison)
    {
        var mark = cursor.Mark();
        cursor.Space();
        var isWithin = cursor.Rest.StartsWith("以内", StringComparison.Ordinal);
        if (TakeFirst(cursor, Words) is not { } found)
        {
            cursor.Return(mark);
            return true;
        }

        if (comparison is not null) return cursor.Refuse(NotationWords.TwoComparisons(cursor.Printed));
        if (isWithin && number < 0) return cursor.Refuse(NotationWords.NegativeWithin(cursor.Printed));
        if (!isWithin && (unit ?? cursor.Context.Unit) is Rank) return cursor.Refuse(NotationWords.RankComparison(cursor.Printed));
        comparison = found;
        return true;
    }

    private static bool TryTakePeriod(NotationCursor cursor, ref TargetPeriod? per)
    {
        var mark = cursor.Mark();
        if (!cursor.Take('/')) return true;
        if (TakeFirst(cursor, Periods) is not { } period)
        {
            cursor.Return(mark);
            return true;
        }

        if (per is not null) return cursor.Refuse(NotationWords.TwoPeriods(cursor.Printed));
        per = period;
        return true;
    }

    private static ChangeDirection TakeChange(NotationCursor cursor)
    {
        var mark = cursor.Mark();
        cursor.Take('の');
        if (TakeFirst(cursor, Changes) is { } direction) return direction;
        cursor.Return(mark);
        return ChangeDirection.Level;
    }

    /// <summary>3-5: a range, a date or a code; a printed range has 〜.</summary>
    private static bool IsDashBetweenNumbers(NotationCursor cursor)
    {
        if (!NotationText.IsDash(cursor.Next)) return false;
        var mark = cursor.Mark();
        cursor.Take(cursor.Next);
        var isNumber = char.IsAsciiDigit(cursor.Next);
        cursor.Return(mark);
        return isNumber;
    }

    private static T? TakeFirst<T>(NotationCursor cursor, (string Word, T Value)[] words)
        where T : struct
    {
        foreach (var (word, value) in words)
            if (cursor.Take(word))
                return value;
        return null;
    }
}
