using SurveyCalc.Indicators.Definitions.Notations;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using static SurveyCalc.Indicators.Import.Severity;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>SC-D5nn: 指標; SC-D6nn: 計画値.</summary>
internal static partial class DefinitionProblems
{
    private const string BaseChoices =
        "「無回答を含む」(聞かれた人全員)、「無回答を除く」(答えた人。わからないを含む)、"
        + "「わからないも除く」(無回答もわからないも除く)、「無回答を含みわからないを除く」のどれかを、計画書や調査報告書の計算方法に合わせて書いてください。";

    public static ImportProblem IndicatorTwice(DefinitionRow row, string code, DefinitionRow earlier) => Cell("SC-D501", Error, row, "指標コード", code,
        $"指標コード「{code}」は{Place(row, earlier)}にもあります。", "指標ごとに違うコードにしてください。");

    public static ImportProblem CodeLooksLikeDate(DefinitionRow row, string code) => Cell("SC-D502", Warning, row, "指標コード", code,
        $"指標コード「{code}」は日付のようです。Excelが「1-2」のようなコードを日付に変えた可能性があります。",
        "元のコードに直し、Excelではその列の表示形式を「文字列」にしてから入力してください。");

    public static ImportProblem BaseBlank(DefinitionRow row) => Cell("SC-D503", Error, row, "分母", "",
        "分母が空欄です。分母によって割合が変わるので、システムは推測しません。", BaseChoices);

    public static ImportProblem BaseUnknown(DefinitionRow row, string text) => Cell("SC-D504", Error, row, "分母", text,
        $"「{Shorten(text)}」は分母の決め方ではありません。{Suggest(text, DefinitionWords.Bases.Written)}", BaseChoices);

    public static ImportProblem FormulaBlank(DefinitionRow row, RuleKind kind) => Cell("SC-D505", Error, row, "算式", "",
        $"算式の種類が「{DefinitionWords.Rules.WordOf(kind)}」なのに、算式が空欄です。", FormulaExample(kind));

    public static ImportProblem FormulaNotBlank(DefinitionRow row, string text) => Cell("SC-D506", Error, row, "算式", text,
        $"算式の種類が「数値の平均」なので、算式「{Shorten(text)}」は使われません。",
        "算式を空欄にしてください(計画書に印刷された算式は「計画書の算式」に書けます)。");

    public static ImportProblem FormulaUnreadable(DefinitionRow row, RuleKind kind, string text) => Cell("SC-D507", Error, row, "算式", text,
        $"「{Shorten(text)}」を「{DefinitionWords.Rules.WordOf(kind)}」の算式として読めません。", FormulaExample(kind));

    public static ImportProblem UnitNotPercent(DefinitionRow row, string text) => Cell("SC-D508", Error, row, "単位", text,
        $"割合の指標の単位が「{Shorten(text)}」です。割合は%で計算します。", "単位を「%」にするか、算式の種類を確かめてください。");

    public static ImportProblem BaseWithoutEffect(DefinitionRow row, string text) => Cell("SC-D509", Warning, row, "分母", text,
        $"分母は「{Shorten(text)}」ですが、平均は点数(数値)のある回答だけで計算するので、無回答は分母に入りません。",
        "それでよければ、分母を「わからないも除く」と書くと意味がはっきりします。");

    public static ImportProblem NetScoreSideEmpty(DefinitionRow row, string text, bool isFavourable) => Cell("SC-D510", Error, row, "算式", text,
        $"差引スコアの算式「{Shorten(text)}」に、{(isFavourable ? "引かれる側(「−」の前)" : "引く側(「−」の後)")}の選択肢がありません。", FormulaExample(RuleKind.NetScore));

    public static ImportProblem ImportanceUnknown(DefinitionRow row, string code, string text, IEnumerable<string> codes) => Cell(
        "SC-D511", Error, row, "重要度の指標", text,
        $"指標 {code} の重要度の指標「{Shorten(text)}」がありません。{Suggest(text, codes)}", "重要度を表す指標のコードを書くか、その指標を足してください。組にしなければ空欄にしてください。");

    public static ImportProblem ImportanceOfItself(DefinitionRow row, string code) => Cell("SC-D512", Error, row, "重要度の指標", row["重要度の指標"],
        $"指標 {code} の重要度の指標が、その指標自身です。", "重要度を聞いた設問の指標のコードを書いてください。組にしなければ空欄にしてください。");

