using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>An actual against the plan value in force: verdict, 達成率 and what was compared (達成の判定).</summary>
public static class AssessTarget
{
    private const string EnteredNote = "入力された実績なので、標本誤差を考えていません。";

    /// <summary>What came out.</summary>
    /// <param name="Target">Version used; null when the plan prints none.</param>
    /// <param name="Verdict">Standing.</param>
    /// <param name="Achievement">Rate and notes.</param>
    public sealed record Outcome(Target? Target, TargetVerdict Verdict, Achievement Achievement);

    /// <summary>Assesses a computed figure, aware of its interval.</summary>
    /// <param name="definitions">Definitions with plan values and baselines.</param>
    /// <param name="entry">The indicator.</param>
    /// <param name="year">Year of the actual.</param>
    /// <param name="on">Day of evaluation, which decides the version.</param>
    /// <param name="figure">The figure; null when there is none.</param>
    public static Outcome Of(DefinitionSet definitions, RegisterEntry entry, FiscalYear year, DateOnly on, Figure? figure) =>
        Of(definitions, entry, year, on, figure?.Printed, figure is null ? "" : null, (plan, comparison) => CompareTarget.Of(figure, plan, comparison));

    /// <summary>Assesses an entered actual, which has no interval: the printed number itself decides, and the note says so.</summary>
    /// <param name="definitions">Definitions with plan values and baselines.</param>
    /// <param name="entry">The indicator.</param>
    /// <param name="actual">As printed.</param>
    /// <param name="on">Day of evaluation, which decides the version.</param>
    public static Outcome Of(DefinitionSet definitions, RegisterEntry entry, EnteredActual actual, DateOnly on)
    {
        var meaning = PlanValueText.Read(actual, entry.Unit) ?? PlanValueMeaning.NotSet;
        var target = definitions.TargetOf(entry.Code, actual.Year, on);
        if (target is { Value: null } && PlanValueText.Read(target, entry.Unit) is { } plans && IsSamePair(meaning, plans))
            return OfPair(target, meaning, plans, entry, actual.Year);
        var outcome = Of(definitions, entry, actual.Year, on, meaning.OnlyValue, meaning.Reason, (plan, comparison) =>
            CompareTarget.Holds(meaning.OnlyValue!.Value, plan, comparison) ? TargetVerdict.Achieved : TargetVerdict.Missed);
        return outcome.Verdict is not (TargetVerdict.Achieved or TargetVerdict.Missed) ? outcome : outcome with
        {
            Achievement = outcome.Achievement with { VerdictNote = EnteredNote + outcome.Achievement.VerdictNote },
        };
    }

    private static bool IsSamePair(PlanValueMeaning actual, PlanValueMeaning plan) =>
        actual.IsPair && plan.IsPair && actual.Parts.Select(p => p.Group).ToHashSet().SetEquals(plan.Parts.Select(p => p.Group));

    /// <summary>小87.9 中77 against 小88 中76: achieved only when every part is; the note names them one by one.</summary>
    private static Outcome OfPair(Target target, PlanValueMeaning actual, PlanValueMeaning plan, RegisterEntry entry, FiscalYear year)
    {
        var parts = plan.Parts.Select(p => (p.Group, Holds: CompareTarget.Holds(
            actual.Parts.First(a => a.Group == p.Group).Value, p.Value, p.Comparison ?? Usual(entry)))).ToList();
        var verdict = parts.TrueForAll(p => p.Holds) ? TargetVerdict.Achieved : TargetVerdict.Missed;
        var each = string.Join('、', parts.Select(p => $"{p.Group}は{(p.Holds ? "達成" : "未達")}"));
        return new Outcome(target, verdict, Without(target, "値の組には達成率を定めません。", $"{EnteredNote}{each}です(すべて達成したときに達成とします)。{PeriodNote(target, year)}"));
    }

    /// <param name="unusable">Why the actual is no single number: null when it is one, empty when there is none at all.</param>
    private static Outcome Of(
        DefinitionSet definitions, RegisterEntry entry, FiscalYear year, DateOnly on, decimal? actual, string? unusable,
        Func<decimal, Comparison, TargetVerdict> decide)
    {
        var target = definitions.TargetOf(entry.Code, year, on);
        var meaning = target is null ? PlanValueMeaning.NotSet : PlanValueText.Read(target, entry.Unit) ?? PlanValueMeaning.NotSet;
        var note = PeriodNote(target, year);
        if (target?.Value is not { } plan)
        {
            return meaning.Reason.Length == 0
                ? new Outcome(target, TargetVerdict.NoTarget, Without(target, "計画値がありません。", ""))
                : new Outcome(target, TargetVerdict.NotComparable, Without(target, "比べられる計画値がありません。", $"計画値「{target!.Text}」は{meaning.Reason}。"));
        }

        if (actual is not { } value)
        {
            return string.IsNullOrEmpty(unusable)
                ? new Outcome(target, TargetVerdict.NoFigure, Without(target, "実績がありません。", note))
                : new Outcome(target, TargetVerdict.NotComparable, Without(target, "実績を計画値と比べられません。", $"実績は{unusable}。"));
        }

        var comparison = meaning.Comparison ?? Usual(entry);
        var way = comparison is Comparison.AtLeast or Comparison.MoreThan ? Direction.HigherIsBetter : Direction.LowerIsBetter;
        var (rate, reason) = AchievementRate.Of(value, plan, definitions.BaselineOf(entry.Code, on)?.Value, way, entry.Unit);
        return new Outcome(target, decide(plan, comparison), new Achievement { Rate = rate, NoRateReason = reason, VerdictNote = note, RevisedOn = target.RevisedOn });
    }

    private static Comparison Usual(RegisterEntry entry) => entry.Direction is Direction.HigherIsBetter ? Comparison.AtLeast : Comparison.AtMost;

    private static string PeriodNote(Target? target, FiscalYear year) =>
        target is { From: { } from, Year: { } to } && year < to ? $"取組期間({from}～{to})の目標値と比べています。" : "";

    private static Achievement Without(Target? target, string noRate, string note) =>
        new() { NoRateReason = noRate, VerdictNote = note, RevisedOn = target?.RevisedOn };
}
