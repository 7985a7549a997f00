using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Tests.Import;

public class MarkTests
{
    private static Question Columns(QuestionKind kind, params Choice[] choices) => new() { Id = "問2", Series = "問2", Kind = kind, Choices = choices };

    private static readonly Question Multiple = Columns(
        QuestionKind.MultipleChoice, new("1", "道路", Column: "a"), new("2", "公園", Column: "b"), new("3", "特になし", Column: "c"));

    private static ImportOutcome Read(string rows, Question? question = null, ImportProfile? profile = null) =>
        SampleSurvey.Read("番号,a,b,c\n" + rows, SampleSurvey.BookOf(question ?? Multiple), profile);

    private static ImportOutcome ReadJoined(string cell, ImportProfile? profile = null, params string[] choices) => SampleSurvey.Read(
        $"番号\t問2\n1\t{cell}\n",
        SampleSurvey.BookOf(SampleSurvey.Joined("問2", choices.Length > 0 ? choices : ["1 道路", "2 公園", "3 その他(士業;農林業など)", "4 特になし", "9 無回答"])),
        profile);

    [Theory]
    [InlineData("1,1,", "{0,1}")]
    [InlineData("○,0,0", "{0}")]
    [InlineData("道路,,", "{0}")]
    [InlineData("選択,非選択,非選択", "{0}")]
    [InlineData(",2,", "{1}")]
    [InlineData(",,", "NoAnswer")]
    [InlineData(",　,", "NoAnswer")]
    [InlineData("無回答,無回答,無回答", "NoAnswer")]
    [InlineData("非該当,非該当,非該当", "NotApplicable")]
    [InlineData("非該当,無回答,非該当", "NoAnswer")]
    [InlineData("無効,,", "Invalid")]
    [InlineData("非該当,1,", "{1}")]
    public void Marks_in_columns_are_read(string cells, string answer)
    {
        var outcome = Read($"1,{cells}\n");
        Assert.Equal(answer, outcome.Answers("問2"));
        Assert.True(outcome.Report.ProblemCounts.Keys.All(code => code == "SC-I216"));
    }

    [Fact]
    public void Block_without_a_mark_may_mean_none_chosen()
    {
        var profile = SampleSurvey.Profile with { UnmarkedBlock = UnmarkedBlock.NoneChosen, UnmarkedValues = ["0"] };
        Assert.Equal("0 NoAnswer {0}", Read("1,0,0,0\n2,,,\n3,1,0,0\n", profile: profile).Answers("問2"));
    }

    [Fact]
    public void Exclusive_choice_beside_others_is_kept_and_flagged()
    {
        var outcome = Read("1,1,,1\n2,,1,1\n3,,,1\n");
        Assert.Equal("{0,2} {1,2} {2}", outcome.Answers("問2"));
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 D列「c」: 「特になし」とほかの選択肢に、ともに印があります。どちらも回答のまま残します。ほかに1件あります。回答票を確認してください。[SC-I214]"],
            outcome.Messages());
        Assert.Equal(2, outcome.Report.ProblemCounts["SC-I214"]);
    }

    [Fact]
    public void Choice_of_another_role_marked_alone_has_that_role()
    {
        var question = Columns(QuestionKind.MultipleChoice,
            new("1", "道路", Column: "a"), new("8", "わからない", AnswerRole.DontKnow, "b"), new("9", "無回答", AnswerRole.NoAnswer, "c"));
        var outcome = Read("1,1,,\n2,,1,\n3,,,1\n4,1,,1\n5,,,\n", question);
        Assert.Equal("{0} DontKnow{1} NoAnswer{2} {0,2} NoAnswer{2}", outcome.Answers("問2"));
        Assert.Equal(1, outcome.Report.ProblemCounts["SC-I214"]);
    }

    [Fact]
    public void Mark_outside_the_profile_is_refused()
    {
        var outcome = Read("1,5,,\n");
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 B列「a」: 値「5」は、選択の印か非選択の印か決められません(選択の印 1・○・◯・Y・選択、非選択の印 空欄・0・N・非選択・Not selected)。回答票を確認し、直して再度取り込んでください。[SC-I206]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Marks_written_unusually_are_read_with_a_warning()
    {
        var outcome = Read("1,1.0,0.0,１\n");
        Assert.Equal("{0,2}", outcome.Answers("問2"));
        Assert.Equal(3, outcome.Report.ProblemCounts["SC-I213"]);
    }

    [Fact]
    public void Single_choice_in_columns_takes_one_mark_and_refuses_two()
    {
        var question = Columns(QuestionKind.SingleChoice, new("1", "道路", Column: "a"), new("2", "公園", Column: "b"), new("9", "無回答", AnswerRole.NoAnswer, "c"));
        Assert.Equal("#0 NoAnswer#2 NoAnswer#2", Read("1,○,,\n2,,,\n3,,,○\n", question).Answers("問2"));
        var refused = Read("1,○,○,\n", question);
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 B列「a」: 1つだけ選ぶ設問で、「道路」と「公園」に印があります。回答票を確認し、直して再度取り込んでください。[SC-I205]"],
            refused.Messages());
        Assert.Null(refused.Snapshot);
        var counted = Read("1,○,○,\n2,○,,\n", question, SampleSurvey.Profile with { UnknownCells = UnknownCellPolicy.CountAsInvalid, FaultyRowLimit = 0.5 });
        Assert.Equal("Invalid #0", counted.Answers("問2"));
    }

    [Theory]
    [InlineData("1;2", "{0,1}")]
    [InlineData("道路;公園;", "{0,1}")]
    [InlineData("公園；道路", "{0,1}")]
    [InlineData(" 道路 ; 公園 ", "{0,1}")]
    [InlineData("その他(士業;農林業など);道路", "{0,2}")]
    [InlineData("その他（士業；農林業など）", "{2}")]
    [InlineData("", "NoAnswer{4}")]
    [InlineData(";", "NoAnswer{4}")]
    [InlineData("無回答", "NoAnswer{4}")]
    [InlineData("非該当", "NotApplicable")]
    public void Marks_in_one_cell_are_read(string cell, string answer) => Assert.Equal(answer, ReadJoined(cell).Answers("問2"));

    [Theory]
    [InlineData(", ", "道路, 公園")]
    [InlineData("\n", "\"道路\n公園\"")]
    [InlineData(" ", "道路 公園")]
    [InlineData("、", "道路、公園")]
    public void Marks_are_separated_as_the_profile_says(string separator, string cell) =>
        Assert.Equal("{0,1}", ReadJoined(cell, SampleSurvey.Profile with { MarkSeparator = separator }).Answers("問2"));

    [Fact]
    public void Unknown_part_of_a_joined_cell_is_refused()
    {
        var outcome = ReadJoined("道路;公圏;");
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 B列「問2」: 値「道路;公圏;」のうち「公圏」は選択肢にありません。「公園」ではありませんか。回答票を確認し、直して再度取り込んでください。[SC-I207]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Exclusive_choice_in_a_joined_cell_is_kept_and_flagged()
    {
        var outcome = ReadJoined("道路;特になし");
        Assert.Equal("{0,3}", outcome.Answers("問2"));
        Assert.Equal(["SC-I214"], outcome.Report.ProblemCounts.Keys);
    }

    [Fact]
    public void A_cell_of_only_separators_takes_bounded_time()
    {
        var outcome = ReadJoined(new string(';', 60_000));
        Assert.Equal(["SC-I207"], outcome.Report.ProblemCounts.Keys);
    }
}
