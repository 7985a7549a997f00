using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Definitions.Formulas;
using SurveyCalc.Indicators.Waves;
using static SurveyCalc.Tests.Definitions.Formulas.FormulaSurvey;

namespace SurveyCalc.Tests.Definitions.Formulas;

public sealed class FormulaReaderTests
{
    [Theory]
    [InlineData("評価", "満足＋どちらかといえば満足÷有効回答者数", "問12で「満足」「どちらかといえば満足」を選んだ人 ÷ 無回答を除く回答者 × 100（%）")]
    [InlineData("満足", "満足、やや満足の合計", "問1で「満足」「やや満足」を選んだ人の割合（分母の記載なし）")]
    [InlineData("媒体", "広報紙または回覧板（無回答を含む）", "問6で「広報紙」「回覧板」のいずれかを選んだ人 ÷ 無回答を含む回答者 × 100（%）")]
    [InlineData("回数", "年5回以上（無回答を除く）", "問7で数が5以上の人 ÷ 無回答を除く回答者 × 100（%）")]
    [InlineData("回数", "利用回数の平均", "問7に答えた数の平均（分母の記載なし）")]
    [InlineData("経路", "満足−不満（無回答を除く）", "問5で「満足」を選んだ人から「不満」を選んだ人を引いた数 ÷ 無回答を除く回答者 × 100（ポイント）")]
    [InlineData("経路", "満足2点、不満−1.5点の平均", "問5で「満足」を2点、「不満」を−1.5点とした平均点（分母の記載なし）")]
    public void A_rule_is_echoed_as_one_standard_sentence(string question, string text, string expected) => Assert.Equal(expected, Read(question, text).Canonical);

    [Fact]
    public void A_base_that_is_not_stated_stays_open_and_is_said()
    {
        var read = Read("満足", "満足、やや満足の合計");
        Assert.Null(read.Bound!.Base);
        Assert.Equal(["分母は書かれていません。無回答とわからないを含むかどうかを選んでください。"], read.Notes);
    }

    [Fact]
    public void A_person_chooses_the_base_that_the_text_leaves_open()
    {
        var read = FormulaReader.Read("満足−不満", CodeBook, "問1", BaseRule.Substantive);
        Assert.Equal("満足−不満 ÷ わからないも除く", Outcome(read));
        Assert.Equal("SC-F022", FormulaReader.Read("満足（無回答を含む）", CodeBook, "問1", BaseRule.Substantive).Refusal!.Code);
        Assert.Equal("満足 ÷ 無回答を含む", Outcome(FormulaReader.Read("満足（無回答を含む）", CodeBook, "問1", BaseRule.Everybody)));
    }

    [Fact]
    public void A_net_score_is_a_rule_in_points_whatever_its_base()
    {
        var read = Read("満足", "満足−不満");
        Assert.Equal(new AggregationRule.NetScore(new ChoiceList("満足"), new ChoiceList("不満")), read.Bound!.Rule);
        Assert.Null(read.Bound.Base);
        Assert.Equal([0, 4], read.Bound.Choices);
        Assert.Contains("差は、差引スコア(−100から+100のポイント)として計算します。", read.Notes);
    }

    [Fact]
    public void Any_choice_of_a_multiple_answer_question_is_every_substantive_one_but_none()
    {
        var read = Read("媒体", "いずれかを選んだ人（無回答を含む）");
        Assert.Equal([0, 1, 2], read.Bound!.Choices);
        Assert.Equal("問6でいずれかを選んだ人 ÷ 無回答を含む回答者 × 100（%）", read.Canonical);
        Assert.Equal(["「いずれか」を、「広報紙」「SNS、ホームページ」「回覧板」のいずれかと読みました(「どれも利用していない」は排他なので数えません)。"], read.Notes);
    }

    [Fact]
    public void Any_choice_is_refused_while_the_code_book_leaves_it_open_whether_one_says_none()
    {
        var open = CodeBook.Find("問6")!;
        var book = new SurveyCalc.Indicators.CodeBooks.CodeBook(CodeBook.Wave, [open with { Choices = [.. open.Choices.Select(c => c with { IsExclusive = false })] }]);
        Assert.Equal(
            "設問「問6」の「どれも利用していない」は「どれも選ばない」の意味のようですが、符号表で排他とされていないので、「いずれか」に入るか決まりません。符号表の区分に「排他」と書くか、数える選択肢を1つずつ書いてください。[SC-F027]",
            FormulaReader.Read("いずれかを選んだ人", book, "問6").Refusal!.ToString());
    }

