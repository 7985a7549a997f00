namespace SurveyCalc.Tests.Demo;

/// <summary>The questionnaire of the citizens' survey in one year, filled in by its people.</summary>
internal sealed class DemoCitizenForm
{
    private static readonly string[] Districts = ["本町地区", "川端地区", "緑ヶ丘地区", "東原地区", "西山地区", "湖畔地区"];
    private static readonly string[] Ages = ["18～29歳", "30～39歳", "40～49歳", "50～59歳", "60～69歳", "70歳以上"];
    private static readonly string[] Channels = ["SNS", "市ホームページ", "家族や知人", "ケーブルテレビ", "広報紙", "回覧板"];

    private static readonly string[] Infringements =
        ["うわさ・悪口・かげ口", "職場や学校でのいやがらせ", "性別を理由とした扱い", "病気や障がいを理由とした扱い", "インターネットへの書き込み", "その他の侵害"];

    private readonly int year;
    private readonly DemoPeople people;
    private readonly DemoDealer dealer;
    private readonly DemoPaper paper;
    private readonly DemoAnswer[] sex;
    private readonly DemoAnswer[] age;
    private readonly DemoAnswer[] district;

    public DemoCitizenForm(int year, DemoPeople people, DemoDealer dealer)
    {
        (this.year, this.people, this.dealer) = (year, people, dealer);
        paper = new DemoPaper(year switch { 2019 => DemoNumbering.TwoRows, 2020 => DemoNumbering.Codes, _ => DemoNumbering.Texts });
        sex = dealer.Attribute(6, 462, 525, 13);
        age = dealer.Attribute(5, 76, 110, 156, 178, 224, 256);
        district = dealer.Attribute(9, 270, 190, 205, 160, 95, 80);
    }

    /// <summary>The questions in printed order. 令和3年度 asks the grids the other way round, so their numbers move.</summary>
    public IEnumerable<DemoQuestion> Questions()
    {
        var satisfaction = Grid(year == 2021 ? "2" : "1", "市の取り組みの満足度", DemoScale.Satisfaction, DemoTopics.Satisfaction);
        var agreement = Grid(year == 2021 ? "1" : "2", "日ごろの実感", DemoScale.Agreement, DemoTopics.Agreement);
        var next = year == 2019 ? 4 : 5;
        return
        [
            Face(1, "性別", DemoChoice.Numbered("男性", "女性", "その他・答えたくない"), sex),
            Face(2, "年代", DemoChoice.Numbered(Ages), age),
            Face(3, "地区", DemoChoice.Numbered(Districts), district),
            .. year == 2021 ? [.. agreement, .. satisfaction] : (IEnumerable<DemoQuestion>)[.. satisfaction, .. agreement],
            Infringed("3"),
            .. year == 2019 ? [] : (IEnumerable<DemoQuestion>)[TakingPart("4")],
            .. Counters($"{next}"),
            Informed($"{next + 1}"),
            Scale(DemoTopics.Life, DemoScale.Satisfaction, paper.Question($"{next + 2}", "暮らし全体の満足度"), DemoTopics.Life.Title),
            Remarks($"{next + 3}"),
            .. year == 2021 ? (IEnumerable<DemoQuestion>)[Unlisted()] : [],
        ];
    }

    private DemoQuestion Face(int number, string id, IReadOnlyList<DemoChoice> choices, DemoAnswer[] answers) =>
        new() { Id = id, Text = id, Kind = "属性", Column = paper.Face(number, id), Choices = choices, Answers = answers };

    private List<DemoQuestion> Grid(string number, string title, DemoScale scale, DemoTopic[] topics) =>
        [.. topics.Where(topic => topic.In(year) is not null).Select((topic, i) => Scale(topic, scale, paper.Line(number, i + 1, title, topic.Title), $"{title}: {topic.Title}"))];

    private DemoQuestion Scale(DemoTopic topic, DemoScale scale, string column, string text) => new()
    {
        Id = topic.Id,
        Text = text,
        Kind = "SA",
        Column = column,
        Choices = scale.Choices,
        Answers = dealer.Scale(scale, topic.In(year)!, i => topic.AgeTilt * AgeOf(i) - (district[i].Values.FirstOrDefault(-2) == topic.WeakDistrict ? 900 : 0)),
    };

    /// <summary>S1-6-1. Base: 無回答を含む. 102/1043 = 9.8, 84/1012 = 8.3, 74/987 = 7.5.</summary>
    private DemoQuestion Infringed(string number) => new()
    {
        Id = "人権侵害",
        Text = "1年以内に、差別や偏見など人権を侵害されたことがありますか(あてはまるものすべて)",
        Kind = "MA",
        Column = paper.Question(number, "人権侵害の経験"),
        Choices = [.. DemoChoice.Numbered(Infringements), new DemoChoice("7", "受けたことはない", "排他")],
        Answers = dealer.Marks(In(new(25, 0, 102), new(22, 0, 84), new(20, 0, 74)), [30, 26, 12, 11, 13, 8], i => -people.Mood[i] - 400 * AgeOf(i), 12),
    };

