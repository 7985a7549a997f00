using System.Globalization;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>Japanese wording of everything the reader of values refuses or notices.</summary>
internal static partial class NotationWords
{
    private const int Shown = 10;

    public static NotationRefusal NotAValue(string printed) => new("SC-N002", printed,
        "値の書き方として読めません。", "50.0%、80%以上、70～80%、小93.5 中98.1、－ のように書き、説明の文は特記事項に移してください。");

    public static NotationRefusal Separators(string printed) => new("SC-N003", printed,
        "桁区切りのコンマが3桁ごとではありません。", "小数なら「.」に直し、桁区切りなら3桁ごとに付けてください。");

    public static NotationRefusal DecimalPoint(string printed) => new("SC-N004", printed,
        "小数点の前後に数字がそろっていないか、小数点が二つあります。", "12.3のように書いてください。");

    public static NotationRefusal TooManyDigits(string printed) => new("SC-N005", printed,
        "数字が15桁を超えています。", "桁を確かめ、単位を億円などに改めてください。");

    public static NotationRefusal Magnitudes(string printed) => new("SC-N006", printed,
        "兆・億・万・千・百・十の並びが正しくありません。", "8億8千4百万円のように大きい位から書いてください。");

    public static NotationRefusal DashBetweenNumbers(string printed) => new("SC-N007", printed,
        "数字の間の横線が、範囲か日付か符号か分かりません。", "範囲なら「～」を使ってください。");

    public static NotationRefusal OpenRange(string printed) => new("SC-N008", printed,
        "「～」の片側に数がありません。", "以上・以下で書くか、両側の数を書いてください。");

    public static NotationRefusal UnknownUnit(string printed, string rest) => new("SC-N009", printed,
        $"数のあとの「{(rest.Length > Shown ? rest[..Shown] + "…" : rest)}」を単位として読めません。", "単位を確かめ、市独自の単位は指標の単位(--unit)として示してください。");

    public static NotationRefusal TwoComparisons(string printed) => new("SC-N010", printed,
        "以上・以下などが二つあり、食い違います。", "一つだけにしてください。");

    public static NotationRefusal NegativeWithin(string printed) => new("SC-N011", printed,
        "負の数に「以内」が付いていて、どちら側までか分かりません。", "以上または以下で書いてください。");

    public static NotationRefusal TwoPeriods(string printed) => new("SC-N012", printed,
        "期間(年・取組期間)が二つあります。", "一つだけにしてください。");

    public static NotationRefusal YearsOrYear(string printed) => new("SC-N013", printed,
        "「年」が年数か年次か分かりません。", "年数なら「5年間」「5年以上」、年次なら元号を付けて書いてください。");

    public static NotationRefusal NegativeChange(string printed) => new("SC-N014", printed,
        "負の数に増・減が付いていて、どちらに変わるか分かりません。", "符号か増・減の片方だけにしてください。");

    public static NotationRefusal RangeOfTwoUnits(string printed) => new("SC-N015", printed,
        "範囲の両端の単位が違います。", "両端を同じ単位にしてください。");

    public static NotationRefusal ValuesReversed(string printed) => new("SC-N016", printed,
        "範囲の小さい方と大きい方が逆です。", "小さい方を先に書いてください。");

    public static NotationRefusal Groups(string printed) => new("SC-N017", printed,
        "区分(小・中など)が片方だけか、重なっているか、組になっていません。", "小93.5 中98.1のように、組になる区分を一度ずつ書いてください。");

    public static NotationRefusal RatioToPrevious(string printed) => new("SC-N018", printed,
        "前年度比が、比率か増減か分かりません。", "前年度比3%増のように増・減を付けて書いてください。");

    public static NotationRefusal BaseMissing(string printed) => new("SC-N019", printed,
        "何に対する増減かが書かれていません。", "(基準)平成30年度：72% を付けるか、到達する値を書いてください。");

    public static NotationRefusal YearTwice(string printed) => new("SC-N029", printed,
        "同じ年度の値が二つあります。", "年度ごとに一つにしてください。");

    public static NotationRefusal NotAUnit(string printed) => new("SC-N030", printed,
        "単位として読めません。", "%、人、件、百万円のように単位だけを書いてください。");

    public static NotationRefusal ComparisonOfLastGroup(string printed) => new("SC-N031", printed,
        "以上・以下などが最後の区分にだけ付いていて、すべてに掛かるのか分かりません。", "区分ごとに付けてください。");

    public static NotationRefusal NumberOrYear(string printed) => new("SC-N032", printed,
        "括弧の中の4桁が、値か西暦か分かりません。", "西暦なら「年度」を、値なら単位か桁区切りを付けてください。");

    public static NotationRefusal RankComparison(string printed) => new("SC-N033", printed,
        "順位の「以上」「以下」は、良い側か悪い側か決まりません(10位以上は10番目までの意味にも使われます)。", "10位以内のように書いてください。");

    public static NotationWarning TriangleIsMinus() => new("SC-N110", "△・▲を負の数(マイナス)として読みました。");

    public static NotationWarning SecondValue() => new("SC-N111", "括弧の中の値は副次の値です。意味は指標名で確かめてください。");

    public static NotationWarning UnitDiffers(string printed, string expected) => new("SC-N112",
        $"書かれた単位「{printed}」が指標の単位「{expected}」と違います。");

    public static NotationWarning SumDisagrees(decimal total, decimal sum) => new("SC-N113",
        string.Create(CultureInfo.InvariantCulture, $"合計は{total}と書かれていますが、年度ごとの値を足すと{sum}です。どちらも直していません。"));

    public static NotationWarning ChoiceNeeded(IEnumerable<TargetCandidate> candidates) => new("SC-N114",
        "%の値に対する%の増減は、ポイントの差とも割合とも読めます。どちらかを選んでください: " + string.Join("、", candidates.Select(Reading)));

    public static NotationWarning NoCandidate() => new("SC-N115", "増減の単位と基準の値の単位が合わないため、到達する値を計算していません。");

    public static NotationWarning PercentOrPoints() => new("SC-N116", "%の指標に対する%の増減です。ポイントの意味でないか確かめてください。");

    public static NotationWarning ChangeAsReference() => new("SC-N117", "参考の値に増・減が付いています。水準ではなく増減の数として扱います。");

    private static string Reading(TargetCandidate candidate) => string.Create(CultureInfo.InvariantCulture,
        $"{candidate.Group}{candidate.Number}{candidate.Unit}({(candidate.Reading is ChangeReading.Points ? "ポイント" : "割合")})");
}
