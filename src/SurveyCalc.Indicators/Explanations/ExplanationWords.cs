using System.Globalization;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Explanations;

/// <summary>The wording of explanations: uses of a row, and why something cannot be explained.</summary>
public static class ExplanationWords
{
    /// <summary>The answers were not kept; the value itself never changes.</summary>
    public const string AnswersGone = "元の回答は保存されていません。値は凍結されています。";

    /// <summary>Why a row with this use is not in the denominator, or what it was counted in.</summary>
    public static string InJapanese(this RowUse use) => use switch
    {
        RowUse.Numerator => "分子と分母",
        RowUse.DenominatorOnly => "分母のみ",
        RowUse.NoAnswer => "無回答",
        RowUse.DontKnow => "わからない",
        RowUse.NotApplicable => "非該当",
        RowUse.Invalid => "無効",
        RowUse.NoScore => "点数のない回答",
        RowUse.OutsideCondition => "対象条件の外",
        RowUse.ExcludedByWeighting => "属性不明などでウエイトの対象外",
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, "Unknown use."),
    };

    /// <summary>区分, as the code book writes it.</summary>
    public static string InJapanese(this AnswerRole role) => DefinitionWords.Meanings.WordOf(new ChoiceMeaning(role, false));

    /// <summary>What became of a row: 数えた, 分母のみ or 除外 with its reason.</summary>
    public static string OfRow(RowUse use, bool isRatio) => use switch
    {
        RowUse.Numerator or RowUse.DenominatorOnly when !isRatio => "数えた(平均の対象)",
        RowUse.Numerator => "数えた(分子と分母)",
        RowUse.DenominatorOnly => "分母のみ",
        _ => $"除外({use.InJapanese()})",
    };

    internal static OperatorException UnknownIndicator(string code, IEnumerable<string> codes) => new(
        $"指標コード「{code}」の実績はありません。実績のある指標コード: {List(codes)}。コードを確かめるか、先に import と recompute を実行してください。");

    internal static OperatorException OnlyEntered(string code) => new(
        $"指標「{code}」の実績は入力されたもの(入力実績)で、ここでは計算していないため、回答までさかのぼれません。出典は indicators と sheet で見られます。");

    internal static OperatorException NoActual(string code, FiscalYear year, IEnumerable<FiscalYear> years) => new(
        $"指標「{code}」の{year}の実績はありません。実績のある年度: {List(years.Select(y => y.ToString()))}。");

    internal static OperatorException SeveralSurveys(string code, FiscalYear year, IEnumerable<string> surveys) => new(
        $"指標「{code}」の{year}の実績は、調査が変わったため複数あります({List(surveys)})。--survey で1つにしてください。");

    internal static OperatorException NoRevision(Actual latest, int revision) => new(Text(
        $"指標「{latest.Indicator}」の{latest.Wave.FiscalYear}に改訂{revision}はありません。改訂は1から{latest.Revision}までです。"));

    internal static OperatorException NoWave(WaveKey wave, IEnumerable<WaveKey> waves) => new(
        $"{wave}の実績はありません。実績のある調査: {List(waves.Select(w => w.ToString()))}。");

    internal static OperatorException NoRow(int row, IReadOnlyList<int> rows, string fileName) => new(Text(
        $"{fileName} の{row}行目は、採用した回答の行ではありません。採用した行は{rows.Min()}行目から{rows.Max()}行目までの{rows.Count}行です(Excelで見える行番号)。見出しの行、空の行、取込みで除いた行は数えていません。"));

    internal static OperatorException VersionMissing(Actual actual, string what, string hash) => new(
        $"{Of(actual)}の説明に必要な{what}(版 {hash})が保存されていません。データベースが壊れているおそれがあります。バックアップから戻してください。");

    internal static OperatorException RowsMissing(Actual actual) => new(
        $"{Of(actual)}の回答に行番号が保存されていません。データベースが壊れているおそれがあります。バックアップから戻してください。");

    /// <summary>The stored answers do not give the stored figure.</summary>
    internal static OperatorException Disagrees(Actual actual, IEnumerable<(string What, string Stored, string Counted)> differences) => new(
        $"{Of(actual)}は、保存した回答を数え直した結果と合いません。"
        + string.Concat(differences.Select(d => $"{d.What}: 保存 {d.Stored}、数え直し {d.Counted}。"))
        + "データベースが壊れているか、書き換えられたおそれがあります。この値を使わず、バックアップから戻してください。");

    internal static string NoSuchRow(int row) => Text($"このファイルの{row}行目は、採用した回答の行ではありません。");

    internal static string NotCounted(string reason) => $"値がないため数えていません。{reason}";

    internal static string Excluded(IReadOnlyCollection<string> attributes) =>
        $"{string.Join("、", attributes.Select(a => $"「{a}」"))}が不明か、人口表にない回答者です。";

    private static string Of(Actual actual) => Text($"指標「{actual.Indicator}」の{actual.Wave.FiscalYear}の実績(改訂{actual.Revision})");

    private static string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count == 0 ? "なし" : string.Join("、", all);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
