namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>The closed vocabulary of the 算式 grammar, in comparison form, longest first.</summary>
internal static class FormulaWords
{
    private static readonly string[] PersonNouns =
    [
        "人", "者", "方", "人々", "市民", "町民", "村民", "区民", "住民", "県民", "回答者", "市民の方",
    ];

    /// <summary>People who are only part of those asked, unless the survey is theirs by its name.</summary>
    private static readonly string[] Subgroups = ["職員", "保護者", "児童", "生徒", "世帯", "男性", "女性", "高齢者", "若者"];

    private static readonly string[] Shares =
    [
        "割合", "比率", "構成比", "回答割合", "回答者割合", "回答率", "回答比率", "選択率", "回答数", "回答者数", "回答件数", "人数", "数", "数値", "件数", "百分率",
    ];

    /// <summary>Words after the labels that only say that they were chosen, by whom, and that a share is meant.</summary>
    public static IReadOnlyList<string> Tails { get; } = Longest(
    [
        "と回答した", "と回答する", "と回答している", "と回答のあった", "と回答があった", "と答えた", "と答える", "と答えている", "との回答", "との回答があった", "と回答", "回答した", "回答",
        "を選択した", "を選択している", "を選択", "を選んだ", "を選ぶ", "を選んでいる", "を回答した", "選択した", "選んだ", "と評価した", "と評価",
        "に○をつけた", "に○を付けた", "に〇をつけた", "に〇を付けた", "に丸をつけた", "に丸を付けた", "の", "%", "(%)",
        .. PersonNouns, .. Subgroups, .. Shares,
    ]);

    /// <summary>The same where the choice is quoted, so that no paraphrase is meant.</summary>
    public static IReadOnlyList<string> TailsOfQuoted { get; } = Longest(["と感じている", "と感じる", "と感じた", "と思う", "と思っている", "と思った", "である", "とした", "とする"]);

    public static IReadOnlyList<string> Sums { get; } = Longest(
    [
        "合計数値", "合計値", "合計割合", "合計人数", "合計数", "合計率", "合計", "計", "和", "総和", "合算", "を合計した", "を合算した", "を合わせた", "を足した", "を加えた", "を足し合わせた",
        "との合計", "合計した", "合わせた",
    ]);

    public static IReadOnlyList<string> Anys { get; } = Longest(
    [
        "のうちのいずれか", "のうち、いずれか", "のうちいずれか", "のうちどれか", "のいずれか", "のいずれか1つ", "のいずれか1つ以上", "のうちいずれか1つ以上", "のいずれか一つ以上", "のうち1つ以上",
        "のうち一つ以上", "のいずれか一つ", "のどれか", "のどちらか", "のどれか1つ以上", "のいずれかひとつ以上", "のうち少なくとも1つ", "の少なくとも1つ", "いずれか", "のいずれかに該当する", "のいずれか1つでも", "1つでも",
    ]);

    /// <summary>Any of the choices where none is named.</summary>
    public static IReadOnlyList<string> BareAnys { get; } = Longest(
    [
        .. new[] { "いずれか", "どれか" }.SelectMany(w => new[] { w, w + "1つ", w + "一つ", w + "ひとつ", w + "1つ以上", w + "一つ以上", w + "ひとつ以上" }),
        "少なくとも1つ", "少なくとも一つ", "少なくともひとつ", "選択肢のいずれか", "いずれかの選択肢", "いずれかの項目",
    ]);

    /// <summary>How the words begin that say a choice was made.</summary>
    public static IReadOnlyList<string> Chosen { get; } = ["を選", "選んだ", "選択した", "に○", "に〇", "に丸", "を回答", "と回答"];

    /// <summary>Ways of counting that no list of choices can say.</summary>
    public static IReadOnlyList<string> Refused { get; } = Longest(
    [
        "のすべて", "の全て", "すべて", "全て", "のいずれも", "いずれも", "の両方", "両方", "とも", "ともに", "のみ", "だけ", "以外", "を除く", "を除いた", "かつ", "且つ", "以上", "以下", "未満", "以内", "超",
        "~", "〜", "から", "など", "等", "を含む",
    ]);

    public static IReadOnlyList<string> Marks { get; } = Longest(["、", ",", "・", "+", "|", ";"]);

