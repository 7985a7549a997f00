using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Computation;

public sealed class AssessTargetTests
{
    private static readonly FiscalYear Year = new(2020);
    private static readonly DateOnly Later = new(2026, 1, 1);
    private static readonly RegisterEntry Entry = new() { Code = "A", Name = "満足", Unit = "%", Direction = Direction.HigherIsBetter };

    [Theory]
    [InlineData("70", 70, TargetVerdict.Missed)]
    [InlineData("55", 55, TargetVerdict.Undecided)]
    [InlineData("50以上", 50, TargetVerdict.Achieved)]
    [InlineData("60以下", 60, TargetVerdict.Achieved)]
    [InlineData("60未満", 60, TargetVerdict.Undecided)]
    [InlineData("61未満", 61, TargetVerdict.Achieved)]
    public void The_printed_comparison_goes_before_the_direction(string text, int value, TargetVerdict verdict) =>
        Assert.Equal(verdict, Assess(Figure, new Target("A", Year, text, value)).Verdict);

    [Fact]
    public void The_version_in_force_on_the_day_decides_and_is_named()
    {
        var original = new Target("A", Year, "70", 70);
        var revised = new Target("A", Year, "50", 50) { RevisedOn = new DateOnly(2021, 4, 1), Reason = "見直し" };
        var set = new DefinitionSet { Targets = [original, revised] };
        var before = AssessTarget.Of(set, Entry, Year, new DateOnly(2021, 3, 31), Figure);
        var after = AssessTarget.Of(set, Entry, Year, new DateOnly(2021, 4, 1), Figure);
        Assert.Equal((TargetVerdict.Missed, null), (before.Verdict, before.Achievement.RevisedOn));
        Assert.Equal((TargetVerdict.Achieved, revised.RevisedOn), (after.Verdict, after.Achievement.RevisedOn));
        Assert.Equal((78.6m, 110.0m), (before.Achievement.Rate, after.Achievement.Rate));
    }

    [Fact]
    public void A_pair_is_not_compared_with_one_figure()
    {
        var outcome = Assess(Figure, new Target("A", Year, "小88 中76", null));
        Assert.Equal((TargetVerdict.NotComparable, "計画値「小88 中76」は小・中の値の組です。"), (outcome.Verdict, outcome.Achievement.VerdictNote));
        Assert.Null(outcome.Achievement.Rate);
    }

    [Fact]
    public void A_target_with_two_readings_is_not_judged_until_one_is_chosen()
    {
        const string text = "10%向上/取組期間(基準)平成30年度：72%";
        var open = Assess(Figure, new Target("A", Year, text, null));
        Assert.Equal((TargetVerdict.NotComparable, $"計画値「{text}」は読み方が2通りあります。"), (open.Verdict, open.Achievement.VerdictNote));
        Assert.Equal(TargetVerdict.Missed, Assess(Figure, new Target("A", Year, text, 82)).Verdict);
    }

    [Fact]
    public void No_plan_value_and_no_figure_are_two_states()
    {
        Assert.Equal(TargetVerdict.NoTarget, Assess(Figure, new Target("A", Year, "—", null)).Verdict);
        Assert.Equal(TargetVerdict.NoTarget, Assess(Figure).Verdict);
        var none = Assess(null, new Target("A", Year, "50", 50));
        Assert.Equal((TargetVerdict.NoFigure, "実績がありません。"), (none.Verdict, none.Achievement.NoRateReason));
    }

    [Fact]
    public void A_year_within_the_period_says_what_it_is_compared_with()
    {
        var outcome = Assess(Figure, new Target("A", new FiscalYear(2024), "40%/取組期間", 40) { From = Year });
        Assert.Equal((TargetVerdict.Achieved, "取組期間(令和2年度～令和6年度)の目標値と比べています。"), (outcome.Verdict, outcome.Achievement.VerdictNote));
    }

