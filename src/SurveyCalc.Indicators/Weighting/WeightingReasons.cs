using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Weighting;

/// <summary>The wording of every reason why a sample cannot be laid out or weighted, each with its remedy (できない理由).</summary>
internal static class WeightingReasons
{
    public const string UnknownLabel = "属性不明";

    public static string AttributeMissing(CodeBook codeBook, string id) =>
        $"{codeBook.Wave}の符号表に、標本設計かウエイト調整に使う設問「{id}」がありません。"
        + (LabelText.Nearest(id, codeBook.Questions.Select(q => q.Id)) is { } near ? $"「{near}」ではありませんか。" : "")
        + "調査.csvか符号表を直してください。";

    public static string NoAttribute(WaveKey wave, Question question) =>
        $"{wave}の設問「{question.Id}」は選択肢を1つ選ぶ設問(属性、SA)ではないので、標本設計やウエイト調整に使えません。調査.csvか符号表を直してください。";

    public static string ColumnMissing(WaveKey wave, string id) =>
        $"{wave}の取り込まれた回答に設問「{id}」の列がありません。符号表にこの設問を足し、回答ファイルを取り込み直してください。";

    public static string WeightsMissing(WaveKey wave) =>
        $"標本設計が「ウエイトのみ」ですが、{wave}の回答にウエイトがありません。取込設定の「ウエイトの列」を書いて取り込み直すか、標本設計を直してください。";

    public static string DesignIncomplete(SampleKind kind) =>
        $"標本設計が「{DefinitionWords.Samples.WordOf(kind)}」ですが、{(kind is SampleKind.Clustered ? "抽出単位" : "層")}が書かれていません。調査.csvに書いてください。";

    public static string Nobody(WaveKey wave) => $"{wave}には、計算に使える回答者がいません。取り込んだ回答を確かめてください。";

    public static string Unknown(string attribute, int count, bool hasWeighting) => Text(
        $"「{attribute}」が不明な回答者が{count}人います。")
        + (hasWeighting
            ? "回答を確かめるか、調査.csvの「属性不明」を「別区分」「按分」「除外」のどれかにしてください。"
            : "回答を確かめて、取り込み直してください。");

    public static string OutsideTable(string margin, int count) => Text(
        $"「{margin}」の人口表にない区分の回答者が{count}人います。")
        + "人口.csvに区分を足すか、調査.csvの「属性不明」を「別区分」「按分」「除外」のどれかにしてください。";

    public static string UnknownUnit(string attribute, int count) => Text(
        $"抽出単位「{attribute}」が不明な回答者が{count}人います。どの抽出単位にも入れられません。")
        + "回答を確かめるか、調査.csvの「属性不明」を「除外」にしてください。";

    public static string TableMissing(Breakdown by, IReadOnlyList<PopulationBreakdown> tables) =>
        $"「{by}」の人口表がありません{(tables.Count == 0 ? "" : $"(あるのは{string.Join('、', tables.Select(t => t.By.ToString()))})")}。"
        + $"人口.csvに{string.Join('、', by.Questions)}ごとの人数を書いてください。";

    public static string TableEmpty(PopulationBreakdown table) =>
        $"{table.Wave}の人口表「{table.By}」の人数がすべて0です。人口.csvを直してください。";

    public static string LabelMissing(PopulationBreakdown table, Question question, string label) =>
        $"{table.Wave}の人口表「{table.By}」の「{label}」は、回答を取り込んだ符号表の設問「{question.Id}」にありません。人口.csvを直すか、回答を取り込み直してください。";

    public static string StratumTooSmall(string stratum, string label, long sampled, long population) => Text(
        $"層「{stratum}」の「{label}」は、回答者{sampled}人に対して人口が{population}人しかありません。")
        + "人口.csvの人数か、回答の層を確かめてください。";

    public static string PopulationTooSmall(long sampled, long population) => Text(
        $"回答者{sampled}人に対して母集団数が{population}人しかありません。") + "母集団.csvを確かめてください。";

    /// <summary>A calibration problem in words.</summary>
    /// <param name="problem">What the calibration found.</param>
    /// <param name="margins">Names of the margins and labels of their categories.</param>
    /// <param name="limits">Limits asked for, or null.</param>
    public static string Of(
        CalibrationProblem problem, IReadOnlyList<(string Name, IReadOnlyList<string> Labels)> margins, FactorLimits? limits)
    {
        var margin = problem.Margin < 0 ? "" : margins[problem.Margin].Name;
        var label = problem.Category < 0 ? "" : margins[problem.Margin].Labels[problem.Category];
        var (found, expected) = (problem.Found, problem.Expected);
        return problem.Kind switch
        {
            CalibrationProblemKind.UnknownCategory => Unknown(margin, (int)found, hasWeighting: true),
            CalibrationProblemKind.EmptyCategory => Text($"「{margin}」の「{label}」には人口が{expected:0}人いますが、回答者が1人もいません。")
                + "人口表と符号表で隣の区分とまとめるか、「調整の区分」を粗くしてください。",
            CalibrationProblemKind.NoPopulation => Text($"「{margin}」の「{label}」には回答者が{found:0}人いますが、人口が0人です。")
                + "人口.csvの人数か、回答の属性を確かめてください。",
            CalibrationProblemKind.TotalsDiffer => Text($"人口の合計が、「{margin}」では{found:0}人、「{margins[0].Name}」では{expected:0}人で、合いません。")
                + "同じ基準日の人口表にそろえてください。",
            CalibrationProblemKind.Infeasible => Text($"「{margin}」の「{label}」を人口{expected:0}人に合わせられません(最も近くて{found:0.0}人)。回答者の中で、この区分が別の区分と重なっています。")
                + "「調整の区分」から一方を除くか、区分をまとめてください。",
            CalibrationProblemKind.LimitsTooNarrow => Text($"倍率の上下限{limits?.Lower:0.######}〜{limits?.Upper:0.######}では、「{margin}」の「{label}」を人口{expected:0}人に合わせられません(最も近くて{found:0.0}人)。")
                + "上下限を広げるか、区分をまとめてください。",
            CalibrationProblemKind.NotConverged => Text($"繰り返しても「{margin}」の「{label}」が人口に合いませんでした(残った相対誤差 {found:0.0e+0})。")
                + "回答者の少ない区分をまとめてください。",
            CalibrationProblemKind.NonPositiveWeights => Text($"0以下のウエイトが出ました(最小 {found:0.######})。")
                + "ウエイト調整を「レイキング」にするか、「倍率の上下限」を書いてください。",
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Kind, "Unknown kind."),
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