    public static IReadOnlyList<string> Ands { get; } = Longest(["及び", "および", "並びに", "ならびに", "と", "や"]);

    public static IReadOnlyList<string> Ors { get; } = Longest(["又は", "または", "若しくは", "もしくは", "あるいは", "或いは", "か"]);

    /// <summary>Words for choices that only the city can spell out.</summary>
    public static IReadOnlyList<string> Groups { get; } = Longest(
    [
        "肯定的な回答", "肯定的回答", "肯定的な意見", "肯定的評価", "肯定的な評価", "肯定回答", "肯定的な選択肢", "否定的な回答", "否定的回答", "否定的評価", "満足層", "不満層", "満足度", "満足率", "不満率", "不満度",
        "好意的な回答", "好意的回答", "肯定層", "肯定意見", "肯定", "否定", "良い評価", "プラス評価", "高評価", "満足と感じている", "満足している", "満足した", "満足と感じる", "中間回答",
    ]);

    /// <summary>What may follow 上位2.</summary>
    public static IReadOnlyList<string> GroupUnits { get; } = Longest(["項目", "段階", "つ", "位", "区分", "選択肢", "ボックス", "択", "カテゴリー", "カテゴリ", "つの選択肢", "つの項目", "項目の回答", "段階の回答"]);

    /// <summary>Words that count choices from an end of the scale.</summary>
    public static IReadOnlyList<string> Ends { get; } = Longest(["上位", "下位", "上から", "下から", "トップ", "TOP", "肯定的な", "否定的な"]);

    public static IReadOnlyList<string> GroupTails { get; } = Longest(["の", "合計", "割合", "回答", "選択肢", "人"]);

    public static IReadOnlyList<string> Middles { get; } = ["普通", "ふつう", "どちらともいえない", "どちらとも言えない", "どちらでもない"];

    public static IReadOnlyList<string> Heads { get; } = Longest(["(算式)", "(計算式)", "算式", "計算式", "算出式", "算定式", "算出方法", "計算方法", "算定方法", "指標の算式", "【算式】", "【計算式】", "[算式]"]);

    public static IReadOnlyList<string> SurveyNouns { get; } = Longest(["アンケート", "アンケート調査", "調査"]);

    /// <summary>What joins a question or a survey to what is counted.</summary>
    public static IReadOnlyList<string> Bridges { get; } = Longest(["で、", "において、", "における", "において", "に対し、", "について、", "について", "に", "で", "の", ":", "、"]);

    public static IReadOnlyList<string> Subtracted { get; } = Longest(["を引いた", "を差し引いた", "を減じた", "を引く", "を差引いた", "を除いた"]);

    public static IReadOnlyList<string> FirstLinks { get; } = Longest(["×", "*", "X", ":", "="]);

    /// <summary>Words that make a threshold a range.</summary>
    public static IReadOnlyList<string> RangeLinks { get; } = Longest(["以上", "以下", "未満", "以内", "から", "~", "、かつ", "かつ"]);

    public static IReadOnlyList<string> Divided { get; } = Longest(["で除した", "で割った", "で除して得た", "で除して算出した", "で除して算出", "で除し", "で除す", "で割る", "で除して", "で割って得た"]);

    /// <summary>What may follow a finished ratio: ×100 in words, and the value's name.</summary>
    public static IReadOnlyList<string> Results { get; } = Longest(["割合", "値", "数値", "率", "もの", "比率", "数", "の", "点", "平均値"]);

    public static IReadOnlyList<string> Times100 { get; } = Longest(["×100", "*100", "X100", "✕100", "✖100", "に100を乗じた", "に100を掛けた", "、100を乗じた"]);

    public static IReadOnlyList<string> Units { get; } = Longest(["(%)", "%", "(単位:%)", "(ポイント)", "ポイント", "(点)", "[%]", "(単位:ポイント)", "(単位:点)"]);

    public static IReadOnlyList<string> Respondents { get; } = Longest(
    [
        "回答者数", "回答者", "回答者総数", "総回答者数", "総回答者", "全回答者数", "全回答者", "回答者全体", "回答者全員", "回答総数", "総回答数", "全回答数", "回答数", "回答人数", "全体", "全回答", "回答者の総数", "回答者合計",
        "回答者の合計", "設問の回答者数", "当該設問の回答者数", "アンケート回答者数", "調査回答者数", "N", "回答",
    ]);

