using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>A whole text that is a year: one point, a range, a transition; with what the column holds beside it.</summary>
internal static class YearNotationGrammar
{
    private static readonly string[] Roles =
        ["計画策定時", "最終目標", "中間目標", "現状値", "基準値", "目標値", "計画値", "実績値", "見込値", "速報値", "確定値", "基準年度", "現状", "基準", "目標", "計画", "実績", "見込"];

    private static readonly string[] Remarks = ["一部改正", "改正", "改定", "改訂", "策定", "推計", "現在", "時点", "作成", "公表"];

    /// <summary>Takes spaces out, also those between spread letters (令　和　７　年　度); between digits they stay and are refused.</summary>
    public static string Compact(string folded)
    {
        var compact = new StringBuilder(folded.Length);
        for (var at = 0; at < folded.Length; at++)
        {
            var betweenDigits = at > 0 && at + 1 < folded.Length && char.IsAsciiDigit(folded[at - 1]) && char.IsAsciiDigit(folded[at + 1]);
            if (folded[at] != ' ' || betweenDigits) compact.Append(folded[at]);
        }

        return compact.ToString();
    }

    public static bool TryRead(NotationCursor cursor, [NotNullWhen(true)] out FiscalYearNotation? notation)
    {
        notation = null;
        if (cursor.Next is >= '①' and <= '⑳') cursor.Take(cursor.Next);
        var inBrackets = cursor.Take('(');
        var footnote = cursor.Take('※');
        if (!TryTakeMeaning(cursor, ref footnote, out var meaning, out var inferred)) return false;
        TakeTail(cursor, ref footnote, out var role, out var basis, out var remark);
        if ((inBrackets && !cursor.Take(')')) || !cursor.AtEnd) return false;
        notation = new FiscalYearNotation(cursor.Printed, meaning, role, basis, remark, footnote, inferred, cursor.Warnings);
        return true;
    }

    private static bool TryTakeMeaning(NotationCursor cursor, ref bool footnote, [NotNullWhen(true)] out YearMeaning? meaning, out string? inferred)
    {
        (meaning, inferred) = (null, null);
        if (TryTakeDayOfYear(cursor, out meaning)) return true;
        if (cursor.Take('~'))
        {
            if (!TryTakeSettled(cursor, out var until, out inferred) || !IsFiscal(until)) return false;
            meaning = new YearMeaning.FiscalRange(null, YearMeaningRules.AsFiscal(cursor, until));
            return true;
        }

        if (!YearPointGrammar.TryTake(cursor, out var first)) return false;
        if (cursor.Take('~') || cursor.Take("から"))
        {
            footnote |= cursor.Take('※');
            return YearPointGrammar.TryTake(cursor, out var last)
                ? TryTakeRange(cursor, first, last, out meaning, out inferred)
                : TryMeanOpen(cursor, first, out meaning, out inferred);
        }

        if (cursor.Take('⇒'))
        {
            if (!TryTakeSettled(cursor, out var to, out _) || !YearMeaningRules.TrySettle(cursor, first, out var from, out inferred)) return false;
            if (!IsFiscal(from) || !IsFiscal(to)) return false;
            meaning = new YearMeaning.Transition(YearMeaningRules.AsFiscal(cursor, from), YearMeaningRules.AsFiscal(cursor, to));
            return true;
        }

        if (cursor.Take("以降")) return TryMeanOpen(cursor, first, out meaning, out inferred);
        if (cursor.Take("まで") || cursor.Take("以前"))
        {
            if (!YearMeaningRules.TrySettle(cursor, first, out var end, out inferred) || !IsFiscal(end)) return false;
            meaning = new YearMeaning.FiscalRange(null, YearMeaningRules.AsFiscal(cursor, end));
            return true;
        }

        var isBareWithBasis = first is { Word: "", NeedsEra: true } && (cursor.Rest.StartsWith("決算", StringComparison.Ordinal) || cursor.Rest.StartsWith("予算", StringComparison.Ordinal));
        if (first is { Word: "", NeedsEra: true } && !isBareWithBasis) return false;
        return YearMeaningRules.TrySettle(cursor, first, out var settled, out inferred)
            && YearMeaningRules.TryMean(cursor, isBareWithBasis || IsSettledYear(cursor, first) ? settled with { Word = "年度" } : settled, out meaning);
    }

    /// <summary>27年決算 is the settlement of a fiscal year.</summary>
    private static bool IsSettledYear(NotationCursor cursor, YearPoint point) =>
        point is { Word: "年", Month: null } && cursor.Rest.StartsWith("決算", StringComparison.Ordinal);

