using System.Diagnostics.CodeAnalysis;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>What follows a value: (参考) …, (基準) …, (H28.4.1), (23決算), (803), (内…件), ※…, 令和2年度：….</summary>
internal static class TailGrammar
{
    private static readonly (string Word, ValueStatus Status)[] Statuses =
        [("確定値", ValueStatus.Final), ("確定", ValueStatus.Final), ("速報値", ValueStatus.Preliminary), ("速報", ValueStatus.Preliminary)];

    /// <summary>Takes every tail; false where two of them say the same thing.</summary>
    public static bool TryTakeAll(NotationCursor cursor, ref ValueParts parts)
    {
        while (true)
        {
            var mark = cursor.Mark();
            cursor.Space();
            if (!TryTakeOne(cursor, parts, out var next))
            {
                cursor.Return(mark);
                return true;
            }

            parts = next;
        }
    }

    /// <summary>A year, day, settlement or status in brackets.</summary>
    public static bool TryTakeWhen(NotationCursor cursor, ValueParts parts, out ValueParts next)
    {
        next = parts;
        var mark = cursor.Mark();
        cursor.Space();
        if (!cursor.Take('(')) return cursor.Return(mark);
        if (TryTakeStatus(cursor, out var only) && cursor.Take(')') && parts.Status == ValueStatus.NotPrinted)
        {
            next = parts with { Status = only };
            return true;
        }

        cursor.Return(mark);
        cursor.Space();
        cursor.Take('(');
        if (parts.When is not null || !TryTakeYear(cursor, out var when, out var basis)) return cursor.Return(mark);
        TryTakeStatus(cursor, out var status);
        if (!cursor.Take(')')) return cursor.Return(mark);
        next = parts with { When = when, Basis = basis, Status = status };
        return true;
    }

    /// <summary>(参考) 平成30年度：48.2% (速報値), （参考：令和5年度99.05％）.</summary>
    public static bool TryTakeReference(NotationCursor cursor, [NotNullWhen(true)] out ReferenceValue? reference)
    {
        reference = null;
        if (!cursor.Take("(参考")) return false;
        var isClosed = cursor.Take(')');
        if (!isClosed && !cursor.Take(':')) return false;
        cursor.Space();
        return TryTakeDated(cursor, needsColon: false, out reference) && (isClosed || cursor.Take(')'));
    }

    /// <summary>平成30年度：48.2% (速報値), 令和2年度：現年 99.10% 滞繰 22.50%.</summary>
    public static bool TryTakeDated(NotationCursor cursor, bool needsColon, [NotNullWhen(true)] out ReferenceValue? dated)
    {
        dated = null;
        if (!TryTakeYear(cursor, out var when, out var basis) || basis is not null) return false;
        cursor.Space();
        if (!cursor.Take(':') && needsColon) return false;
        cursor.Space();
        var mark = cursor.Mark();
        if (GroupGrammar.TryTake(cursor, out var groups))
        {
            dated = new ReferenceValue(when, new ValueMeaning.Groups(groups), ValueStatus.NotPrinted);
            return true;
        }

        cursor.Return(mark);
        if (!AmountGrammar.TryTake(cursor, out var amount)) return false;
        if (amount.Change != ChangeDirection.Level) cursor.Warn(NotationWords.ChangeAsReference());
        mark = cursor.Mark();
        cursor.Space();
        if (!cursor.Take('(') || !TryTakeStatus(cursor, out var status) || !cursor.Take(')'))
        {
            cursor.Return(mark);
            status = ValueStatus.NotPrinted;
        }

        dated = new ReferenceValue(when, new ValueMeaning.OneAmount(amount), status);
        return true;
    }

    private static bool TryTakeOne(NotationCursor cursor, ValueParts parts, out ValueParts next)
    {
        next = parts;
        var mark = cursor.Mark();
        if (parts.Reference is null && TryTakeReference(cursor, out var reference))
        {
            next = parts with { Reference = reference };
            return true;
        }

        cursor.Return(mark);
        if (parts.Bases.Count == 0 && TryTakeBases(cursor, out var bases))
        {
            next = parts with { Bases = bases };
            return true;
        }

        cursor.Return(mark);
        if (TryTakeWhen(cursor, parts, out next)) return true;
        cursor.Return(mark);
        if (TryTakeFootnote(cursor, parts, out next)) return true;
        cursor.Return(mark);
        if (TryTakeYearValue(cursor, parts, out next)) return true;
        cursor.Return(mark);
        return TryTakeBracket(cursor, parts, out next);
    }

