using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions.Notations;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// Printed values of the register (計画値・基準値・入力実績) through the reader of notations, reduced to what an actual can be
/// compared with.
/// </summary>
public static class PlanValueText
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">As printed, such as <c>57.0</c>, <c>180以内</c>, <c>小88 中76</c>, <c>40%/取組期間</c>, <c>—</c>.</param>
    /// <param name="unit">Unit of the indicator; empty when it is not known.</param>
    /// <returns>Null when the text is refused; the reader of notations says why.</returns>
    public static PlanValueMeaning? Read(string text, string unit) =>
        PrintedValue.TryRead(text, ContextOf(unit), out var value, out _) ? MeaningOf(value, unit) : null;

    /// <summary>Reads a plan value beside its year, which gives an era to 27年度末 in its text.</summary>
    public static PlanValueMeaning? Read(Target target, string unit) =>
        PrintedValue.TryRead(target.Text, ContextOf(unit, target.From, target.Year), out var value, out _) ? MeaningOf(value, unit) : null;

    /// <summary>Reads an entered actual beside its year; 42.7(R1確定値) is no actual of R2.</summary>
    public static PlanValueMeaning? Read(EnteredActual actual, string unit) =>
        !PrintedValue.TryRead(actual.Text, ContextOf(unit, actual.Year), out var value, out _) ? null
        : value.When is YearMeaning.Fiscal { Year: var printed } && printed != actual.Year ? Not($"{printed}の値です")
        : MeaningOf(value, unit);

    /// <summary>What settles a text besides itself: the unit of the indicator and the years of its row.</summary>
    internal static NotationContext ContextOf(string unit, params FiscalYear?[] years) =>
        new([.. years.OfType<FiscalYear>()], unit.Length == 0 ? null : unit);

    internal static PlanValueMeaning MeaningOf(PrintedValue value, string unit) => value.Meaning switch
    {
        ValueMeaning.NoValue or ValueMeaning.NotYetEntered or ValueMeaning.NotSet => PlanValueMeaning.NotSet,
        ValueMeaning.OneAmount { Amount.Change: not ChangeDirection.Level } => Not("増減だけが書かれ、もとの値がありません"),
        _ when value.Secondary is not null => Not("2つの値が並んでいます"),
        _ when value.IsReference => Not("参考の値です"),
        ValueMeaning.OneAmount one => OfAmount(one.Amount, unit),
        ValueMeaning.Groups groups => OfGroups(groups, unit),
        ValueMeaning.RelativeToBase relative => OfRelative(relative, unit),
        ValueMeaning.Span => Not("幅のある値です"),
        ValueMeaning.Dated => Not("年度の違う値が並んでいます"),
        ValueMeaning.AnnualSplit => Not("合計と年度ごとの値が並んでいます"),
        ValueMeaning.RelativeToPrevious => Not("前年度との比です"),
        ValueMeaning.Bound => Not("ほかの値との比べ方だけが書かれています"),
        _ => Not("2つ以上の条件が書かれています"),
    };

    private static PlanValueMeaning OfAmount(Amount amount, string unit) =>
        OtherUnit(amount, unit) ?? new PlanValueMeaning([PartOf("", amount)], ComparisonOf(amount), [], "");

    private static PlanValueMeaning OfGroups(ValueMeaning.Groups groups, string unit)
    {
        if (groups.Amounts.Any(g => g.Amount.Change != ChangeDirection.Level)) return Not("増減だけが書かれ、もとの値がありません");
        return groups.Amounts.Select(g => OtherUnit(g.Amount, unit)).FirstOrDefault(other => other is not null)
            ?? new PlanValueMeaning(
                [.. groups.Amounts.Select(g => PartOf(g.Group, g.Amount))], null, [], $"{string.Join('・', groups.Amounts.Select(g => g.Group))}の値の組です");
    }

    private static PlanValuePart PartOf(string group, Amount amount) => new(group, amount.Number, ComparisonOf(amount));

    private static Comparison? ComparisonOf(Amount amount) => amount.Comparison is Comparison.Equal ? null : amount.Comparison;

    private static PlanValueMeaning? OtherUnit(Amount amount, string unit) =>
        amount.IsUnitPrinted && amount.Unit is { } printed && unit.Length > 0 && !LabelText.Same(printed, unit)
            ? Not($"単位「{printed}」が指標の単位「{unit}」と違います")
            : null;

    private static PlanValueMeaning OfRelative(ValueMeaning.RelativeToBase relative, string unit)
    {
        if (relative.Bases.Count > 1) return Not("基準が2つ以上あります");
        if (OtherUnit(relative.Bases[0].Amount, unit) is { } other) return other;
        if (!relative.NeedsChoice && relative.Candidates is [var only])
            return new PlanValueMeaning([new PlanValuePart("", only.Number)], null, [], "");
        var readings = relative.Candidates.Select(c => new PlanValueReading(NumberText.WithoutTrailingZeros(c.Number), How(c.Reading))).ToList();
        return new PlanValueMeaning(
            [], null, readings, $"読み方が{readings.Count.ToString(CultureInfo.InvariantCulture)}通りあります");
    }

    private static string How(ChangeReading reading) => reading switch
    {
        ChangeReading.Points => "基準にポイントを足し引きする",
        ChangeReading.Relative => "基準に割合を掛ける",
        _ => "基準に数を足し引きする",
    };

    private static PlanValueMeaning Not(string reason) => new([], null, [], reason);
}
