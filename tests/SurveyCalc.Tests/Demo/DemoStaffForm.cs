namespace SurveyCalc.Tests.Demo;

/// <summary>The questionnaire of the staff survey in one year, filled in by its people.</summary>
internal sealed class DemoStaffForm
{
    private static readonly string[] Departments = ["総務・企画", "市民・福祉", "経済・建設", "上下水道", "教育", "その他の部門"];
    private static readonly string[] Ages = ["20代以下", "30代", "40代", "50代以上"];
    private static readonly string[] Courses = ["庁内の集合研修", "庁外への派遣研修", "eラーニング", "自主研究グループ"];

    /// <summary>S6-5-2. Base: 無回答を除く. 227/349 = 65.0, 262/343 = 76.4, 277/357 = 77.6.</summary>
    private static readonly DemoTopic Improving =
        new("実感_工夫改善", "自分の仕事を進めるうえで工夫や改善をしている", new(3, 11, 227), new(5, 8, 262), new(4, 7, 277), 100);

    /// <summary>No indicator uses it.</summary>
    private static readonly DemoTopic Asking =
        new("実感_相談しやすさ", "職場で困ったときに相談しやすい", new(4, 9, 214), new(6, 7, 221), new(5, 6, 236), 0, 2);

    private readonly int year;
    private readonly DemoPeople people;
    private readonly DemoDealer dealer;
    private readonly DemoPaper paper;
    private readonly DemoAnswer[] department;
    private readonly DemoAnswer[] age;
    private readonly DemoAnswer[] sex;

    public DemoStaffForm(int year, DemoPeople people, DemoDealer dealer)
    {
        (this.year, this.people, this.dealer) = (year, people, dealer);
        paper = new DemoPaper(year == 2019 ? DemoNumbering.Codes : DemoNumbering.Texts);
        department = dealer.Attribute(4, 70, 92, 74, 34, 58, 20);
        age = dealer.Attribute(3, 66, 92, 104, 86);
        sex = dealer.Attribute(5, 184, 158, 4);
    }

    public IEnumerable<DemoQuestion> Questions() =>
    [
        Face(1, "所属", DemoChoice.Numbered(Departments), department),
        Face(2, "年代", DemoChoice.Numbered(Ages), age),
        Face(3, "性別", DemoChoice.Numbered("男性", "女性", "その他・答えたくない"), sex),
        Agreement(Improving, "1"),
        Agreement(Asking, "2"),
        Trained("3"),
        new()
        {
            Id = "自由意見",
            Text = "ご意見をお書きください",
            Kind = "自由記述",
            Column = paper.Question("4", "自由意見"),
            Answers = dealer.Texts(DemoRemarks.Staff, 18),
        },
    ];

    private DemoQuestion Face(int number, string id, IReadOnlyList<DemoChoice> choices, DemoAnswer[] answers) =>
        new() { Id = id, Text = id, Kind = "属性", Column = paper.Face(number, id), Choices = choices, Answers = answers };

    private DemoQuestion Agreement(DemoTopic topic, string number) => new()
    {
        Id = topic.Id,
        Text = topic.Title,
        Kind = "SA",
        Column = paper.Question(number, topic.Title),
        Choices = DemoScale.Agreement.Choices,
        Answers = dealer.Scale(DemoScale.Agreement, topic.In(year)!, i => topic.AgeTilt * age[i].Values.FirstOrDefault(2) - (department[i].Values.FirstOrDefault(-2) == topic.WeakDistrict ? 900 : 0)),
    };

    /// <summary>For X-5. Courses moved from the classroom to the screen in 令和2年度.</summary>
    private DemoQuestion Trained(string number)
    {
        var tally = year switch { 2019 => new DemoTally(4, 0, 231), 2020 => new(5, 0, 176), _ => new(6, 0, 249) };
        var question = new DemoQuestion
        {
            Id = "研修",
            Text = "この1年間に受けた研修(あてはまるものすべて)",
            Kind = "MA",
            Column = paper.Question(number, "この1年間に受けた研修"),
            Choices = [.. DemoChoice.Numbered(Courses), new DemoChoice("5", "受けていない", "排他")],
            Answers = dealer.Marks(tally, year == 2019 ? [60, 22, 10, 8] : [42, 6, 44, 8], i => -people.Mood[i], 14),
        };
        dealer.Contradict(question, year == 2020 ? 0 : 1);
        return question;
    }
}
