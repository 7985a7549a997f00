using System.Globalization;
using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>One figure in plain Japanese (説明), word for word derived from its numbers and verdict.</summary>
public static class FigureSentence
{
    /// <summary>The sentence of a published row.</summary>
    /// <param name="row">Behind the gate; its own sentence is not looked at.</param>
    public static string Of(ActualRow row)
    {
        if (row.Value is not { } value)
            return $"値はありません({Bare(row.NoValueReason ?? "理由の記録なし")})。";
        var text = $"{Number(value)}{row.Unit}(n={row.Denominator:N0}、{IntervalOf(row)})。";
        if (row.IsReference == true) text += "回答者が少ないため参考値です。";
        if (row.Excluded > 0) text += $"属性不明の{row.Excluded:N0}人を除いて集計しています。";
        return text + ChangeOf(row, value) + row.ChangeNote;
    }

    private static string IntervalOf(ActualRow row) => row switch
    {
        { IsCensus: true } => "全数調査のため標本誤差なし",
        { Lower: { } lower, Upper: { } upper } => $"{LevelOf(row)}信頼区間 {Bound(lower, row)}〜{Bound(upper, row)}{row.Unit}",
        _ => "信頼区間は計算できません",
    };

    private static string ChangeOf(ActualRow row, decimal value)
    {
        var skipped = row.SkippedYears is null ? "" : $"、{row.SkippedYears}は調査なし";
        var before = $"前回({row.Against}{skipped})";
        if (row.ChangeVerdict is ChangeVerdict.NoEarlierWave) return "比べられる前回の調査はありません。";
        if (row.ChangeVerdict is ChangeVerdict.NotComparable || row.Change is not { } change)
            return $"{before}とは比べられません({Bare(row.ChangeReason ?? "理由の記録なし")})。";

        before += $"の{Number(value - row.ChangeOfPrinted!.Value)}{row.Unit}";
        var exact = row.ChangeOfPrinted == change ? "" : "(丸め前の値の差)";
        var size = Number(Math.Abs(change)) + (row.Unit is "%" ? "ポイント" : row.Unit) + exact;
        return row.ChangeVerdict is ChangeVerdict.NotShown ? NotShown(row, before, change, size) : Shown(row, before, change, size);
    }

    private static string Shown(ActualRow row, string before, decimal change, string size)
    {
        var verb = row.ChangeVerdict is ChangeVerdict.Rose ? "上昇し" : "低下し";
        var moved = change == 0 ? $"{before}と表示上は同じですが、わずかに{verb}ました" : $"{before}から{size}{verb}ました";
        if (row.ChangeLower == row.ChangeUpper) return moved + "(全数調査どうしの差で、標本誤差はありません)。";
        var unit = row.Unit is "%" ? "ポイント" : row.Unit;
        var (lower, upper) = (row.ChangeLower!.Value, row.ChangeUpper!.Value);
        var decimals = DecimalsAgainstZero(row.Value?.Scale ?? 1, lower, upper);
        moved += $"(差の{LevelOf(row)}信頼区間 {Signed(lower, decimals)}〜{Signed(upper, decimals)}{unit})。";
        return row.AdjustedVerdict is ChangeVerdict.NotShown
            ? moved + "ただし、この年度の指標をまとめて判定すると(多重比較の補正後)、差があるとはいえません。"
            : moved;
    }

    private static string NotShown(ActualRow row, string before, decimal change, string size)
    {
        if (row.ChangeLower is null)
            return $"{Moved(before, change, size, row)}が、差の誤差を計算できないため判定できません({Bare(row.ChangeReason ?? "理由の記録なし")})。";
        if (row.ChangeExact == 0 && row.ChangeLower == row.ChangeUpper) return $"{before}と同じです。";
        var text = $"{Moved(before, change, size, row)}が、差があるとはいえません。";
        return row.RespondentsToDecide is { } number
            ? text + $"この大きさの差なら、次回以降の2回におよそ{RoundedUp(number):N0}人ずつの回答があれば判定できます(検出力80%)。"
            : text;
    }

    private static string Moved(string before, decimal change, string size, ActualRow row) => change == 0
        ? row.ChangeExact == 0 ? $"{before}と同じです" : $"{before}と表示上は同じです"
        : $"{before}から{size}{(change > 0 ? "増" : "減")}です";

    /// <summary>Two digits that count, never below the number.</summary>
    private static long RoundedUp(long number)
    {
        var unit = 1L;
        while (number / unit >= 100) unit *= 10;
        return (number + unit - 1) / unit * unit;
    }

    /// <summary>A confidence level as it is printed, such as 95%.</summary>
    internal static string LevelText(double level) => (level * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    /// <summary>A bound with as many decimals as its value; never −0.</summary>
    internal static string BoundText(double bound, int decimals)
    {
        var text = bound.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text.TrimStart('-') : text;
    }

    private static string LevelOf(ActualRow row) => LevelText(row.Level ?? 0.95);

    private static string Number(decimal value) => value.ToString("#,##0." + new string('0', value.Scale), CultureInfo.InvariantCulture);

    private static string Bound(double bound, ActualRow row) => BoundText(bound, row.Value?.Scale ?? 1);

    private static string Signed(double bound, int decimals) => BoundText(bound, decimals) is var text && bound > 0 ? "+" + text : text;

    /// <summary>As many decimals as show that a bound is not 0: an interval printed as reaching 0 would deny the verdict.</summary>
    private static int DecimalsAgainstZero(int decimals, params ReadOnlySpan<double> bounds)
    {
        const int most = 6;
        foreach (var bound in bounds)
            while (decimals < most && bound != 0 && BoundText(bound, decimals).AsSpan().IndexOfAnyInRange('1', '9') < 0)
                decimals++;
        return decimals;
    }


    private static string Bare(string sentence) => sentence.TrimEnd('。');
}
