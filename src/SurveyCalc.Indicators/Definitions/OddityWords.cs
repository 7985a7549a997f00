using System.Globalization;
using SurveyCalc.Indicators.Definitions.Formulas;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>The wording of what is odd in a register; its codes are those of <see cref="DefinitionProblems"/>.</summary>
internal static class OddityWords
{
    public static RegisterOddity WorseThanBaseline(RegisterEntry entry, Target worse, Target baseline, IEnumerable<FiscalYear> years) => new(
        "SC-D606", entry.Code, DefinitionKind.Targets, worse.Year,
        $"指標 {entry.Code} は「{DefinitionWords.Directions.WordOf(entry.Direction)}」ですが、{string.Join('、', years)}の計画値「{worse.Text}」が"
            + $"計画策定時の「{baseline.Text}」より悪い値です。",
        "計画書のとおりならこのままで構いません。向きと値を確かめてください。");

    public static RegisterOddity ComparatorAgainstDirection(RegisterEntry entry, Target target) => new(
        "SC-D607", entry.Code, DefinitionKind.Targets, target.Year,
        $"指標 {entry.Code} は「{DefinitionWords.Directions.WordOf(entry.Direction)}」ですが、計画値「{target.Text}」の比べ方と合いません。計画値の比べ方で判定します。",
        "向きと計画値を確かめてください。");

    public static RegisterOddity TwoReadings(RegisterEntry entry, Target target, IReadOnlyList<PlanValueReading> readings) => new(
        "SC-D610", entry.Code, DefinitionKind.Targets, target.Year,
        $"指標 {entry.Code} の計画値「{target.Text}」には読み方が{readings.Count.ToString(CultureInfo.InvariantCulture)}通りあります"
            + $"({string.Join('、', readings.Select(r => $"{r.How}なら{Number(r.Value)}{entry.Unit}"))})。決まるまで達成を判定しません。",
        "計画を作った課に確かめ、「採用値」に数を、「理由」に決めた人と理由を書いてください。");

    public static RegisterOddity YearOutOfSequence(RegisterEntry entry, FiscalYear printed, FiscalYear intended, IEnumerable<FiscalYear> near) => new(
        "SC-D613", entry.Code, DefinitionKind.Targets, printed,
        $"指標 {entry.Code} の「{printed}」は、ほかの計画値の年度({string.Join('、', near.Order())})とつながりません。「{intended}」の誤植ではありませんか。",
        "原典を確かめてください。誤植なら正しい年度に直し、そのことを特記事項に書いてください。");

    public static RegisterOddity EqualActuals(RegisterEntry entry, PrintedActual actual, IEnumerable<string> others) => new(
        "SC-D909", entry.Code, DefinitionKind.EnteredActuals, actual.Year,
        $"指標 {entry.Code} の{actual.Year}の実績 {Number(actual.Value)}{entry.Unit} は、指標 {string.Join('、', others)} と同じ値です。",
        "写し間違いでないか確かめてください。本当に同じならこのままで構いません。");

    public static RegisterOddity RuleChanged(RegisterEntry entry, RegisterEntry before, decimal baseline, IEnumerable<(string Name, decimal Value)> figures) => new(
        "SC-D910", entry.Code, DefinitionKind.RegisterEntry, null,
        $"指標 {entry.Code} は {before.Code} を引き継ぎますが、計画策定時の {Number(baseline)}{entry.Unit} が引継元の値"
            + $"({string.Join('、', figures.Select(f => $"{f.Name} {Number(f.Value)}{before.Unit}"))})から大きく離れています。算式(数え方)が変わったと考えられます。",
        "数え方を確かめて特記事項に書き、引継元の値とは比べないでください。");

    public static RegisterOddity WrongFormula(RegisterEntry entry, FormulaRefusal refusal) => new(
        "SC-D911", entry.Code, DefinitionKind.RegisterEntry, null,
        $"指標 {entry.Code} は調査の回答から計算しますが、印刷された算式「{entry.PrintedFormula}」は回答を数える式として読めません。{refusal.Reason}",
        "別の指標の算式が写されていないか、原典を確かめてください。計算には使わず、印刷されたまま残します。");

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
