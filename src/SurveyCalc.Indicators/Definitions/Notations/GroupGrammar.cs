using System.Diagnostics.CodeAnalysis;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>Values of groups side by side: 小93.5 中98.1. Only sets of groups that belong together are read, each group once.</summary>
internal static class GroupGrammar
{
    private static readonly string[][] Sets =
    [
        ["小学校", "中学校", "高校"], ["小学生", "中学生", "高校生"], ["小", "中", "高"], ["男性", "女性"], ["男", "女"], ["男子", "女子"],
        ["現年", "滞繰"], ["現年度", "滞納繰越"], ["現年度分", "滞納繰越分"], ["現年分", "滞繰分"],
        ["電気", "灯油", "ガス", "重油", "ガソリン", "軽油"], ["家庭系", "事業系"], ["市内", "市外"],
    ];

    private static readonly string[] Names = [.. Sets.SelectMany(set => set).OrderByDescending(name => name.Length)];

    public static bool Starts(string rest) => Names.Any(name => rest.StartsWith(name, StringComparison.Ordinal));

    public static bool TryTake(NotationCursor cursor, [NotNullWhen(true)] out IReadOnlyList<GroupAmount>? groups)
    {
        groups = null;
        var mark = cursor.Mark();
        var found = new List<GroupAmount>();
        var end = mark;
        while (cursor.TakeAny(Names, out var name))
        {
            cursor.Space();
            cursor.Take(':');
            cursor.Space();
            if (!AmountGrammar.TryTake(cursor, out var amount)) break;
            found.Add(new GroupAmount(name, amount));
            end = cursor.Mark();
            cursor.Space();
            if (cursor.Next is '・' or '、' or '/') cursor.Take(cursor.Next);
            cursor.Space();
        }

        cursor.Return(end);
        if (found.Count == 0) return false;
        var names = found.Select(g => g.Group).ToArray();
        if (found.Count == 1 || names.Distinct().Count() < names.Length || !Sets.Any(set => names.All(set.Contains)))
        {
            cursor.Return(mark);
            return cursor.Refuse(NotationWords.Groups(cursor.Printed));
        }

        if (found[^1].Amount.Comparison != Comparison.Equal && found.Any(g => g.Amount.Comparison == Comparison.Equal))
        {
            cursor.Return(mark);
            return cursor.Refuse(NotationWords.ComparisonOfLastGroup(cursor.Printed));
        }

        groups = found;
        return true;
    }
}
