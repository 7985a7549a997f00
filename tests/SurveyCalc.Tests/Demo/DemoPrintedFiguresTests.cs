using System.Globalization;

namespace SurveyCalc.Tests.Demo;

/// <summary>The shipped answers give the figures of the source document, counted by hand from the cells.</summary>
public sealed class DemoPrintedFiguresTests
{
    private static readonly NaiveTable CitizensR1 = new("市民意識調査_令和元年度.csv", 932, ',', 2);
    private static readonly NaiveTable CitizensR2 = new("市民意識調査_令和2年度.csv", 65001, ',', 1);
    private static readonly NaiveTable CitizensR3 = new("市民意識調査_令和3年度.csv", 65001, ',', 1);
    private static readonly NaiveTable StaffR1 = new("職員意識調査_令和元年度.csv", 932, ',', 1);
    private static readonly NaiveTable StaffR2 = new("職員意識調査_令和2年度.csv", 65001, '\t', 1);
    private static readonly NaiveTable StaffR3 = new("職員意識調査_令和3年度.csv", 65001, ';', 1);

    [Fact]
    public void As_many_people_answered_as_the_README_says()
    {
        Assert.Equal([1043, 1012, 987], new[] { CitizensR1.Rows, CitizensR2.Rows, CitizensR3.Rows });
        Assert.Equal([352, 348, 361], new[] { StaffR1.Rows, StaffR2.Rows, StaffR3.Rows });
    }

    [Theory]
    [InlineData("子育てしやすい環境づくり", "Q1_1", "55.8", "55.2")] // 1-2-1
    [InlineData("芸術・文化に親しむ機会の充実", "Q1_2", "65.0", "61.1")] // 1-3-2
    [InlineData("伝統行事や文化財の保存・活用の状況", "Q1_3", "67.3", "69.3")] // 1-4-1
    [InlineData("スポーツ・レクリエーションの環境づくり", "Q1_4", "54.5", "55.7")] // 1-5-1
    [InlineData("環境保全やごみ対策など環境衛生の取り組み", "Q1_5", "76.8", "76.7")] // 2-2-3
    [InlineData("下水道・浄化槽などによる水洗化の促進", "Q1_6", "78.1", "76.3")] // 2-3-3
    [InlineData("障がいのある人への福祉サービス", "Q1_7", "46.8", "48.7")] // 3-2-2
    [InlineData("生活道路の維持・補修", "Q1_8", "45.5", "45.3")] // 5-2-2
    [InlineData("安定した水道水の供給", "Q1_9", "83.5", "85.8")] // 5-3-1
    [InlineData("防災への取り組み", "Q1_10", "71.0", "74.9")] // 5-4-1
    public void Satisfaction_is_top_three_of_those_who_gave_a_view(string r1, string r2, string baseline, string actual)
    {
        Assert.Equal(baseline, Percent(CitizensR1.Column(r1), ["満足", "やや満足", "普通"], ["", "わからない"]));
        Assert.Equal(actual, Percent(CitizensR2.Column(r2), ["1", "2", "3"], ["99", "6"]));
    }

    [Theory]
    [InlineData("安心して医療が受けられる", "Q2_3", "66.3", "71.9")] // 3-1-3
    [InlineData("地域で支え合っている", "Q2_4", "44.2", "45.3")] // 3-2-1
    [InlineData("市民参加型の会議等の機会が適切に提供されている", "Q2_5", "18.5", "12.9")] // 6-1-1
    public void Agreement_is_top_two_of_those_who_answered(string r1, string r2, string baseline, string actual)
    {
        Assert.Equal(baseline, Percent(CitizensR1.Column(r1), ["そう思う", "ややそう思う"], [""]));
        Assert.Equal(actual, Percent(CitizensR2.Column(r2), ["1", "2"], ["99"]));
    }

