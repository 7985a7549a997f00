using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Tests.Feeds;

/// <summary>Every word of a sentence is true of its numbers.</summary>
public sealed class FigureSentenceTests
{
    private static readonly ActualRow Row = new()
    {
        Indicator = "A",
        Name = "A",
        Survey = "調査",
        FiscalYear = "令和2年度",
        Year = 2020,
        Cell = "全体",
        Unit = "%",
        Value = 55.2m,
        Exact = 55.2,
        Denominator = 1043,
        Level = 0.95,
        Lower = 52.2,
        Upper = 58.2,
        IsCensus = false,
        Against = "令和元年度",
        Change = 1.1m,
        ChangeOfPrinted = 1.1m,
        ChangeOfExact = 1.1m,
        ChangeExact = 1.1,
        ChangeLower = -3,
        ChangeUpper = 5.2,
        ChangeVerdict = ChangeVerdict.NotShown,
        TargetVerdict = TargetVerdict.NoTarget,
        Revision = 1,
        Status = Status.Preliminary,
        FileName = "",
        FileSha256 = "",
        CodeBookHash = "",
        IndicatorHash = "",
        EngineVersion = "",
        Fingerprint = "",
        ComputedAt = default,
    };

    private const string Start = "55.2%(n=1,043、95%信頼区間 52.2〜58.2%)。";

    [Fact]
    public void Respondents_left_out_are_told() => Is(
        Start + "属性不明の1,200人を除いて集計しています。前回(令和元年度)の54.1%から1.1ポイント増ですが、差があるとはいえません。", Row with { Excluded = 1200 });

    [Fact]
    public void Nobody_left_out_is_not_told() => Is(
        Start + "前回(令和元年度)の54.1%から1.1ポイント増ですが、差があるとはいえません。", Row with { Excluded = 0 });

    [Fact]
    public void Not_shown() => Is(Start + "前回(令和元年度)の54.1%から1.1ポイント増ですが、差があるとはいえません。", Row);

    [Fact]
    public void Not_shown_with_the_number_that_would_decide() => Is(
        Start + "前回(令和元年度)の54.1%から1.1ポイント増ですが、差があるとはいえません。この大きさの差なら、次回以降の2回におよそ33,000人ずつの回答があれば判定できます(検出力80%)。",
        Row with { RespondentsToDecide = 32_101 });

    [Fact]
    public void Rose() => Is(
        Start + "前回(令和元年度)の50.0%から5.2ポイント上昇しました(差の95%信頼区間 +1.0〜+9.4ポイント)。",
        Row with { Change = 5.2m, ChangeOfPrinted = 5.2m, ChangeExact = 5.2, ChangeLower = 1, ChangeUpper = 9.4, ChangeVerdict = ChangeVerdict.Rose });

    [Fact]
    public void A_bound_that_would_be_rounded_to_nothing_keeps_the_decimals_that_tell_it_from_nothing() => Is(
        Start + "前回(令和元年度)の58.4%から3.2ポイント低下しました(差の95%信頼区間 -6.354〜-0.004ポイント)。",
        Row with { Change = -3.2m, ChangeOfPrinted = -3.2m, ChangeExact = -3.18, ChangeLower = -6.354, ChangeUpper = -0.004, ChangeVerdict = ChangeVerdict.Fell });

    [Fact]
    public void Fell_over_skipped_years() => Is(
        Start + "前回(平成29年度、平成30年度、令和元年度は調査なし)の60.4%から5.2ポイント低下しました(差の95%信頼区間 -9.4〜-1.0ポイント)。",
        Row with
        {
            Against = "平成29年度",
            SkippedYears = "平成30年度、令和元年度",
            Change = -5.2m,
            ChangeOfPrinted = -5.2m,
            ChangeExact = -5.2,
            ChangeLower = -9.4,
            ChangeUpper = -1,
            ChangeVerdict = ChangeVerdict.Fell,
        });

    [Fact]
    public void A_printed_change_of_nothing() => Is(
        Start + "前回(令和元年度)の55.2%と表示上は同じですが、差があるとはいえません。",
        Row with { Change = 0.0m, ChangeOfPrinted = 0.0m, ChangeExact = 0.02 });

    [Fact]
    public void The_exact_change_is_named_as_such() => Is(
        Start + "前回(令和元年度)の54.1%から1.2ポイント(丸め前の値の差)増ですが、差があるとはいえません。",
        Row with { Change = 1.2m });

