using System.Globalization;
using SurveyCalc.Indicators.Explanations;
using SurveyCalc.Tests.Demo;

namespace SurveyCalc.Tests.Explanations;

/// <summary>
/// What every row of a demo file is to an indicator, told from the cells by hand: with nothing of the product but the names
/// of the uses. Years are 0 for 令和元年度, 1 for 令和2年度, 2 for 令和3年度.
/// </summary>
internal static class NaiveRows
{
    private static readonly NaiveTable[] Citizens =
    [
        new("市民意識調査_令和元年度.csv", 932, ',', 2), new("市民意識調査_令和2年度.csv", 65001, ',', 1), new("市民意識調査_令和3年度.csv", 65001, ',', 1),
    ];

    private static readonly NaiveTable[] Staff =
    [
        new("職員意識調査_令和元年度.csv", 932, ',', 1), new("職員意識調査_令和2年度.csv", 65001, '\t', 1), new("職員意識調査_令和3年度.csv", 65001, ';', 1),
    ];

    private static readonly string[] CitizenBlank = ["", "99", "無回答"];
    private static readonly string[] StaffBlank = ["9", "", "-1"];
    private static readonly string[] Satisfied = ["満足", "やや満足", "普通", "1", "2", "3"];
    private static readonly string[] Agreed = ["そう思う", "ややそう思う", "1", "2"];
    private static readonly string[] DontKnow = ["わからない", "6"];
    private static readonly string[] Yes = ["はい", "1"];

    private static readonly Dictionary<string, (int Number, string Topic)> Satisfaction = new()
    {
        ["S1-2-1"] = (1, "子育てしやすい環境づくり"),
        ["S1-3-2"] = (2, "芸術・文化に親しむ機会の充実"),
        ["S1-4-1"] = (3, "伝統行事や文化財の保存・活用の状況"),
        ["S1-5-1"] = (4, "スポーツ・レクリエーションの環境づくり"),
        ["S2-2-3"] = (5, "環境保全やごみ対策など環境衛生の取り組み"),
        ["S2-3-3"] = (6, "下水道・浄化槽などによる水洗化の促進"),
        ["S3-2-2"] = (7, "障がいのある人への福祉サービス"),
        ["S5-2-2"] = (8, "生活道路の維持・補修"),
        ["S5-3-1"] = (9, "安定した水道水の供給"),
        ["S5-4-1"] = (10, "防災への取り組み"),
    };

    private static readonly Dictionary<string, (int Number, string Topic)> Feeling = new()
    {
        ["S1-3-1"] = (1, "文化・芸術を身近に感じている"),
        ["S1-5-2"] = (2, "スポーツを身近に感じている"),
        ["S3-1-3"] = (3, "安心して医療が受けられる"),
        ["S3-2-1"] = (4, "地域で支え合っている"),
        ["S6-1-1"] = (5, "市民参加型の会議等の機会が適切に提供されている"),
    };

    /// <summary>Rows as a spreadsheet numbers them, with their use.</summary>
    public static IReadOnlyList<(int Row, RowUse Use)> Of(string indicator, int year)
    {
        var first = indicator is "S6-5-2" or "X-5" || year > 0 ? 2 : 3;
        return [.. Uses(indicator, year).Select((use, i) => (first + i, use))];
    }

