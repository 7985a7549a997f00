using System.Diagnostics.CodeAnalysis;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>
/// One year or date: era (令和 or R), number (元, 7, 七), 年度 or 年 or a dot, then month and day. A western year may stand
/// alone or in brackets beside the other.
/// </summary>
internal static class YearPointGrammar
{
    private static readonly (string Word, YearPart Part)[] Parts =
        [("前半", YearPart.FirstHalf), ("上半期", YearPart.FirstHalf), ("上期", YearPart.FirstHalf),
         ("後半", YearPart.SecondHalf), ("下半期", YearPart.SecondHalf), ("下期", YearPart.SecondHalf)];

    public static bool TryTake(NotationCursor cursor, [NotNullWhen(true)] out YearPoint? point)
    {
        point = null;
        var mark = cursor.Mark();
        var era = TakeEra(cursor, out var byLetter);
        cursor.Space();
        if (!TakeNumber(cursor, era, out var number)) return cursor.Return(mark);
        point = new YearPoint(era, number, "", ByLetter: byLetter, Western: TakeWestern(cursor));
        var beforeWord = cursor.Mark();
        cursor.Space();
        if (cursor.Take("年度")) point = AfterFiscal(cursor, point with { Word = "年度" });
        else if (cursor.Take("年代")) point = point with { Word = "年代" };
        else if (cursor.Take('年')) point = AfterCalendar(cursor, point with { Word = "年" });
        else
        {
            cursor.Return(beforeWord);
            if (!point.NeedsEra && cursor.Next is '.' or '/') point = Dotted(cursor, point, cursor.Next);
        }

        return true;
    }

    private static JapaneseEra? TakeEra(NotationCursor cursor, out bool byLetter)
    {
        byLetter = false;
        foreach (var era in JapaneseEra.All)
        {
            if (cursor.Take(era.Name)) return era;
            var mark = cursor.Mark();
            if (!cursor.Take(era.Letter) && !cursor.Take(char.ToLowerInvariant(era.Letter))) continue;
            byLetter = char.IsAsciiDigit(cursor.Next) || cursor.Next is ' ' or '元';
            if (byLetter) return era;
            cursor.Return(mark);
        }

        cursor.Take("西暦");
        return null;
    }

    private static bool TakeNumber(NotationCursor cursor, JapaneseEra? era, out int number)
    {
        number = 1;
        if (era is not null && cursor.Take('元')) return true;
        if (era is not null && KanjiNumber.Belongs(cursor.Next)) return KanjiNumber.TryParse(cursor.TakeWhile(KanjiNumber.Belongs), out number);
        if (!cursor.TakeWhole(4, out number)) return false;
        if (number is >= 1 and <= 99) return true;
        if (era is null && number is >= 1926 and <= 2199) return true;
        return (era is not null || cursor.Next is '年') && cursor.Refuse(NotationWords.ImpossibleYear(cursor.Printed, era?.Name ?? "", number));
    }

    /// <summary>（2010年）, （2025年度）, （2025）.</summary>
    private static int? TakeWestern(NotationCursor cursor)
    {
        var mark = cursor.Mark();
        cursor.Space();
        if (cursor.Take('(') && cursor.TakeWhole(4, out var western) && western is >= 1926 and <= 2199)
        {
            _ = cursor.Take("年度") || cursor.Take('年');
            if (cursor.Take(')')) return western;
        }

        cursor.Return(mark);
        return null;
    }

    private static YearPoint AfterFiscal(NotationCursor cursor, YearPoint point)
    {
        point = point with { Western = point.Western ?? TakeWestern(cursor) };
        if (cursor.Take('末')) return point with { Word = "年度末", AtEnd = true };
        foreach (var (word, part) in Parts)
            if (cursor.Take(word)) return point with { Part = part };
        return point;
    }

    private static YearPoint AfterCalendar(NotationCursor cursor, YearPoint point)
    {
        point = point with { Western = point.Western ?? TakeWestern(cursor) };
        if (cursor.Take('末')) return point with { Month = 12, Day = 31, AtEnd = true };
        var mark = cursor.Mark();
        cursor.Space();
        if (!cursor.TakeWhole(2, out var month) || !TakeWord(cursor, "月"))
        {
            cursor.Return(mark);
            return point;
        }

        if (cursor.Take('末')) return point with { Month = month, AtEnd = true };
        mark = cursor.Mark();
        cursor.Space();
        if (cursor.TakeWhole(2, out var day) && TakeWord(cursor, "日")) return point with { Month = month, Day = day };
        cursor.Return(mark);
        return point with { Month = month };
    }

    private static YearPoint Dotted(NotationCursor cursor, YearPoint point, char dot)
    {
        var mark = cursor.Mark();
        cursor.Take(dot);
        if (!cursor.TakeWhole(2, out var month))
        {
            cursor.Return(mark);
            return point;
        }

        mark = cursor.Mark();
        if (cursor.Take(dot) && cursor.TakeWhole(2, out var day)) return point with { Month = month, Day = day };
        cursor.Return(mark);
        return point with { Month = month };
    }

    private static bool TakeWord(NotationCursor cursor, string word)
    {
        cursor.Space();
        return cursor.Take(word);
    }
}
