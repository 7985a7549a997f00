using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Tests.Import;

public class RoutingTests
{
    private static readonly CodeBook Book = SampleSurvey.BookOf(
        SampleSurvey.Single("問6", "1 はい", "2 いいえ") with { AskedIf = new AnswerCondition("問5", ["週1回", "2"]) },
        SampleSurvey.Single("問4", "1 はい", "2 いいえ", "8 わからない", "9 無回答"),
        SampleSurvey.Single("問5", "1 週1回", "2 月1回", "3 年1回") with { AskedIf = new AnswerCondition("問4", ["はい"]) });

    [Theory]
    [InlineData("1,1,1", "#0 #0 #0")]
    [InlineData("1,2,", "#0 #1 NoAnswer")]
    [InlineData("1,3,", "#0 #2 NotApplicable")]
    [InlineData("2,,", "#1 NotApplicable NotApplicable")]
    [InlineData(",,", "NoAnswer#3 NotApplicable NotApplicable")]
    [InlineData("8,無回答,無効", "DontKnow#2 NotApplicable NotApplicable")]
    public void Who_was_not_asked_is_not_applicable(string cells, string answers)
    {
        var outcome = SampleSurvey.Read($"番号,問4,問5,問6\n1,{cells}\n", Book);
        Assert.Equal(answers, $"{outcome.Answers("問4")} {outcome.Answers("問5")} {outcome.Answers("問6")}");
        Assert.False(outcome.Report.ProblemCounts.ContainsKey("SC-I215"));
    }

    [Fact]
    public void Answers_of_those_not_asked_become_not_applicable_with_a_warning()
    {
        var outcome = SampleSurvey.Read("番号,問4,問5,問6\n1,2,1,1\n2,2,1,\n3,1,1,1\n", Book);
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 C列「問5」: 対象条件「問4=はい」にあたらない人の回答があります。非該当として数えます。ほかに1件あります。回答票と符号表の「対象条件」を確認してください。[SC-I215]",
             "住民意識調査R8.csv 2行目 D列「問6」: 対象条件「問5=週1回|2」にあたらない人の回答があります。非該当として数えます。回答票と符号表の「対象条件」を確認してください。[SC-I215]"],
            outcome.Messages());
        Assert.Equal(3, outcome.Report.ProblemCounts["SC-I215"]);
        Assert.Equal("NotApplicable NotApplicable #0", outcome.Answers("問5"));
        Assert.Equal("NotApplicable NotApplicable #0", outcome.Answers("問6"));
    }

    [Fact]
    public void A_multiple_answer_source_asks_when_any_of_its_marks_does()
    {
        var book = SampleSurvey.BookOf(
            SampleSurvey.Joined("問1", "1 道路", "2 公園"),
            SampleSurvey.Numeric("問2") with { AskedIf = new AnswerCondition("問1", ["公園"]) });
        var outcome = SampleSurvey.Read("番号,問1,問2\n1,1;2,5\n2,1,\n", book);
        Assert.Equal("5 NotApplicable", outcome.Answers("問2"));
    }
}
