using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// A set of definition files to start from (雛形): a small survey that reads without a problem, with every kind of question
/// and rule, and comment rows that say what may be written.
/// </summary>
public static class DefinitionTemplates
{
    private const string Survey = "市民意識調査";
    private const string Year = "令和2年度";

    /// <summary>The files; the same on every call.</summary>
    public static IReadOnlyList<DefinitionFile> Files =>
    [
        DefinitionCsv.Write(DefinitionSchema.Surveys, Surveys),
        DefinitionCsv.Write(DefinitionSchema.CodeBooks, CodeBooks),
        DefinitionCsv.Write(DefinitionSchema.Profiles, Profiles()),
        DefinitionCsv.Write(DefinitionSchema.Populations, Populations),
        DefinitionCsv.Write(DefinitionSchema.PopulationBreakdowns, ["調査", "年度", "基準日", "F1", "人数"], PopulationBreakdowns),
        DefinitionCsv.Write(DefinitionSchema.Indicators, Indicators),
        DefinitionCsv.Write(DefinitionSchema.Targets, Targets),
        DefinitionCsv.Write(DefinitionSchema.Register, Register),
        DefinitionCsv.Write(DefinitionSchema.EnteredActuals, EnteredActuals),
    ];

    private static string[][] Surveys =>
    [
        [Survey, "95%", "Wilson", "Newcombe", "0", "表示値の差", "30", "単純無作為", "", "", "", "なし", "", "", "", "独立", "", "", "する"],
        ["# 信頼水準: 95%か0.95のように。区間の方法: " + DefinitionWords.Methods.Expected],
        ["# 差の方法: " + DefinitionWords.Differences.Expected],
        ["# 公表下限: 分母の人数がこれより少ない値は公表しません。前回差の表示: " + DefinitionWords.Changes.Expected],
        ["# 補完秘匿: 公表しない値が逆算できるほかの区分も公表しないか(" + DefinitionWords.YesNo.Expected + ")"],
        ["# 参考値の下限: 分母の人数がこれより少ない値に「参考値」と付けます。下の列はすべて空欄にできます。"],
        ["# 標本設計: " + DefinitionWords.Samples.Expected + "。層・抽出単位: 属性の設問。単独抽出単位: " + DefinitionWords.SingleUnits.Expected],
        ["# ウエイト調整: " + DefinitionWords.NoWeighting + "、" + DefinitionWords.Weightings.Expected + "。調整の区分: 「性別×年代」か「性別|年代|地区」(人口.csvが必要)"],
        ["# 属性不明: " + DefinitionWords.UnknownAttributes.Expected + "。倍率の上下限: 「0.3〜3」(空欄なら制限しません)"],
        ["# 前回との標本: " + DefinitionWords.Overlaps.Expected + "(一部重複なら、相関と重複の割合も書きます)"],
    ];

    private static string[][] CodeBooks =>
    [
        [Survey, Year, "問1", "住みやすさに満足していますか", "SA", "問1", "1", "満足", "有効", "", ""],
        Choice("", "2", "やや満足"), Choice("", "3", "普通"), Choice("", "4", "やや不満"), Choice("", "5", "不満"),
        Choice("", "8", "わからない", "わからない"), Choice("", "9", "無回答", "無回答"),
        ["", "", "問2", "災害に備えていますか", "SA", "問2", "1", "はい", "有効", "", ""],
        Choice("", "2", "いいえ"),
        ["", "", "問3", "何を備えていますか(いくつでも)", "MA", "問3-1", "1", "食料", "有効", "問2=はい", ""],
        Choice("問3-2", "2", "飲料水"), Choice("問3-3", "3", "懐中電灯"), Choice("問3-4", "4", "特にない", "排他"),
        ["", "", "問4", "公民館を年に何回使いますか", "数値", "問4", "", "", "", "", ""],
        ["", "", "F1", "性別", "属性", "性別", "1", "男性", "有効", "", ""],
        Choice("", "2", "女性"), Choice("", "3", "答えない", "無回答"),
        ["", "", "問5", "ご意見", "自由記述", "ご意見", "", "", "", "", ""],
        ["# 1行に選択肢を1つ。同じ設問の2行目からは、調査・年度・設問・設問文・種別・対象条件・系列を空欄にできます。"],
        ["# 種別: " + DefinitionWords.Kinds.Expected + "。区分: " + DefinitionWords.Meanings.Expected + "(排他は「特にない」など、他と同時に選べないもの)"],
        ["# 列: 回答ファイルの見出し(見出しが2行以上なら「/」でつなぐ)か「C列」。設問の1行目だけ=1つの列、すべての行=選択肢ごとの列"],
        ["# 対象条件: 「問2=はい」「問2=1|2」。系列: 年度をまたいで比べられる設問に同じ名前(空欄なら設問と同じ)"],
        ["# 前回との関係: " + DefinitionWords.Continuities.Expected + "(空欄でもよい)。類似と断絶には関係の理由を書きます。設問を「*」にした行は調査全体(対象年齢の変更など)"],
    ];

    private static string[][] Populations =>
    [
        [Survey, Year, "35000", "令和2年4月1日", "2000"],
        ["# 母集団数が分からない調査回は行を書きません。配布数は空欄にできます。"],
    ];

    private static string[][] PopulationBreakdowns =>
    [
        [Survey, Year, "令和2年4月1日", "男性", "17000"], [Survey, Year, "", "女性", "18000"],
        ["# ウエイト調整と層化に使う人口。調査・年度・基準日・人数のほかの列は、符号表の属性の設問です。掛け合わせるときは列を並べます。"],
    ];

