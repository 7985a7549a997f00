using System.Globalization;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Weighting;

/// <summary>The wording of what a reader of a design or weighting should know although it could be used (注記).</summary>
internal static class WeightingNotes
{
    public static string Excluded(int count) => Text($"属性不明の回答者{count}人を、すべての集計から除きました。");

    public static string OwnCategory(string name, int count) => Text($"「{name}」が不明な回答者{count}人は、別の区分として標本での割合を保ちました。");

    public static string OwnStratum(string stratum, int count, bool hasTable) =>
        Text($"層「{stratum}」が不明な回答者{count}人は、別の層としました") + (hasTable ? "(人口は標本での割合とみなしました)。" : "。");

    public static string Spread(string name, int count) => Text($"「{name}」が不明な回答者{count}人は、分かっている属性が同じ回答者の平均のウエイトにしました(按分)。");

    public static string AnotherYear(PopulationBreakdown table) => $"人口表「{table.By}」の基準日は{table.AsOf}で、{table.Wave.FiscalYear}ではありません。";

    public static string TotalDiffers(PopulationBreakdown table, long total, long population) => Text(
        $"人口表「{table.By}」の合計{total}人は、母集団数{population}人と違います。");

    public static string StrataWithoutTable(string stratum, bool hasWeights) =>
        $"層「{stratum}」の人口表がないので、有限母集団修正をしていません。"
        + (hasWeights ? "" : "抽出率の違いも補正していません(どの層も同じ抽出率とみなしました)。");

    public static string ClustersUncorrected() => "抽出単位の総数が分からないので、有限母集団修正をしていません。";

    public static string ClustersWithoutWeights() => "回答にウエイトがないので、集落抽出のどの回答者も同じ確率で選ばれたとみなしました。";

    public static string EmptyStrata(string stratum, IEnumerable<string> labels) =>
        $"層「{stratum}」の{List(labels)}には回答者がいません。値はこの層を代表しません。";

    public static string SingleUnits(IEnumerable<string> labels, SingleUnitPolicy policy) => $"抽出単位が1つだけの層があります({List(labels)})。" + policy switch
    {
        SingleUnitPolicy.Merge => "隣の層と併合して標準誤差を計算します。",
        SingleUnitPolicy.Centre => "全体の平均のまわりで標準誤差を計算します。",
        _ => "標準誤差は計算できません(調査.csvの「単独抽出単位」で併合か中心を選べます)。",
    };

    private static string List(IEnumerable<string> labels)
    {
        const int most = 10;
        var all = labels.ToList();
        return string.Join('、', all.Take(most).Select(l => $"「{l}」")) + (all.Count > most ? Text($"など{all.Count}個") : "");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