    public static ImportProblem ImportanceOfAnotherSurvey(DefinitionRow row, Indicator indicator, Indicator importance) => Cell(
        "SC-D513", Error, row, "重要度の指標", row["重要度の指標"],
        $"指標 {indicator.Code} の調査は「{indicator.Survey}」ですが、重要度の指標「{importance.Code}」の調査は「{importance.Survey}」です。",
        "同じ調査の指標を書いてください(別の人に聞いた値は組にできません)。");

    public static ImportProblem ImportanceNotComparable(DefinitionRow row, Indicator indicator, Indicator importance) => Cell(
        "SC-D514", Error, row, "重要度の指標", row["重要度の指標"],
        $"指標 {indicator.Code} と重要度の指標「{importance.Code}」は、差をとって比べられません。",
        "算式の種類と単位をそろえ、どちらも向きを「高いほど良い」にしてください。");

    public static ImportProblem ValidFromUnreadable(DefinitionRow row, string text) => Cell("SC-D520", Error, row, "適用年度", text,
        $"「{Shorten(text)}」を適用年度として読めません。", "新しい算式を使い始める年度を「令和6年度」「R6」「2024」のように書いてください。最初の算式なら空欄にします。");

    public static ImportProblem VersionWithout(DefinitionRow row, string header, FiscalYear from) => Cell("SC-D521", Error, row, header, "",
        $"{from}から算式を変えるのに、「{header}」が空欄です。", "算式の変更は、だれがなぜ承認したかを残します。承認者と変更理由を書いてください。");

    public static ImportProblem VersionOfOtherSurvey(DefinitionRow row, string code, string survey, string before) => Cell("SC-D522", Error, row, "調査", survey,
        $"指標「{code}」の調査が、前の版の「{Shorten(before)}」と違います。", "別の調査で測るなら、別の指標コードにしてください。");

    public static ImportProblem TargetTwice(DefinitionRow row, string code, DefinitionRow earlier) => Cell("SC-D601", Error, row, "年度", row["年度"],
        $"指標 {code} の同じ年度の計画値が{Place(row, earlier)}にもあります。", "どちらかの行を消すか、改定した値なら「改定日」を書いてください。");

    public static ImportProblem TargetOfUnknown(DefinitionRow row, string code, IEnumerable<string> codes) => Cell(
        "SC-D602", Error, row, "指標コード", code,
        $"指標コード「{Shorten(code)}」の指標がありません。{Suggest(code, codes)}", "指標コードを直すか、指標を足してください。");

    public static ImportProblem TargetUnreadable(DefinitionRow row, string text, NotationRefusal refusal) => Cell("SC-D603", Error, row, "計画値", text,
        $"「{Shorten(text)}」を計画値として読めません。{refusal.Reason}",
        $"{refusal.Remedy}値がなければ「—」か空欄にし、比べる数が決まっていれば「採用値」に書いてください。");

    public static ImportProblem TargetYearUnreadable(DefinitionRow row, string text, string reason) => Cell("SC-D604", Error, row, "年度", text,
        $"「{Shorten(text)}」を年度として読めません。{reason}",
        "「令和2年度」「R2」「2020」か、期間なら「令和2年度～令和6年度」、基準値なら「計画策定時」と書いてください。");

    public static ImportProblem TargetOutsidePercent(DefinitionRow row, string code, string text) => Cell("SC-D605", Warning, row, "計画値", text,
        $"指標 {code} は割合(%)ですが、計画値「{Shorten(text)}」は0から100までの数ではありません。", "計画書の値と単位を確かめてください。");

    public static ImportProblem TargetOutsideNetScore(DefinitionRow row, string code, string text) => Cell("SC-D614", Warning, row, "計画値", text,
        $"指標 {code} は差引スコア(%)ですが、計画値「{Shorten(text)}」は−100から100までの数ではありません。", "計画書の値と単位を確かめてください。");

    private static string FormulaExample(RuleKind kind) => kind switch
    {
        RuleKind.Threshold => "「5以上」「年5回以上」「3以下」「10未満」「2超」「1ちょうど」のように、数を1つと比べ方を書いてください。",
        RuleKind.MeanScore => "「満足=2|やや満足=1|普通=0|やや不満=-1|不満=-2」のように「選択肢=点数」を「|」で区切って書いてください。",
        RuleKind.NetScore => "「満足|やや満足−やや不満|不満」のように、足す選択肢と引く選択肢の間に「−」を1つ書いてください(ラベルに「−」や「-」があれば、選択肢コードで書いてください)。",
        _ => "数える選択肢を「満足|やや満足|普通」か「1|2|3」のように書いてください。",
    };
}