    private static string[][] Indicators =>
    [
        Indicator("S1-1-1", "住みやすさに満足している市民の割合", "問1", "選択肢の割合", "満足|やや満足|普通", "無回答を除く", "", "%", "満足、やや満足、普通の合計"),
        Indicator("S1-1-2", "住みやすさの満足度(平均点)", "問1", "平均点", "満足=2|やや満足=1|普通=0|やや不満=-1|不満=-2", "わからないも除く", "", "点", ""),
        Indicator("S1-1-3", "住みやすさの差引スコア(満足−不満)", "問1", "差引スコア", "満足|やや満足−やや不満|不満", "わからないも除く", "", "%", ""),
        Indicator("S1-2-1", "食料か飲料水を備えている市民の割合", "問3", "いずれかを選んだ割合", "食料|飲料水", "無回答を除く", "問2=はい", "%", ""),
        Indicator("S1-3-1", "公民館を年5回以上使う市民の割合", "問4", "数値の割合", "年5回以上", "無回答を含む", "", "%", ""),
        Indicator("S1-3-2", "公民館の平均利用回数", "問4", "数値の平均", "", "わからないも除く", "", "回", ""),
        ["# 算式の種類: " + DefinitionWords.Rules.Expected],
        ["# 適用年度: 算式を変えるときだけ。同じ指標コードの行を足し、新しい算式を使い始める年度と、承認者、変更理由を書きます(前の行は残します)。"],
        ["# 分母(必ず書く): " + DefinitionWords.Bases.Expected],
        ["# 向き: " + DefinitionWords.Directions.Expected + "。桁数: 0から4まで。計画書の算式: 計画書に印刷されたまま(計算には使いません)"],
        ["# 重要度の指標: 満足度の指標に、同じことの重要度を表す指標のコードを書くと、portfolio で組にして比べます(空欄にできます)。"],
    ];

    private static string[][] Targets =>
    [
        ["S1-1-1", "計画策定時", "55.8"], ["S1-1-1", "令和2年度", "56.5"], ["S1-1-1", "令和3年度", "57.0"],
        ["S1-2-1", "計画策定時", "—"], ["S1-2-1", "令和2年度", "60"],
        ["S1-4-1", "計画策定時", "185"], ["S1-4-1", "令和2年度", "180以内"], ["S1-4-1", "令和3年度", "180以内"],
        ["S1-4-1", "令和3年度", "170以内", "", "2021-04-01", "前年度の順位を受けて見直し"],
        ["# 計画値: 計画書に印刷されたまま(57.0、180以内、小88 中76、40%/取組期間)。値がなければ「—」。年度: 1つの年度、期間(令和2年度～令和6年度)、計画策定時"],
        ["# 採用値: 2通りに読める計画値(10%向上など)のどの数を採るか。改定日・理由: 計画値を改めたとき。前の行は消さずに残します"],
    ];

    private static string[][] Register =>
    [
        ["S1-1-1", "第1次基本計画", "", "", "", "住みやすいと感じる人が増えれば、施策が進んだと考えられるから。", "", "", "", "企画課", "市民課、建設課", "", "", ""],
        ["S1-4-1", "第1次基本計画", "政策1", "施策1-4", "魅力度の全国順位", "市の外からの評価を表すから。", "民間の調査による順位", "位", "低いほど良い", "商工観光課", "", "", "民間の調査", ""],
        ["# 指標.csvにある指標は、政策・施策・指標名・算式・単位・向き・出典を空欄にできます(指標.csvから補います)。行がなければ指標.csvだけの指標として台帳に載ります。"],
        ["# ここで計算しない指標(順位、統計、ほかの調査)も載せられます。関連: 「、」で区切ります。引継元: 前の計画の同じ指標のコード"],
    ];

    private static string[][] EnteredActuals =>
    [
        ["S1-4-1", "令和2年度", "197", "確定", "民間の調査"],
        ["# ここで計算しない実績。印刷されたまま書き、値がなければ「—」。状態: " + DefinitionWords.Statuses.Expected + "(空欄なら速報)"],
    ];

    private static IEnumerable<string[]> Profiles()
    {
        var defaults = new ImportProfile { Wave = default };
        yield return [Survey, Year, "回答ファイル", "市民意識調査_令和2年度.csv"];
        yield return [Survey, "", "無回答の値", "空欄|無回答|99"];
        yield return ["# 年度が空欄の行はその調査のすべての年度に、年度のある行はその年度だけに使います。書かない項目は既定のままです。"];
        yield return ["# 下は全項目の既定です。変えるときは行頭の「#」を消して値を直してください。"];
        foreach (var item in ProfileItem.All)
        {
            yield return [$"# {item.Name}: {item.Expected}"];
            yield return ["#" + Survey, "", item.Name, string.Join("", item.Values(defaults))];
        }
    }

    private static string[] Choice(string column, string code, string label, string meaning = "有効") =>
        ["", "", "", "", "", column, code, label, meaning, "", ""];

    private static string[] Indicator(
        string code, string name, string question, string kind, string formula, string @base, string condition, string unit, string printed) =>
        [code, name, "政策1", "施策1-1", Survey, question, kind, formula, @base, condition, unit, "高いほど良い", "1", printed, "", "", "", ""];

    /// <summary>Writes the files into a folder.</summary>
    /// <returns>Paths of the files written.</returns>
    /// <exception cref="OperatorException">The folder already holds definition files.</exception>
    public static IReadOnlyList<string> Write(string folder)
    {
        var there = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Select(p => Path.GetFileName(p)).FirstOrDefault(n => DefinitionSchema.OfFile(n) is not null)
            : null;
        if (there is not null)
            throw new OperatorException($"{folder} には定義ファイル {there} がすでにあります。上書きしません。空のフォルダーを指定してください。");
        return DefinitionFolder.Write(folder, Files);
    }
}