    private static bool TryTakeSettled(NotationCursor cursor, [NotNullWhen(true)] out YearPoint? settled, out string? inferred)
    {
        (settled, inferred) = (null, null);
        return YearPointGrammar.TryTake(cursor, out var point) && YearMeaningRules.TrySettle(cursor, point, out settled, out inferred);
    }

    private static bool TryMeanOpen(NotationCursor cursor, YearPoint first, out YearMeaning? meaning, out string? inferred)
    {
        meaning = null;
        if (!YearMeaningRules.TrySettle(cursor, first, out var from, out inferred) || !IsFiscal(from)) return false;
        meaning = new YearMeaning.FiscalRange(YearMeaningRules.AsFiscal(cursor, from), null);
        return true;
    }

    private static bool TryTakeRange(NotationCursor cursor, YearPoint first, YearPoint last, out YearMeaning? meaning, out string? inferred)
    {
        (meaning, inferred) = (null, null);
        if (first.Word.Length == 0 && !first.ByLetter) first = first with { Word = last.Word };
        if (last.Word.Length == 0) last = last with { Word = first.Word, ByLetter = last.ByLetter || first.ByLetter };
        if (!YearMeaningRules.TrySettle(cursor, first, out var from, out inferred)) return false;
        if (last.NeedsEra) last = from.IsWestern ? last with { Number = (from.Number / 100 * 100) + last.Number } : last with { Era = from.Era };
        if (!YearMeaningRules.TrySettle(cursor, last, out var to, out _)) return false;
        if (to.CalendarYear < from.CalendarYear) return cursor.Refuse(NotationWords.RangeReversed(cursor.Printed, from.CalendarYear, to.CalendarYear));
        if (IsFiscal(from) && IsFiscal(to))
            meaning = new YearMeaning.FiscalRange(YearMeaningRules.AsFiscal(cursor, from), YearMeaningRules.AsFiscal(cursor, to));
        else if (from is { Word: "年代" } && to is { Word: "年代" } && from.Number % 10 == 0 && to.Number % 10 == 0)
            meaning = new YearMeaning.CalendarRange(from.CalendarYear, to.CalendarYear + 9);
        else if (from is { Word: "年", Month: null } && to is { Word: "年", Month: null })
        {
            cursor.Warn(NotationWords.CalendarYear(from.CalendarYear));
            meaning = new YearMeaning.CalendarRange(from.CalendarYear, to.CalendarYear);
        }
        else return cursor.Refuse(NotationWords.RangeMixed(cursor.Printed));

        TakeLength(cursor, to.CalendarYear - from.CalendarYear + 1);
        return true;
    }

    /// <summary>までの5年間: the count must agree with the years.</summary>
    private static void TakeLength(NotationCursor cursor, int years)
    {
        cursor.Take("まで");
        var mark = cursor.Mark();
        var inBrackets = cursor.Take('(');
        if (!inBrackets) cursor.Take('の');
        if (!cursor.TakeWhole(2, out var printed) || !cursor.Take("年間") || (inBrackets && !cursor.Take(')'))) cursor.Return(mark);
        else if (printed != years) cursor.Warn(NotationWords.LengthDisagrees(printed, years));
    }

    /// <summary>1月1日: the year stands elsewhere.</summary>
    public static bool TryTakeDayOfYear(NotationCursor cursor, [NotNullWhen(true)] out YearMeaning? meaning)
    {
        meaning = null;
        var mark = cursor.Mark();
        if (!cursor.TakeWhole(2, out var month) || !cursor.Take('月') || !cursor.TakeWhole(2, out var day) || !cursor.Take('日')) return cursor.Return(mark);
        const int leapYear = 2000;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(leapYear, month)) return cursor.Refuse(NotationWords.ImpossibleDate(cursor.Printed));
        meaning = new YearMeaning.DayOfYear(month, day);
        return true;
    }

    private static void TakeTail(NotationCursor cursor, ref bool footnote, out string? role, out string? basis, out string? remark)
    {
        basis = cursor.Take("決算") ? "決算" : cursor.Take("予算") ? "予算" : null;
        cursor.TakeAny(Remarks, out remark);
        var mark = cursor.Mark();
        var inBrackets = cursor.Take('(');
        if (!inBrackets) cursor.Take('の');
        if (!cursor.TakeAny(Roles, out role) || (inBrackets && !cursor.Take(')')))
        {
            role = null;
            cursor.Return(mark);
        }

        footnote |= cursor.Take('※');
    }

    /// <summary>Printed as a fiscal year: 年度, or the initial of an era without month.</summary>
    private static bool IsFiscal(YearPoint point) =>
        point is { Word: "年度", Part: YearPart.Whole } || point is { Word: "", ByLetter: true, Month: null };
}
