using System.Globalization;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>Japanese wording of everything the readers of years refuse or notice; codes are never reused.</summary>
internal static partial class NotationWords
{
    public static NotationRefusal TooLong(string printed) => new("SC-N001", printed,
        $"{NotationText.MaxLength.ToString(CultureInfo.InvariantCulture)}字を超えています。", "値だけを取り出し、説明は特記事項に書いてください。");

    public static NotationRefusal NoYear(string printed) => new("SC-N020", printed, "年度がありません。", "令和2年度のように書いてください。");

    public static NotationRefusal NotAYear(string printed) => new("SC-N021", printed,
        "年度として読めません。", "令和2年度、R2、2020年度、令和2～6年度のように書いてください。");

    public static NotationRefusal ImpossibleYear(string printed, string era, int number) => new("SC-N022", printed,
        string.Create(CultureInfo.InvariantCulture, $"「{era}{number}年」はありません。"), "元号の年は1から99、西暦は1926から2199で書いてください。");

    public static NotationRefusal EraMissing(string printed, int number) => new("SC-N023", printed,
        string.Create(CultureInfo.InvariantCulture, $"「{number}年」の元号が書かれておらず、前後の年度からも一つに決まりません。"),
        "元号を付けるか、同じ表の年度(--near 令和3年度)を示してください。");

    public static NotationRefusal WesternDisagrees(string printed, int era, int western) => new("SC-N024", printed,
        string.Create(CultureInfo.InvariantCulture, $"元号の年は{era}年にあたり、括弧の西暦{western}年と合いません。"), "原典を確かめ、正しい方にそろえてください。");

    public static NotationRefusal ImpossibleDate(string printed) => new("SC-N025", printed, "暦にない月日です。", "月と日を確かめてください。");

    public static NotationRefusal RangeReversed(string printed, int from, int to) => new("SC-N026", printed,
        string.Create(CultureInfo.InvariantCulture, $"範囲の終わり({to})が始まり({from})より前です。"), "元号をまたぐときは両方に元号を書いてください(平成30～令和2年度)。");

    public static NotationRefusal RangeMixed(string printed) => new("SC-N027", printed,
        "範囲の両端の書き方(年度・年・月)がそろっていません。", "両端を年度にそろえてください。");

    public static NotationRefusal NotADecade(string printed) => new("SC-N028", printed,
        "「年代」は10の倍数の年に付きます。", "昭和50年代のように書いてください。");

    public static NotationWarning EraEnded(string era, int number, FiscalYear year) => new("SC-N101",
        string.Create(CultureInfo.InvariantCulture, $"{era}{number}年度は実在しない年度です。{year}({year.FirstYear}年度)として読みました。"));

    public static NotationWarning EraInferred(string era, int number) => new("SC-N102",
        string.Create(CultureInfo.InvariantCulture, $"「{number}年」に元号がないため、前後の年度から{era}として読みました。"));

    public static NotationWarning CalendarYear(int year) => new("SC-N103",
        string.Create(CultureInfo.InvariantCulture, $"「度」がないため暦年({year}年)として読みました。年度の書き誤りでないか確かめてください。"));

    public static NotationWarning SuspectedMisprint(FiscalYear printed, FiscalYear intended) => new("SC-N104",
        string.Create(CultureInfo.InvariantCulture, $"{printed}({printed.FirstYear})は前後の年度から離れています。{intended}({intended.FirstYear})の誤りでないか確かめ、どちらかを選んでください。"));

    public static NotationWarning YearWordMissing(int year) => new("SC-N105",
        string.Create(CultureInfo.InvariantCulture, $"「年度」がありません。{year}年度として読みました。"));

    public static NotationWarning OutsideEra(string era, int year, int month) => new("SC-N106",
        string.Create(CultureInfo.InvariantCulture, $"西暦{year}年{month}月は{era}ではありません。西暦{year}年として読みました。"));

    public static NotationWarning LengthDisagrees(int printed, int years) => new("SC-N107",
        string.Create(CultureInfo.InvariantCulture, $"「{printed}年間」とありますが、書かれた年度は{years}年分です。"));
}
