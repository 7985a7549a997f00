using SurveyCalc.Indicators.Definitions.Formulas;
using SurveyCalc.Indicators.Definitions.Notations;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>Looks through a register for what plans are known to print wrongly or to change silently (台帳の点検).</summary>
public static class RegisterOddities
{
    /// <summary>Points by which a continued percentage may differ from all figures of its predecessor.</summary>
    private const decimal FarInPoints = 20;

    /// <summary>The same for other units, as a share of the predecessor's figure.</summary>
    private const decimal FarAsShare = 0.5m;

    /// <summary>Every oddity, by indicator in the order of the register.</summary>
    /// <param name="definitions">Definitions with their register.</param>
    /// <param name="actuals">Actuals in print: entered ones, and computed ones where there are any.</param>
    public static IReadOnlyList<RegisterOddity> Of(DefinitionSet definitions, IReadOnlyList<PrintedActual> actuals)
    {
        var targets = definitions.Targets.ToLookup(t => t.Indicator, StringComparer.Ordinal);
        return
        [
            .. definitions.Register.SelectMany(entry => OfTargets(entry, [.. targets[entry.Code]])
                .Concat(OfFormula(definitions, entry))
                .Concat(OfContinuation(definitions, entry, targets, actuals))
                .Concat(OfEqualActuals(definitions, entry, actuals))),
        ];
    }

    private static IEnumerable<RegisterOddity> OfTargets(RegisterEntry entry, List<Target> targets)
    {
        var baseline = targets.LastOrDefault(t => t.Year is null);
        var values = targets.Where(t => t.Year is not null).ToList();
        var worse = baseline is null ? [] : values.Where(t => IsWorse(PartsOf(t, entry), PartsOf(baseline, entry), entry.Direction)).ToList();
        if (worse.Count > 0)
            yield return OddityWords.WorseThanBaseline(entry, worse[0], baseline!, worse.Select(t => t.Year!.Value).Distinct());
        if (values.FirstOrDefault(t => Contradicts(PlanValueText.Read(t, entry.Unit)?.Comparison, entry.Direction)) is { } contrary)
            yield return OddityWords.ComparatorAgainstDirection(entry, contrary);
        foreach (var target in values.Where(t => t.Value is null))
            if (PlanValueText.Read(target, entry.Unit) is { Readings.Count: > 1 } meaning)
                yield return OddityWords.TwoReadings(entry, target, meaning.Readings);
        foreach (var target in values.DistinctBy(t => t.Year))
        {
            List<FiscalYear> near = [.. values.Select(t => t.Year!.Value).Where(y => y != target.Year).Distinct()];
            if (near.Count > 0 && FiscalYearNotation.TryRead(target.Year!.Value.ToString(), new NotationContext(near), out var notation, out _)
                && notation.Meaning is YearMeaning.Suspect suspect)
                yield return OddityWords.YearOutOfSequence(entry, suspect.PrintedYear, suspect.Intended, near);
        }
    }

    /// <summary>An arithmetic formula that the reader of formulas finds no answers in: it belongs to another indicator.</summary>
    private static IEnumerable<RegisterOddity> OfFormula(DefinitionSet definitions, RegisterEntry entry)
    {
        if (entry.PrintedFormula.AsSpan().IndexOfAny("÷/／×") < 0 || !definitions.Indicators.Any(i => i.Code == entry.Code)) yield break;
        if (FormulaReader.Read(entry.PrintedFormula).Refusal is { } refusal) yield return OddityWords.WrongFormula(entry, refusal);
    }

    private static IEnumerable<RegisterOddity> OfContinuation(
        DefinitionSet definitions, RegisterEntry entry, ILookup<string, Target> targets, IReadOnlyList<PrintedActual> actuals)
    {
        if (entry.Continues is not { } earlier || definitions.EntryOf(earlier) is not { } before) yield break;
        if (targets[entry.Code].LastOrDefault(t => t.Year is null)?.Value is not { } baseline) yield break;
        var figures = targets[earlier].Where(t => t is { Year: null, Value: not null }).TakeLast(1).Select(t => (Name: "計画策定時", Value: t.Value!.Value))
            .Concat(actuals.Where(a => a.Indicator == earlier).OrderBy(a => a.Year).Select(a => (a.Year.ToString(), a.Value))).ToList();
        if (figures.Count > 0 && figures.TrueForAll(f => IsFar(baseline, f.Value, entry.Unit)))
            yield return OddityWords.RuleChanged(entry, before, baseline, figures);
    }

    private static IEnumerable<RegisterOddity> OfEqualActuals(DefinitionSet definitions, RegisterEntry entry, IReadOnlyList<PrintedActual> actuals)
    {
        foreach (var mine in actuals.Where(a => a.Indicator == entry.Code).OrderBy(a => a.Year))
        {
            var others = actuals.Where(a => a.Indicator != mine.Indicator && a.Year == mine.Year && a.Value == mine.Value
                && definitions.EntryOf(a.Indicator) is { } other && other.Unit == entry.Unit
                && other.Continues != entry.Code && entry.Continues != other.Code).Select(a => a.Indicator).Distinct().ToList();
            if (others.Count > 0) yield return OddityWords.EqualActuals(entry, mine, others);
        }
    }

    private static IReadOnlyList<PlanValuePart> PartsOf(Target target, RegisterEntry entry) =>
        target.Value is { } value ? [new PlanValuePart("", value)] : PlanValueText.Read(target, entry.Unit)?.Parts ?? [];

    private static bool IsWorse(IReadOnlyList<PlanValuePart> plan, IReadOnlyList<PlanValuePart> baseline, Direction direction) => plan.Any(
        p => baseline.FirstOrDefault(b => b.Group == p.Group) is { } b && (direction == Direction.HigherIsBetter ? p.Value < b.Value : p.Value > b.Value));

    private static bool Contradicts(Comparison? comparison, Direction direction) => direction is Direction.HigherIsBetter
        ? comparison is Comparison.AtMost or Comparison.LessThan
        : comparison is Comparison.AtLeast or Comparison.MoreThan;

    private static bool IsFar(decimal value, decimal before, string unit) =>
        Math.Abs(value - before) > (unit is "%" ? FarInPoints : Math.Abs(before) * FarAsShare);
}