    [Fact]
    public void Not_comparable() => Is(
        Start + "前回(令和元年度)とは比べられません(設問の系列が変わりました)。",
        Row with { ChangeVerdict = ChangeVerdict.NotComparable, ChangeReason = "設問の系列が変わりました。", Change = null });

    [Fact]
    public void No_earlier_wave() => Is(Start + "比べられる前回の調査はありません。", Row with { ChangeVerdict = ChangeVerdict.NoEarlierWave });

    [Fact]
    public void No_figure() => Is("値はありません(有効な回答がありません)。", Row with { Value = null, NoValueReason = "有効な回答がありません。" });

    [Fact]
    public void Census_and_reference_value() => Is(
        "55.2%(n=29、全数調査のため標本誤差なし)。回答者が少ないため参考値です。前回(令和元年度)の54.1%から1.1ポイント上昇しました(全数調査どうしの差で、標本誤差はありません)。",
        Row with { Denominator = 29, IsCensus = true, IsReference = true, ChangeLower = 1.1, ChangeUpper = 1.1, ChangeVerdict = ChangeVerdict.Rose });

    [Fact]
    public void A_mean_score_counts_in_its_own_unit() => Is(
        "3.42点(n=1,043、95%信頼区間 3.30〜3.54点)。前回(令和元年度)の3.50点から0.08点減ですが、差があるとはいえません。",
        Row with { Unit = "点", Value = 3.42m, Lower = 3.3, Upper = 3.54, Change = -0.08m, ChangeOfPrinted = -0.08m, ChangeExact = -0.08, ChangeLower = -0.2, ChangeUpper = 0.04 });

    [Fact]
    public void Without_an_interval_of_the_change_nothing_is_judged() => Is(
        Start + "前回(令和元年度)の54.1%から1.1ポイント増ですが、差の誤差を計算できないため判定できません(回答者が少なすぎます)。",
        Row with { ChangeLower = null, ChangeUpper = null, ChangeReason = "回答者が少なすぎます。" });

    [Fact]
    public void Words_follow_the_numbers_of_twenty_thousand_figures()
    {
        const int Seed = 20261121;
        var random = new Random(Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var (now, before) = (random.Next(1_001) / 10.0m + 0.0m, random.Next(1_001) / 10.0m + 0.0m);
            var half = random.NextDouble() * 60;
            var change = now - before;
            var (lower, upper) = ((double)change - half, (double)change + half);
            var verdict = lower > 0 ? ChangeVerdict.Rose : upper < 0 ? ChangeVerdict.Fell : ChangeVerdict.NotShown;
            var text = FigureSentence.Of(Row with
            {
                Value = now,
                Change = change,
                ChangeOfPrinted = change,
                ChangeExact = (double)change,
                ChangeLower = lower,
                ChangeUpper = upper,
                ChangeVerdict = verdict,
                RespondentsToDecide = verdict is ChangeVerdict.NotShown ? 5_000 : null,
            });
            var told = $"seed {Seed}, {i}: {text}";
            Assert.True(text.Contains("上昇", StringComparison.Ordinal) == (verdict is ChangeVerdict.Rose), told);
            Assert.True(text.Contains("低下", StringComparison.Ordinal) == (verdict is ChangeVerdict.Fell), told);
            Assert.True(text.Contains("差があるとはいえません", StringComparison.Ordinal) == (verdict is ChangeVerdict.NotShown), told);
            Assert.True(text.Contains("増です", StringComparison.Ordinal) == (verdict is ChangeVerdict.NotShown && change > 0), told);
            Assert.True(text.Contains("減です", StringComparison.Ordinal) == (verdict is ChangeVerdict.NotShown && change < 0), told);
            Assert.True(text.Contains("人ずつ", StringComparison.Ordinal) == (verdict is ChangeVerdict.NotShown), told);
            Assert.True(change == 0 || text.Contains(Math.Abs(change).ToString("0.0", null) + "ポイント", StringComparison.Ordinal), told);
            Assert.True(text.StartsWith(now.ToString("0.0", null) + "%", StringComparison.Ordinal), told);
            Assert.True(text.Contains($"前回(令和元年度)の{before:0.0}%", StringComparison.Ordinal), told);
            Assert.True(text.EndsWith('。') && !text.Contains("。。", StringComparison.Ordinal), told);
        }
    }

    private static void Is(string expected, ActualRow row) => Assert.Equal(expected, FigureSentence.Of(row));
}