    /// <summary>S6-1-2, asked from 令和2年度. Base: 無回答を除く. 1回以上 577/990 = 58.3, 478/960 = 49.8.</summary>
    private DemoQuestion TakingPart(string number) => new()
    {
        Id = "行事参加回数",
        Text = "過去3年以内に、区等で開催された行事や活動に何回参加しましたか(参加していなければ0)",
        Kind = "数値",
        Column = paper.Question(number, "区等の行事に参加した回数"),
        Answers = dealer.Number(year == 2020 ? new(22, 0, 577) : new(27, 0, 478), [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 24], [24, 18, 15, 8, 8, 7, 4, 7, 4, 3, 1, 1]),
    };

    /// <summary>
    /// S6-5-1. Base: those who used the service, 無回答を除く. 464/610 = 76.1, 429/568 = 75.5, 460/596 = 77.2.
    /// 令和3年度 adds 電話 to the wording: another series.
    /// </summary>
    private DemoQuestion[] Counters(string number)
    {
        var place = year == 2021 ? "窓口・電話・相談等" : "窓口・相談等";
        var used = new DemoQuestion
        {
            Id = "窓口利用",
            Text = $"過去1年間に市役所の{place}のサービスを利用しましたか",
            Kind = "SA",
            Column = paper.Question(number, $"{place}の利用"),
            Choices = DemoChoice.Numbered("はい", "いいえ"),
            Series = year == 2021 ? "窓口利用_電話を含む" : "",
            Answers = dealer.YesNo(In(new(21, 0, 620), new(19, 0, 575), new(18, 0, 605))),
        };
        var asked = Enumerable.Range(0, people.Count).Where(i => used.Answers[i].Values is [0]).ToArray();
        var judged = new DemoQuestion
        {
            Id = "満足_窓口",
            Text = $"(利用した方に)市役所の{place}のサービスの満足度",
            Kind = "SA",
            Column = paper.Question($"{number}-1", $"{place}の満足度"),
            Choices = DemoScale.Service.Choices,
            AskedIf = "窓口利用=はい",
            Series = year == 2021 ? "満足_窓口_電話を含む" : "",
            Answers = dealer.Scale(DemoScale.Service, In(new(10, 0, 464), new(7, 0, 429), new(9, 0, 460)), _ => 0, asked),
        };
        dealer.AnswerUnasked(judged, year == 2021 ? 1 : 2);
        return [used, judged];
    }

    /// <summary>For X-3. SNS and the web lead among the young, the circulating notice among the old.</summary>
    private DemoQuestion Informed(string number)
    {
        var question = new DemoQuestion
        {
            Id = "情報入手手段",
            Text = "市政の情報を何から得ていますか(あてはまるものすべて)",
            Kind = "MA",
            Column = paper.Question(number, "市政情報の入手手段"),
            Choices = [.. DemoChoice.Numbered(Channels), new DemoChoice("7", "特になし", "排他")],
            Answers = dealer.Marks(In(new(18, 0, 964), new(15, 0, 943), new(14, 0, 924)), year == 2021 ? [12, 15, 9, 9, 38, 17] : [8, 12, 9, 11, 41, 19], i => -900 * AgeOf(i), 15),
        };
        dealer.Contradict(question, year == 2020 ? 3 : 2);
        return question;
    }

    private DemoQuestion Remarks(string number) => new()
    {
        Id = "自由意見",
        Text = "ご意見をお書きください",
        Kind = "自由記述",
        Column = paper.Question(number, "自由意見"),
        Answers = dealer.Texts(year == 2021 ? [.. DemoRemarks.Citizens, .. DemoRemarks.WithLineBreaks] : DemoRemarks.Citizens, 64),
    };

    /// <summary>A column that the code book does not list: the product leaves it in the file.</summary>
    private DemoQuestion Unlisted() =>
        new() { Id = "回答方法", Text = "", Kind = "", Column = "回答方法", Choices = DemoChoice.Numbered("郵送", "電子申請"), Answers = dealer.Attribute(0, 3, 1) };

    private DemoTally In(DemoTally r1, DemoTally r2, DemoTally r3) => year switch { 2019 => r1, 2020 => r2, _ => r3 };

    private int AgeOf(int respondent) => age[respondent].Values.FirstOrDefault(3);
}