    [Theory]
    [InlineData("Q2_1", "31.9")] // 1-3-1
    [InlineData("Q2_2", "31.9")] // 1-5-2
    public void New_questions_begin_in_the_second_wave(string r2, string actual) =>
        Assert.Equal(actual, Percent(CitizensR2.Column(r2), ["1", "2"], ["99"]));

    [Fact]
    public void Infringed_is_anybody_with_a_mark_among_all()
    {
        // 1-6-1
        string[] labels = ["うわさ・悪口・かげ口", "職場や学校でのいやがらせ", "性別を理由とした扱い", "病気や障がいを理由とした扱い", "インターネットへの書き込み", "その他の侵害"];
        var r1 = labels.Select(CitizensR1.Column).ToList();
        var r2 = Enumerable.Range(1, 6).Select(i => CitizensR2.Column($"Q3_{i}")).ToList();
        Assert.Equal("9.8", Percent(Enumerable.Range(0, CitizensR1.Rows).Count(i => r1.Any(column => column[i].Length > 0)), CitizensR1.Rows));
        Assert.Equal("8.3", Percent(Enumerable.Range(0, CitizensR2.Rows).Count(i => r2.Any(column => column[i] == "1")), CitizensR2.Rows));
    }

    [Fact]
    public void Taking_part_is_at_least_once()
    {
        // 6-1-2
        var times = CitizensR2.Column("Q4").Where(cell => cell != "99").Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal("58.3", Percent(times.Count(n => n >= 1), times.Count));
    }

    [Fact]
    public void Only_those_who_used_the_counters_judge_them()
    {
        // 6-5-1
        var r1 = Asked(CitizensR1.Column("問4 窓口・相談等の利用"), "はい", CitizensR1.Column("問4-1 窓口・相談等の満足度"));
        var r2 = Asked(CitizensR2.Column("Q5"), "1", CitizensR2.Column("Q5s1"));
        Assert.Equal("76.1", Percent(r1, ["満足", "やや満足", "普通"], [""]));
        Assert.Equal("75.5", Percent(r2, ["1", "2", "3"], ["99"]));
    }

    [Fact]
    public void Staff_who_improve_their_work_are_top_two()
    {
        // 6-5-2
        Assert.Equal("65.0", Percent(StaffR1.Column("Q1"), ["1", "2"], ["9"]));
        Assert.Equal("76.4", Percent(StaffR2.Column("問1 自分の仕事を進めるうえで工夫や改善をしている"), ["そう思う", "ややそう思う"], [""]));
    }

    [Fact]
    public void One_printed_figure_is_an_exact_tie()
    {
        var cells = CitizensR2.Column("Q1_6").Where(cell => cell is not ("99" or "6")).ToList();
        Assert.Equal((732, 960), (cells.Count(cell => cell is "1" or "2" or "3"), cells.Count));
    }

    [Fact]
    public void Some_forms_contradict_themselves()
    {
        var r3 = CitizensR3.Column("問6 市政情報の入手手段");
        Assert.Equal(2, r3.Count(cell => cell.Contains("特になし", StringComparison.Ordinal) && cell.Contains(';', StringComparison.Ordinal)));
        Assert.Equal(2, CitizensR2.Column("Q5").Zip(CitizensR2.Column("Q5s1")).Count(pair => pair is { First: not "1", Second: not "88" }));
        Assert.Equal(1, StaffR3.Column("問3 この1年間に受けた研修").Count(cell => cell.EndsWith(",5", StringComparison.Ordinal)));
    }

    private static List<string> Asked(List<string> filter, string yes, List<string> cells) => [.. cells.Where((_, i) => filter[i] == yes)];

    private static string Percent(List<string> cells, string[] counted, string[] leftOut) =>
        Percent(cells.Count(counted.Contains), cells.Count(cell => !leftOut.Contains(cell)));

    /// <summary>One decimal, half away from zero, in whole numbers.</summary>
    private static string Percent(int part, int whole)
    {
        var tenths = (2000 * part + whole) / (2 * whole);
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}");
    }
}