    [Fact]
    public void An_entered_actual_is_judged_by_its_number_and_says_so()
    {
        var rank = new RegisterEntry { Code = "A", Name = "順位", Unit = "位", Direction = Direction.LowerIsBetter };
        var set = new DefinitionSet { Targets = [new Target("A", null, "185", 185), new Target("A", Year, "180以内", 180)] };
        var outcome = AssessTarget.Of(set, rank, new EnteredActual("A", Year, "197", Status.Final, ""), Later);
        Assert.Equal(
            (TargetVerdict.Missed, "入力された実績なので、標本誤差を考えていません。", "順位には達成率を定めません。"),
            (outcome.Verdict, outcome.Achievement.VerdictNote, outcome.Achievement.NoRateReason));
        Assert.Equal(TargetVerdict.Achieved, AssessTarget.Of(set, rank, new EnteredActual("A", Year, "180", Status.Final, ""), Later).Verdict);
        Assert.Equal(TargetVerdict.NoFigure, AssessTarget.Of(set, rank, new EnteredActual("A", Year, "—", Status.Final, ""), Later).Verdict);
    }

    [Theory]
    [InlineData("小88 中76", "小88.0 中76.1", TargetVerdict.Achieved, "小は達成、中は達成")]
    [InlineData("小88 中76", "中77、小87.9", TargetVerdict.Missed, "小は未達、中は達成")]
    [InlineData("小10以下 中20以下", "小11 中20", TargetVerdict.Missed, "小は未達、中は達成")]
    public void A_pair_is_compared_with_a_pair_part_by_part(string plan, string actual, TargetVerdict verdict, string parts)
    {
        var outcome = AssessTarget.Of(new DefinitionSet { Targets = [new Target("A", Year, plan, null)] }, Entry, new EnteredActual("A", Year, actual, Status.Final, ""), Later);
        Assert.Equal(
            (verdict, $"入力された実績なので、標本誤差を考えていません。{parts}です(すべて達成したときに達成とします)。", "値の組には達成率を定めません。", null),
            (outcome.Verdict, outcome.Achievement.VerdictNote, outcome.Achievement.NoRateReason, outcome.Achievement.Rate));
    }

    [Theory]
    [InlineData("小88 中76", "男性50 女性60", "計画値「小88 中76」は小・中の値の組です。")]
    [InlineData("小88点 中76点", "小88 中76", "計画値「小88点 中76点」は単位「点」が指標の単位「%」と違います。")]
    [InlineData("小3%増 中5%増", "小88 中76", "計画値「小3%増 中5%増」は増減だけが書かれ、もとの値がありません。")]
    [InlineData("10%削減(基準)平成30年度：50件", "40", "計画値「10%削減(基準)平成30年度：50件」は単位「件」が指標の単位「%」と違います。")]
    public void What_is_not_of_one_kind_is_not_compared(string plan, string actual, string note)
    {
        var target = new Target("A", Year, plan, PlanValueText.Read(plan, "%")!.OnlyValue);
        var outcome = AssessTarget.Of(new DefinitionSet { Targets = [target] }, Entry, new EnteredActual("A", Year, actual, Status.Final, ""), Later);
        Assert.Equal((TargetVerdict.NotComparable, note), (outcome.Verdict, outcome.Achievement.VerdictNote));
    }

    [Fact]
    public void A_value_printed_for_another_year_is_no_actual_of_this_one()
    {
        var set = new DefinitionSet { Targets = [new Target("A", Year, "40", 40)] };
        var other = AssessTarget.Of(set, Entry, new EnteredActual("A", Year, "42.7(R1確定値)", Status.Final, ""), Later);
        Assert.Equal((TargetVerdict.NotComparable, "実績は令和元年度の値です。"), (other.Verdict, other.Achievement.VerdictNote));
        Assert.Equal(TargetVerdict.Achieved, AssessTarget.Of(set, Entry, new EnteredActual("A", Year, "42.7(R2確定値)", Status.Final, ""), Later).Verdict);
    }

    [Fact]
    public void The_day_is_that_of_Japan()
    {
        Assert.Equal(new DateOnly(2021, 4, 1), JapaneseDay.Of(new DateTimeOffset(2021, 3, 31, 15, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2021, 3, 31), JapaneseDay.Of(new DateTimeOffset(2021, 3, 31, 14, 59, 59, TimeSpan.Zero)));
    }

    private static Figure Figure => new(55, 55, 55, 100, 100, 5, 100, 50, 60, "Wilson", 0.95, null, false);

    private static AssessTarget.Outcome Assess(Figure? figure, params Target[] targets) =>
        AssessTarget.Of(new DefinitionSet { Targets = targets }, Entry, Year, Later, figure);
}