    /// <summary>Subjects that need an exclusion before them to be a denominator (無回答を除く人数).</summary>
    public static IReadOnlyList<string> Counts { get; } = Longest(["人数", "人", "者", "数", "者数", "総数", "票数", "合計"]);

    public static IReadOnlyList<string> Valid { get; } = Longest(["有効回答者数", "有効回答数", "有効回答者", "有効回答", "有効回答総数", "有効回答者総数", "総有効回答数", "全有効回答数", "全有効回答者数", "全有効回答", "有効回答件数", "全有効回答者"]);

    public static IReadOnlyList<string> Returned { get; } = Longest(["回収数", "有効回収数", "回収票数", "有効回収票数", "回収総数", "調査票回収数", "調査票の回収数", "総回収数", "アンケート回収数"]);

    public static IReadOnlyList<string> NoAnswers { get; } = Longest(["無回答者数", "無回答数", "無回答者", "無回答", "未回答者数", "未回答者", "未回答", "「無回答」", "無回答・無効", "無回答・無効回答", "無回答及び無効", "無回答及び無効回答", "無回答や無効回答", "無効・無回答", "無効回答・無回答", "無効及び無回答", "無回答、無効"]);

    public static IReadOnlyList<string> DontKnows { get; } = Longest(["わからない", "分からない", "「わからない」", "「分からない」", "わからないと回答した人", "「わからない」と回答した人"]);

    public static IReadOnlyList<string> Excluded { get; } = Longest(["を除く", "を除いた", "を除外した", "を含まない", "を含めない", "除く", "以外の", "は除く", "を除き", "を除外", "は含まない", "は含めない"]);

    public static IReadOnlyList<string> ExcludedToo { get; } = Longest(["も除く", "も除いた"]);

    public static IReadOnlyList<string> Included { get; } = Longest(["を含む", "を含めた", "を含み", "は含む", "を含めて", "も含む", "も含めた"]);

    /// <summary>What joins a denominator that stands first to the numerator.</summary>
    public static IReadOnlyList<string> OutOf { get; } = Longest(["に占める", "に対する", "のうち、", "のうち", "の中で", "における", "中、", "のうちで"]);

    public static IReadOnlyList<string> BaseNotes { get; } = Longest(["※", "、", "。", "ただし、", "ただし", "但し、", "但し", "。ただし、", "。ただし", "注:", ":", "分母は", "分母:", "分母=", "母数は", "母数:", "N="]);

    public const string BaseNotStated = "(分母の記載なし)";

    public static IReadOnlyList<string> Means { get; } = Longest(["平均", "平均点", "平均値", "平均得点", "平均点数", "加重平均", "加重平均値", "加重平均点", "平均ポイント", "平均スコア", "平均評価点", "平均評定値"]);

    public static IReadOnlyList<string> ScoreTails { get; } = Longest(
    [
        "とした", "として", "とし", "とする", "として計算した", "として算出した", "と換算した", "に換算した", "と点数化した", "とした場合の", "とした時の", "とし、", "として、", "の", "点数", "得点", "評価点", "合計点", "総得点", "合計得点", "点数の合計",
        "得点の合計", "合計", "総和", "で", "を", "した", "による", "計算した", "算出した", "求めた", "配点した", "配点し", "配点し、", "と配点し、", "と配点した", "の点数を与え", "とおいた",
    ]);

    public static IReadOnlyList<string> ScoreLinks { get; } = Longest(["=", ":", "は", "を", "×", "*", "X", "…", "→", "に"]);

    public static IReadOnlyList<string> Points { get; } = Longest(["点", "ポイント"]);

    public static IReadOnlyList<string> Periods { get; } = Longest(
    [
        "年", "年間", "年に", "年間に", "年間で", "月", "月に", "週", "週に", "毎月", "毎週", "1日", "1日に", "1日あたり", "1週間に", "1週間あたり", "1か月に", "1ヶ月に", "1カ月に", "1か月間に", "1年に", "1年間に", "1年間で", "過去1年間に",
        "過去1年間で", "この1年間に", "1日平均", "数が", "回数が",
    ]);