    /// <summary>(内空き家バンク契約数26件), (5グループ増/年), (803).</summary>
    private static bool TryTakeBracket(NotationCursor cursor, ValueParts parts, out ValueParts next)
    {
        next = parts;
        if (!cursor.Take('(')) return false;
        if (cursor.Next is '内' or 'う')
        {
            var label = cursor.TakeWhile(c => !char.IsNumber(c) && c is not (')' or ':'));
            cursor.Take(':');
            cursor.Space();
            if (!(label.StartsWith('内') || label.StartsWith("うち", StringComparison.Ordinal)) || !AmountGrammar.TryTake(cursor, out var part) || !cursor.Take(')')) return false;
            next = parts with { Parts = [.. parts.Parts, new PartAmount(label.Trim(' '), part)] };
            return true;
        }

        if (IsBareWesternYear(cursor.Rest)) return cursor.Refuse(NotationWords.NumberOrYear(cursor.Printed));
        if (!AmountGrammar.TryTake(cursor, out var amount) || !cursor.Take(')')) return false;
        if (amount.Change != ChangeDirection.Level)
        {
            next = parts with { Increment = amount };
            return parts.Increment is null;
        }

        cursor.Warn(NotationWords.SecondValue());
        next = parts with { Secondary = amount };
        return parts.Secondary is null;
    }

    private static bool IsBareWesternYear(string rest) =>
        rest is [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ')', ..] && rest[..2] is "19" or "20" or "21";

    /// <summary>※平成30年度数値.</summary>
    private static bool TryTakeFootnote(NotationCursor cursor, ValueParts parts, out ValueParts next)
    {
        next = parts;
        if (parts.When is not null || !cursor.Take('※')) return false;
        cursor.Space();
        if (!TryTakeYear(cursor, out var when, out var basis)) return false;
        cursor.Take('の');
        cursor.TakeAny(["数値", "実績値", "実績", "値"], out _);
        next = parts with { When = when, Basis = basis };
        return true;
    }

    /// <summary>One year of a total: 令和2年度：14施設.</summary>
    private static bool TryTakeYearValue(NotationCursor cursor, ValueParts parts, out ValueParts next)
    {
        next = parts;
        if (!TryTakeDated(cursor, needsColon: true, out var dated) || dated is not { When: YearMeaning.Fiscal, Meaning: ValueMeaning.OneAmount { Amount.Change: ChangeDirection.Level } single }) return false;
        if (parts.Years.Any(y => y.When == dated.When)) return cursor.Refuse(NotationWords.YearTwice(cursor.Printed));
        next = parts with { Years = [.. parts.Years, new DatedAmount(dated.When, single.Amount, dated.Status)] };
        return true;
    }

    /// <summary>(基準)平成30年度：72%; (基準) 平成28年度 空調システム最適化前 電気：1,360,000kWh 灯油：47,300L.</summary>
    private static bool TryTakeBases(NotationCursor cursor, out IReadOnlyList<BaseAmount> bases)
    {
        bases = [];
        if (!cursor.Take("(基準)")) return false;
        cursor.Space();
        if (!TryTakeYear(cursor, out var when, out var basis) || basis is not null) return false;
        cursor.Space();
        var remark = TakeRemark(cursor);
        cursor.Take(':');
        cursor.Space();
        if (GroupGrammar.TryTake(cursor, out var groups))
        {
            bases = [.. groups.Select(g => new BaseAmount(when, g.Group, remark, g.Amount))];
            return groups.All(g => g.Amount.Comparison == Comparison.Equal && g.Amount.Change == ChangeDirection.Level);
        }

        if (!AmountGrammar.TryTake(cursor, out var amount) || amount is not { Comparison: Comparison.Equal, Change: ChangeDirection.Level }) return false;
        bases = [new BaseAmount(when, null, remark, amount)];
        return true;
    }

    /// <summary>空調システム最適化前: words without digits that end in 前, 後 or 時.</summary>
    private static string? TakeRemark(NotationCursor cursor)
    {
        var mark = cursor.Mark();
        var words = cursor.TakeWhile(c => c is not (' ' or ':' or '(' or ')') && !char.IsNumber(c));
        if (words.Length > 1 && words[^1] is '前' or '後' or '時')
        {
            cursor.Space();
            return words;
        }

        cursor.Return(mark);
        return null;
    }

    /// <summary>A year or day with 決算 or 現在 behind it; 1月1日現在 has no year of its own.</summary>
    private static bool TryTakeYear(NotationCursor cursor, [NotNullWhen(true)] out YearMeaning? when, out string? basis)
    {
        basis = null;
        if (!YearNotationGrammar.TryTakeDayOfYear(cursor, out when))
        {
            if (!YearPointGrammar.TryTake(cursor, out var point)) return false;
            basis = cursor.TakeAny(["決算", "予算"], out var printed) ? printed : null;
            if (point is { Word: "", NeedsEra: true } && basis is null) return false;
            if (point is { Word: "", IsWestern: true, Month: null }) return false;
            if (point is { Word: "年", NeedsEra: true, Month: null } && cursor.Next is not (':' or ')') && basis is null) return false;
            if (!YearMeaningRules.TrySettle(cursor, point, out var settled, out _)) return false;
            if (basis is not null && settled is { Word: "" or "年", Month: null }) settled = settled with { Word = "年度" };
            if (!YearMeaningRules.TryMean(cursor, settled, out when)) return false;
        }

        cursor.TakeAny(["現在", "時点"], out _);
        return true;
    }

    private static bool TryTakeStatus(NotationCursor cursor, out ValueStatus status)
    {
        status = ValueStatus.NotPrinted;
        foreach (var (word, found) in Statuses)
        {
            if (!cursor.Take(word)) continue;
            status = found;
            return true;
        }

        return false;
    }
}
