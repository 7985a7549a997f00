using System.Globalization;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>
/// A number as offices print it: sign, thousands in groups of three, decimals as they stand, and magnitudes mixed with
/// kanji (8億8千4百万).
/// </summary>
internal static class NumberGrammar
{
    private const int MostDigits = 15;

    private static readonly string[] ScaledMoney = ["千万円", "百万円", "千円", "万円", "億円", "兆円"];

    private static readonly (char Word, decimal Factor)[] Sections = [('兆', 1_000_000_000_000m), ('億', 100_000_000m), ('万', 10_000m)];

    private static readonly (char Word, decimal Factor)[] Inner = [('千', 1000m), ('百', 100m), ('十', 10m)];

    public static bool TryTake(NotationCursor cursor, out decimal number, out bool hasPlus)
    {
        number = 0;
        var mark = cursor.Mark();
        hasPlus = cursor.Take('+');
        var isTriangle = !hasPlus && cursor.Next is '△' or '▲' && cursor.Take(cursor.Next);
        var isNegative = isTriangle || (!hasPlus && cursor.Take('-'));
        if (!TryTakeMagnitudes(cursor, out number)) return cursor.Return(mark);
        if (isTriangle) cursor.Warn(NotationWords.TriangleIsMinus());
        if (isNegative && number != 0) number = -number;
        return true;
    }

    /// <summary>Plain digits; then 億, 千 and so on, unless they belong to a unit of money (23.6億円).</summary>
    private static bool TryTakeMagnitudes(NotationCursor cursor, out decimal number)
    {
        if (!TryTakePlain(cursor, out number)) return false;
        if (IsMagnitude(cursor.Next) && !ScaledMoney.Any(unit => cursor.Rest.StartsWith(unit, StringComparison.Ordinal)))
            return TryTakeSections(cursor, ref number);
        return true;
    }

    private static bool TryTakeSections(NotationCursor cursor, ref decimal number)
    {
        var (total, below, isFirst, next) = (0m, decimal.MaxValue, true, number);
        while (true)
        {
            if (!TryTakeInner(cursor, ref next, isFirst)) return false;
            var section = Sections.FirstOrDefault(s => cursor.Take(s.Word));
            var factor = section.Factor == 0 ? 1 : section.Factor;
            if (factor >= below || (!isFirst && next.Scale > 0) || next * factor >= below) return cursor.Refuse(NotationWords.Magnitudes(cursor.Printed));
            total += next * factor;
            (below, isFirst) = (factor, false);
            if (factor == 1 || !char.IsAsciiDigit(cursor.Next)) break;
            if (total.Scale > 0 || !TryTakePlain(cursor, out next)) return cursor.Refuse(NotationWords.Magnitudes(cursor.Printed));
        }

        number = NumberText.WithoutTrailingZeros(total);
        return !IsMagnitude(cursor.Next) || cursor.Refuse(NotationWords.Magnitudes(cursor.Printed));
    }

    /// <summary>8千4百: digits before 千, 百, 十, in falling order.</summary>
    private static bool TryTakeInner(NotationCursor cursor, ref decimal number, bool mayHaveDecimals)
    {
        var (total, below) = (0m, 10_000m);
        while (Inner.FirstOrDefault(i => cursor.Take(i.Word)) is { Factor: > 0 } inner)
        {
            if (inner.Factor >= below || number >= 10 || (number.Scale > 0 && (!mayHaveDecimals || total > 0))) return cursor.Refuse(NotationWords.Magnitudes(cursor.Printed));
            total += number * inner.Factor;
            (below, number) = (inner.Factor, 0);
            if (!char.IsAsciiDigit(cursor.Next)) break;
            if (!TryTakePlain(cursor, out number)) return false;
        }

        if (below < 10_000m && (number >= below || number.Scale > 0)) return cursor.Refuse(NotationWords.Magnitudes(cursor.Printed));
        number += total;
        return true;
    }

    private static bool TryTakePlain(NotationCursor cursor, out decimal number)
    {
        number = 0;
        var digits = cursor.TakeDigits();
        if (digits.Length == 0) return false;
        if (cursor.Next == ',' && (digits.Length > 3 || digits[0] == '0')) return cursor.Refuse(NotationWords.Separators(cursor.Printed));
        while (cursor.Take(','))
        {
            var group = cursor.TakeDigits();
            if (group.Length != 3) return cursor.Refuse(NotationWords.Separators(cursor.Printed));
            digits += group;
        }

        var decimals = "";
        if (cursor.Take('.'))
        {
            decimals = cursor.TakeDigits();
            if (decimals.Length == 0 || cursor.Next is '.' or ',') return cursor.Refuse(NotationWords.DecimalPoint(cursor.Printed));
        }

        if (digits.Length + decimals.Length > MostDigits) return cursor.Refuse(NotationWords.TooManyDigits(cursor.Printed));
        number = decimal.Parse(decimals.Length == 0 ? digits : $"{digits}.{decimals}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return true;
    }

    private static bool IsMagnitude(char c) => c is '兆' or '億' or '万' or '千' or '百' or '十';
}
