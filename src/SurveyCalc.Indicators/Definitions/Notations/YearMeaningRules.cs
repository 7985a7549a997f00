using System.Diagnostics.CodeAnalysis;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>From letters to a year: settles the era from the years around, checks the calendar, and says what is odd.</summary>
internal static class YearMeaningRules
{
    /// <summary>A year so far from all columns around it is suspected when another era would put it beside them.</summary>
    private const int FarYears = 15;

    private const int NearYears = 5;

    /// <summary>Gives the point its era; refuses where two are as likely or none is known.</summary>
    public static bool TrySettle(NotationCursor cursor, YearPoint point, out YearPoint settled, out string? inferred)
    {
        (settled, inferred) = (point, null);
        if (point.NeedsEra)
        {
            if (cursor.Context.Near.Count == 0) return cursor.Refuse(NotationWords.EraMissing(cursor.Printed, point.Number));
            var byDistance = JapaneseEra.All.OrderBy(era => Distance(cursor, era.Offset + point.Number)).ToArray();
            if (Distance(cursor, byDistance[0].Offset + point.Number) == Distance(cursor, byDistance[1].Offset + point.Number))
                return cursor.Refuse(NotationWords.EraMissing(cursor.Printed, point.Number));
            settled = point with { Era = byDistance[0] };
            inferred = byDistance[0].Name;
            cursor.Warn(NotationWords.EraInferred(inferred, point.Number));
        }

        return settled.Western is not { } western || western == settled.CalendarYear
            || cursor.Refuse(NotationWords.WesternDisagrees(cursor.Printed, settled.CalendarYear, western));
    }

    /// <summary>The meaning of one settled point.</summary>
    public static bool TryMean(NotationCursor cursor, YearPoint point, [NotNullWhen(true)] out YearMeaning? meaning)
    {
        meaning = null;
        if (point.Word is "年度") meaning = Fiscal(cursor, point);
        else if (point.Word is "年度末") meaning = new YearMeaning.Day(new DateOnly(AsFiscal(cursor, point).FirstYear + 1, 3, 31));
        else if (point.Month is { } month) return TryMeanDate(cursor, point, month, out meaning);
        else if (point.Word is "年")
        {
            cursor.Warn(NotationWords.CalendarYear(point.CalendarYear));
            meaning = new YearMeaning.CalendarYear(point.CalendarYear);
        }
        else if (point.Word is "年代")
        {
            if (point.Number % 10 != 0) return cursor.Refuse(NotationWords.NotADecade(cursor.Printed));
            meaning = new YearMeaning.CalendarRange(point.CalendarYear, point.CalendarYear + 9);
        }
        else
        {
            if (!point.ByLetter) cursor.Warn(NotationWords.YearWordMissing(point.CalendarYear));
            meaning = Fiscal(cursor, point);
        }

        return true;
    }

    /// <summary>The fiscal year of a point printed as one, noting an era that had ended before it.</summary>
    public static FiscalYear AsFiscal(NotationCursor cursor, YearPoint point)
    {
        var year = new FiscalYear(point.CalendarYear);
        if (point.Era is { } era && !era.Knew(year)) cursor.Warn(NotationWords.EraEnded(era.Name, point.Number, year));
        return year;
    }

    private static YearMeaning Fiscal(NotationCursor cursor, YearPoint point)
    {
        var year = AsFiscal(cursor, point);
        if (point.Era is null || point.Western is not null || cursor.Context.Near.Count == 0 || Distance(cursor, year.FirstYear) <= FarYears)
            return new YearMeaning.Fiscal(year, point.Part);
        var other = JapaneseEra.All.Select(era => era.Offset + point.Number).MinBy(number => Distance(cursor, number));
        if (Distance(cursor, other) > NearYears) return new YearMeaning.Fiscal(year, point.Part);
        var intended = new FiscalYear(other);
        cursor.Warn(NotationWords.SuspectedMisprint(year, intended));
        return new YearMeaning.Suspect(year, intended);
    }

    private static bool TryMeanDate(NotationCursor cursor, YearPoint point, int month, [NotNullWhen(true)] out YearMeaning? meaning)
    {
        meaning = null;
        var year = point.CalendarYear;
        var last = month is >= 1 and <= 12 ? DateTime.DaysInMonth(year, month) : 0;
        var day = point.AtEnd ? last : point.Day;
        if (last == 0 || day is < 1 || day > last || (year == 1926 && month < 4)) return cursor.Refuse(NotationWords.ImpossibleDate(cursor.Printed));
        if (point.Era is { } era && !era.Ran(year, month)) cursor.Warn(NotationWords.OutsideEra(era.Name, year, month));
        meaning = day is { } d ? new YearMeaning.Day(new DateOnly(year, month, d)) : new YearMeaning.CalendarMonth(year, month);
        return true;
    }

    private static int Distance(NotationCursor cursor, int year) => cursor.Context.Near.Min(near => Math.Abs(near.FirstYear - year));
}