    [Fact]
    public void A_bound_rule_counts_the_answers_of_its_choices()
    {
        var read = Read("満足", "満足、やや満足の合計÷無回答を除く回答者数");
        var indicator = new Indicator
        {
            Code = "1",
            Name = "満足度",
            Survey = CodeBook.Wave.Survey,
            Question = read.Bound!.Question,
            Rule = read.Bound.Rule!,
            Base = read.Bound.Base!,
            Unit = "%",
            Direction = Direction.HigherIsBetter,
            Decimals = 1,
        };
        Assert.True(BoundRule.TryBind(indicator, CodeBook, out var bound, out var reason), reason);
        Assert.Equal(read.Bound.Choices, bound.Choices);
        var answers = Enumerable.Range(0, 7).Select(i => Answer.Chosen(i, CodeBook.Find("問1")!.Choices[i].Role)).ToList();
        Assert.Equal((2, 6), (answers.Count(bound.InNumerator), answers.Count(bound.InBase)));
    }

    [Fact]
    public void Valid_answers_are_said_to_be_taken_without_no_answer() =>
        Assert.StartsWith("分母「有効回答者数」を、無回答と無効を除く回答者と読みました。", Assert.Single(Read("評価", "満足÷有効回答者数").Notes), StringComparison.Ordinal);

    [Fact]
    public void An_unbound_text_says_that_it_is_not_bound()
    {
        var read = FormulaReader.Read("「区長」「組長」と回答した人の割合");
        Assert.Null(read.Bound);
        Assert.Equal(["区長", "組長"], read.Formula!.Meaning.AllLabels);
        Assert.Contains("符号表の設問に結び付けていません。まだ計算できません。", read.Notes);
    }

    [Fact]
    public void A_label_with_another_code_before_it_is_not_that_choice()
    {
        Assert.Equal("満足 ÷ ?", Outcome(Read("満足", "1.満足の割合")));
        Assert.Equal("SC-F007", Outcome(Read("満足", "2.満足の割合")));
    }

    [Theory]
    [InlineData("満足", "満足、やや満足の合計÷回答者数", "分母「回答者数」に無回答が入るかどうか、書かれていません。「無回答を除く回答者」「無回答を含む回答者」「無回答とわからないを除く回答者」のように、無回答の扱いを書いてください。[SC-F010]")]
    [InlineData("満足", "肯定的回答の割合", "「肯定的回答」がどの選択肢を指すか、1つに決まりません(普通を含むかどうかは市や設問で違います)。数える選択肢を「満足」「やや満足」を選んだ人の割合、のように1つずつ書いてください。[SC-F006]")]
    [InlineData("評価", "普通、満足の合計", "「普通」は設問「問12」の選択肢になく、「どちらともいえない」と同じとみなす取り決めもありません。同じものなら「どちらともいえない」と書き直してください。違うものなら設問を確かめてください。[SC-F009]")]
    [InlineData("媒体", "広報紙、回覧板の合計", "設問「問6」は複数回答なので、選択肢を並べただけでは、いずれかを選んだ人か、すべてを選んだ人か、割合の合計か決まりません。いずれかを選んだ人を数えるなら「…のいずれかを選んだ人」と書いてください。[SC-F014]")]
    [InlineData("満足", "満足度調査", "「満足度」がどの選択肢を指すか、1つに決まりません(普通を含むかどうかは市や設問で違います)。数える選択肢を「満足」「やや満足」を選んだ人の割合、のように1つずつ書いてください。[SC-F006]")]
    public void A_refusal_says_why_and_what_to_do(string question, string text, string expected) => Assert.Equal(expected, Read(question, text).Refusal!.ToString());

    [Fact]
    public void A_question_that_the_code_book_lacks_is_a_refusal() =>
        Assert.Equal("SC-F023", FormulaReader.Read("満足", CodeBook, "問77").Refusal!.Code);

    [Fact]
    public void A_text_may_have_200_characters_and_no_more()
    {
        Assert.NotEqual("SC-F002", Read("満足", "満足" + new string('　', 198)).Refusal?.Code);
        Assert.Equal("SC-F002", Read("満足", "満足" + new string('　', 199)).Refusal!.Code);
    }
}
