using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Statistics;
using static SurveyCalc.Indicators.Import.Severity;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>SC-D103 to SC-D1nn: design, weighting and overlap of a survey; SC-D72n: these against code books and population tables.</summary>
internal static partial class DefinitionProblems
{
    public static ImportProblem StratumBlank(DefinitionRow row) => Cell("SC-D103", Error, row, "層", "",
        "標本設計が「層化」なのに、層が空欄です。", "どの層から選ばれたかを示す属性の設問(例: 地区)を書いてください。");

    public static ImportProblem UnitBlank(DefinitionRow row) => Cell("SC-D104", Error, row, "抽出単位", "",
        "標本設計が「集落」なのに、抽出単位が空欄です。", "どの集落(町丁目、学校など)から選ばれたかを示す属性の設問を書いてください。");

    public static ImportProblem UnusedByDesign(DefinitionRow row, string header, SampleKind kind) => Cell("SC-D105", Warning, row, header, row[header],
        $"標本設計が「{DefinitionWords.Samples.WordOf(kind)}」なので、「{header}」は使われません。", "標本設計を直すか、空欄にしてください。");

    public static ImportProblem MarginsBlank(DefinitionRow row, CalibrationMethod method) => Cell("SC-D106", Error, row, "調整の区分", "",
        $"ウエイト調整が「{DefinitionWords.Weightings.WordOf(method)}」なのに、調整の区分が空欄です。",
        method is CalibrationMethod.PostStratification ? "「性別×年代」のように書いてください。" : "「性別|年代|地区」のように書いてください。");

    public static ImportProblem PostStrataNotOne(DefinitionRow row, IReadOnlyList<Breakdown> margins) => Cell("SC-D107", Error, row, "調整の区分", row["調整の区分"],
        FormattableString.Invariant($"事後層化の区分は1つですが、{margins.Count}個あります。"),
        $"掛け合わせて「{string.Join('×', margins.SelectMany(m => m.Questions).Distinct())}」とするか、ウエイト調整を「レイキング」にしてください。");

    public static ImportProblem UnusedWithoutWeighting(DefinitionRow row, string header) => Cell("SC-D108", Warning, row, header, row[header],
        $"ウエイト調整をしないので、「{header}」は使われません。", "ウエイト調整を書くか、空欄にしてください。");

    public static ImportProblem LimitsUnreadable(DefinitionRow row, string text) => Cell("SC-D109", Error, row, "倍率の上下限", text,
        $"「{Shorten(text)}」を倍率の上下限として読めません。", "「0.3〜3」のように、0以上1未満の下限と1より大きい上限を書いてください。空欄なら制限しません。");

    public static ImportProblem OverlapOutside(DefinitionRow row, string header, string text, int least, int most) => Cell("SC-D110", Error, row, header, text,
        $"「{Shorten(text)}」は{least}から{most}までの数ではありません。",
        header is "相関" ? "前回と今回の両方に答えた人の、2回の答えの相関(例: 0.5)を書いてください。" : "今回の回答者のうち前回も答えた人の割合(例: 40%)を書いてください。");

    public static ImportProblem OverlapBlank(DefinitionRow row, string header) => Cell("SC-D111", Error, row, header, "",
        $"前回との標本が「一部重複」なのに、「{header}」が空欄です。",
        header is "相関" ? "−1から1までの数(例: 0.5)を書いてください。" : "0から1までの割合(例: 40%)を書いてください。");

    public static ImportProblem UnusedByOverlap(DefinitionRow row, string header, OverlapKind kind) => Cell("SC-D112", Warning, row, header, row[header],
        $"前回との標本が「{DefinitionWords.Overlaps.WordOf(kind)}」なので、「{header}」は使われません。", "前回との標本を「一部重複」にするか、空欄にしてください。");

    public static ImportProblem MarginRepeated(DefinitionRow row, string name) => Cell("SC-D113", Error, row, "調整の区分", row["調整の区分"],
        $"調整の区分に「{name}」が2回書かれています。", "どちらかを除いてください。");

    public static ImportProblem DifferenceWithoutDesign(DefinitionRow row, DifferenceMethod method) => Cell("SC-D114", Error, row, "差の方法", row["差の方法"],
        $"差の方法「{DefinitionWords.Differences.WordOf(method)}」は、標本設計やウエイトのある調査、同じ人や一部同じ人に聞く調査では使えません。",
        "NewcombeかWaldにしてください(空欄ならNewcombeです)。");

    public static ImportProblem WeightingUnknown(DefinitionRow row, string text) => WordUnknown(
        row, "ウエイト調整", text, $"{DefinitionWords.NoWeighting}、{DefinitionWords.Weightings.Expected}",
        LabelText.Nearest(text, DefinitionWords.Weightings.Written.Append(DefinitionWords.NoWeighting)));

    public static ImportProblem AttributeNowhere(DefinitionRow row, string header, string id, CodeBook latest) => Cell("SC-D720", Error, row, header, id,
        $"設問「{id}」は{latest.Wave.Survey}のどの年度の符号表にもありません。{Suggest(id, latest.Questions.Select(q => q.Id))}",
        "設問の名前か符号表を直してください。");

    public static ImportProblem AttributeMissingInYears(DefinitionRow row, string header, string id, IEnumerable<FiscalYear> years) => Cell(
        "SC-D721", Warning, row, header, id,
        $"{string.Join('、', years)}の符号表に設問「{id}」がないので、その年度の実績は計算されません。", "設問の名前か符号表を直してください。");

    public static ImportProblem AttributeHasNoChoices(DefinitionRow row, string header, WaveKey wave, Question question) => Cell(
        "SC-D722", Error, row, header, question.Id,
        $"{wave}の設問「{question.Id}」の種別は{DefinitionWords.Kinds.WordOf(question.Kind)}なので、「{header}」に使えません。",
        "選択肢を1つ選ぶ設問(属性、SA)を書いてください。");

    public static ImportProblem MarginWithoutTable(DefinitionRow row, Breakdown margin, IEnumerable<FiscalYear> years) => Cell(
        "SC-D723", Warning, row, "調整の区分", margin.ToString(),
        $"{string.Join('、', years)}の人口.csvに「{margin}」の人口表がないので、その年度の実績は計算されません。",
        $"人口.csvに{string.Join('、', margin.Questions)}ごとの人数を書いてください。");

    public static ImportProblem WeightColumnMissing(DefinitionRow row, IEnumerable<FiscalYear> years) => Cell(
        "SC-D724", Warning, row, "標本設計", row["標本設計"],
        $"標本設計が「ウエイトのみ」ですが、{string.Join('、', years)}の取込設定に「ウエイトの列」がないので、その年度の実績は計算されません。",
        "取込設定に「ウエイトの列」を書いてください。");

    public static ImportProblem IdColumnMissing(DefinitionRow row, IEnumerable<FiscalYear> years) => Cell(
        "SC-D725", Warning, row, "前回との標本", row["前回との標本"],
        $"前回との標本が「同じ人」ですが、{string.Join('、', years)}の取込設定に「回答者番号の列」がないので、前回の回答と結び付けられません。",
        "取込設定に「回答者番号の列」を書いてください。");

    public static ImportProblem StrataWithoutTable(DefinitionRow row, string stratum, IEnumerable<FiscalYear> years) => Cell(
        "SC-D726", Warning, row, "層", stratum,
        $"{string.Join('、', years)}の人口.csvに「{stratum}」の人口表がないので、その年度は有限母集団修正をせず、回答にウエイトがなければ抽出率の違いも補正しません。",
        $"人口.csvに{stratum}ごとの人数を書いてください。");
}