    private static IEnumerable<RowUse> Uses(string indicator, int year)
    {
        var (table, blank) = (Citizens[year], CitizenBlank[year]);
        if (Satisfaction.TryGetValue(indicator, out var s))
            return table.Column(Header(year, s.Topic, $"Q1_{s.Number}", $"問2-{s.Number} {s.Topic}")).Select(c => Choice(c, blank, Satisfied, dontKnowCounts: false));
        if (Feeling.TryGetValue(indicator, out var f))
            return table.Column(Header(year, f.Topic, $"Q2_{f.Number}", $"問1-{f.Number} {f.Topic}")).Select(c => Choice(c, blank, Agreed, dontKnowCounts: true));
        return indicator switch
        {
            "S1-6-1" => Marks(year, "問3 人権侵害の経験", "Q3_", ["うわさ・悪口・かげ口", "職場や学校でのいやがらせ", "性別を理由とした扱い", "病気や障がいを理由とした扱い", "インターネットへの書き込み", "その他の侵害", "受けたことはない"])
                .Select(m => Marked(m, m.Take(6), whenBlank: RowUse.DenominatorOnly)),
            "X-3" => Marks(year, "問6 市政情報の入手手段", "Q6_", ["SNS", "市ホームページ", "家族や知人", "ケーブルテレビ", "広報紙", "回覧板", "特になし"])
                .Select(m => Marked(m, m.Take(2), whenBlank: RowUse.NoAnswer)),
            "X-5" => StaffMarks(year).Select(m => Marked(m, m.Take(4), whenBlank: RowUse.NoAnswer)),
            "S6-1-2" => Times(year).Select(n => n is null ? RowUse.NoAnswer : n >= 1 ? RowUse.Numerator : RowUse.DenominatorOnly),
            "X-2" => Times(year).Select(n => n is null ? RowUse.NoAnswer : n >= 5 ? RowUse.Numerator : RowUse.DenominatorOnly),
            "S6-5-1" => table.Column(Header(year, "問4-1 窓口・相談等の満足度", "Q5s1", "問5-1 窓口・電話・相談等の満足度"))
                .Zip(Users(year), (c, used) => !used ? RowUse.NotApplicable : Choice(c, blank, Satisfied, dontKnowCounts: true)),
            "S6-5-2" => Staff[year].Column(year == 0 ? "Q1" : "問1 自分の仕事を進めるうえで工夫や改善をしている").Select(c => Choice(c, StaffBlank[year], Agreed, dontKnowCounts: true)),
            "X-1" => Overall(year).Select(c => c == blank ? RowUse.NoAnswer : DontKnow.Contains(c) ? RowUse.DontKnow : c is "普通" or "3" ? RowUse.DenominatorOnly : RowUse.Numerator),
            "X-4" => Overall(year).Zip(Users(year), (c, used) => !used ? RowUse.OutsideCondition : Choice(c, blank, ["満足", "やや満足", "1", "2"], dontKnowCounts: false)),
            _ => throw new ArgumentException($"No naive rule for {indicator}.", nameof(indicator)),
        };
    }

    private static string Header(int year, params string[] headers) => headers[year];

    private static RowUse Choice(string cell, string blank, string[] counted, bool dontKnowCounts) =>
        cell == blank ? RowUse.NoAnswer
        : DontKnow.Contains(cell) ? dontKnowCounts ? RowUse.DenominatorOnly : RowUse.DontKnow
        : counted.Contains(cell) ? RowUse.Numerator : RowUse.DenominatorOnly;

    /// <summary>A mark beside 特になし is a mark: the import keeps such a form as it was filled in, and says so.</summary>
    private static RowUse Marked(bool[] all, IEnumerable<bool> counted, RowUse whenBlank) =>
        !all.Contains(true) ? whenBlank : counted.Contains(true) ? RowUse.Numerator : RowUse.DenominatorOnly;

    private static List<string> Overall(int year) => Citizens[year].Column(Header(year, "問6 暮らし全体の満足度", "Q7", "問7 暮らし全体の満足度"));

    private static IEnumerable<bool> Users(int year) =>
        Citizens[year].Column(Header(year, "問4 窓口・相談等の利用", "Q5", "問5 窓口・電話・相談等の利用")).Select(c => Yes.Contains(c));

    private static IEnumerable<int?> Times(int year) => Citizens[year].Column(Header(year, "", "Q4", "問4 区等の行事に参加した回数"))
        .Select(c => c == CitizenBlank[year] ? (int?)null : int.Parse(c, CultureInfo.InvariantCulture));

    private static IEnumerable<bool[]> Marks(int year, string joined, string prefix, string[] labels)
    {
        if (year == 2) return Citizens[2].Column(joined).Select(c => labels.Select(l => c.Split(';').Contains(l)).ToArray());
        var columns = labels.Select((label, i) => Citizens[year].Column(year == 0 ? label : $"{prefix}{i + 1}")).ToList();
        return Enumerable.Range(0, Citizens[year].Rows).Select(r => columns.Select(c => year == 0 ? c[r].Length > 0 : c[r] == "1").ToArray());
    }

    private static IEnumerable<bool[]> StaffMarks(int year)
    {
        string[] labels = ["庁内の集合研修", "庁外への派遣研修", "eラーニング", "自主研究グループ", "受けていない"];
        if (year == 1) return Staff[1].Column("問3 この1年間に受けた研修").Select(c => labels.Select(l => c.Split(';').Contains(l)).ToArray());
        if (year == 2) return Staff[2].Column("問3 この1年間に受けた研修").Select(c => Enumerable.Range(1, 5).Select(i => c.Split(',').Contains($"{i}")).ToArray());
        var columns = Enumerable.Range(1, 5).Select(i => Staff[0].Column($"Q3_{i}")).ToList();
        return Enumerable.Range(0, Staff[0].Rows).Select(r => columns.Select(c => c[r] == "○").ToArray());
    }
}