    public static IReadOnlyList<string> CountUnits { get; } = Longest(["回", "日", "人", "冊", "時間", "分", "点", "件", "本", "KM", "歩", "円", "年", "か月", "ヶ月", "カ月", "週", "歳", "つ", "個", "種類", "世帯", "食", "杯", "品目", "団体", "度", "分間", "日間"]);

    public static IReadOnlyList<(string Word, Comparison Comparison)> Comparisons { get; } =
    [
        .. new (string Word, Comparison Comparison)[]
        {
            ("以上", Comparison.AtLeast), ("以下", Comparison.AtMost), ("以内", Comparison.AtMost), ("未満", Comparison.LessThan), ("より少ない", Comparison.LessThan), ("を下回る", Comparison.LessThan),
            ("を超える", Comparison.MoreThan), ("を越える", Comparison.MoreThan), ("を超えた", Comparison.MoreThan), ("超", Comparison.MoreThan), ("より多い", Comparison.MoreThan), ("を上回る", Comparison.MoreThan), ("ちょうど", Comparison.Equal),
        }.OrderByDescending(c => c.Word.Length),
    ];

    /// <summary>Words after a threshold that only say that something was done, by whom, and that a share is meant.</summary>
    public static IReadOnlyList<string> ThresholdTails { get; } = Longest(
    [
        .. new[] { "参加", "利用", "運動", "実施", "読書", "外出", "来館", "来訪", "訪問", "購入", "活動", "使用", "受診", "体験", "歩行", "回答" }
            .SelectMany(s => new[] { s + "した", s + "する", s + "している", s + "をした", s + "をする", s + "をしている", s + "したことがある", s + "の" }),
        "と回答した", "と答えた", "した", "する", "している", "行う", "行った", "行っている", "読む", "読んだ", "歩く", "ある", "の", "を選んだ", "選んだ", .. PersonNouns, .. Subgroups, .. Shares, "%", "(%)", "合計",
    ]);

    public static IReadOnlyList<string> NumberNouns { get; } = Longest(["に答えた数", "答えた数", "数値", "回数", "利用回数", "参加回数", "活動回数", "外出回数", "日数", "活動日数", "時間", "時間数", "睡眠時間", "人数", "冊数", "読書冊数", "金額", "年数", "居住年数", "年齢", "回答値", "回答された数", "歩数", "点数", "得点"]);

    public static IReadOnlyList<string> UsualLabels { get; } =
    [
        "満足", "やや満足", "普通", "ふつう", "やや不満", "不満", "大変満足", "非常に満足", "とても満足", "どちらかといえば満足", "どちらかと言えば満足", "まあ満足", "まあまあ満足", "どちらともいえない", "どちらとも言えない", "どちらでもない",
        "どちらかといえば不満", "どちらかと言えば不満", "大変不満", "非常に不満", "満足している", "やや満足している", "どちらかといえば満足している", "そう思う", "ややそう思う", "とてもそう思う", "どちらかといえばそう思う", "どちらかと言えばそう思う", "まあそう思う",
        "あまりそう思わない", "ややそう思わない", "そう思わない", "全くそう思わない", "まったくそう思わない", "どちらかといえばそう思わない", "とても感じる", "感じる", "やや感じる", "どちらかといえば感じる", "感じている", "あまり感じない", "感じない", "はい", "いいえ", "ある", "ない",
        "よくある", "ときどきある", "たまにある", "知っている", "よく知っている", "聞いたことがある", "知らない", "重要", "やや重要", "住みよい", "どちらかといえば住みよい", "住みやすい", "どちらかといえば住みやすい", "ずっと住み続けたい", "できれば住み続けたい", "当分は住み続けたい", "住み続けたい",
        "わからない", "無回答",
    ];

    /// <summary>True for a word that counts people or answers instead of giving their share (人数, 回答者数).</summary>
    public static bool IsCount(string word) => word.EndsWith('数');

    /// <summary>True for a word that gives a share.</summary>
    public static bool IsShare(string word) => word.EndsWith('率') || word.Contains("割合", StringComparison.Ordinal) || word.Contains('%') || word is "構成比";

    public static bool IsSubgroup(string word) => Subgroups.Contains(word);

    private static string[] Longest(string[] words) =>
        [.. words.Select(FormulaText.Fold).Distinct(StringComparer.Ordinal).OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];
}
