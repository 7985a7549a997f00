using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Definitions.Notations;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Definitions.Notations;

public sealed class PrintedValueTests
{
    [Theory]
    [InlineData("５０．０％以上", Comparison.AtLeast, "50.0", "%")]
    [InlineData("50.0%　以上", Comparison.AtLeast, "50.0", "%")]
    [InlineData("≥80%", Comparison.AtLeast, "80", "%")]
    [InlineData("≦ 3.5", Comparison.AtMost, "3.5", null)]
    [InlineData("−15", Comparison.Equal, "-15", null)]
    [InlineData("－15人", Comparison.Equal, "-15", "人")]
    [InlineData("△3.2", Comparison.Equal, "-3.2", null)]
    [InlineData("▲3", Comparison.Equal, "-3", null)]
    [InlineData("-0", Comparison.Equal, "0", null)]
    [InlineData("0.00", Comparison.Equal, "0.00", null)]
    [InlineData("1，234，567円", Comparison.Equal, "1234567", "円")]
    [InlineData("100万人", Comparison.Equal, "1000000", "人")]
    [InlineData("1.5万人", Comparison.Equal, "15000", "人")]
    [InlineData("12億3,400万円", Comparison.Equal, "1234000000", "円")]
    [InlineData("3千4百円", Comparison.Equal, "3400", "円")]
    [InlineData("23.6億円", Comparison.Equal, "23.6", "億円")]
    [InlineData("884百万円", Comparison.Equal, "884", "百万円")]
    [InlineData("18.5 ％", Comparison.Equal, "18.5", "%")]
    [InlineData("5件未満", Comparison.LessThan, "5", "件")]
    [InlineData("22%を超える", Comparison.MoreThan, "22", "%")]
    [InlineData("0.08ポイント", Comparison.Equal, "0.08", "ポイント")]
    [InlineData("120㎡", Comparison.Equal, "120", "㎡")]
    [InlineData("5 mg/L以下", Comparison.AtMost, "5", "mg/L")]
    [InlineData("007", Comparison.Equal, "7", null)]
    [InlineData("5年以上", Comparison.AtLeast, "5", "年")]
    public void One_number_is_read_exactly(string text, Comparison comparison, string number, string? unit)
    {
        var amount = Assert.IsType<ValueMeaning.OneAmount>(Read(text).Meaning).Amount;
        Assert.Equal((comparison, number, unit), (amount.Comparison, amount.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), amount.Unit));
        Assert.Equal(text, Read(text).Printed);
    }

    [Theory]
    [InlineData("1,23", "SC-N003")]
    [InlineData("1,2345", "SC-N003")]
    [InlineData("1234,567", "SC-N003")]
    [InlineData("0,123", "SC-N003")]
    [InlineData("1,,234", "SC-N003")]
    [InlineData("1.2.3", "SC-N004")]
    [InlineData("5.", "SC-N004")]
    [InlineData(".5", "SC-N002")]
    [InlineData("1234567890123456", "SC-N005")]
    [InlineData("4百8千円", "SC-N006")]
    [InlineData("3万2億円", "SC-N006")]
    [InlineData("12千4百人", "SC-N006")]
    [InlineData("3-5", "SC-N007")]
    [InlineData("10位以上", "SC-N033")]
    [InlineData("10位以下", "SC-N033")]
    [InlineData("10位(R2)以上", "SC-N033")]
    [InlineData("70–80%", "SC-N007")]
    [InlineData("80%〜", "SC-N008")]
    [InlineData("〜80%", "SC-N002")]
    [InlineData("以上", "SC-N002")]
    [InlineData("%", "SC-N002")]
    [InlineData("1e5", "SC-N009")]
    [InlineData("50達成", "SC-N009")]
    [InlineData("80%くらい", "SC-N002")]
    [InlineData("80%台", "SC-N002")]
    [InlineData("80%弱", "SC-N002")]
    [InlineData("80%以上以下", "SC-N010")]
    [InlineData("≥80%以下", "SC-N010")]
    [InlineData("-15以内", "SC-N011")]
    [InlineData("年5回/月", "SC-N012")]
    [InlineData("30年", "SC-N013")]
    [InlineData("-3%減", "SC-N014")]
    [InlineData("5件～10人", "SC-N015")]
    [InlineData("80～70%", "SC-N016")]
    [InlineData("70～80%以上", "SC-N002")]
    [InlineData("小93.5", "SC-N017")]
    [InlineData("小100 小90", "SC-N017")]
    [InlineData("小93.5 女性20", "SC-N017")]
    [InlineData("前年度比105%", "SC-N018")]
    [InlineData("10%増", "SC-N019")]
    [InlineData("10%向上/取組期間", "SC-N019")]
    [InlineData("42.7(R1確定値) 40.2(R1速報値)", "SC-N029")]
    [InlineData("23決算", "SC-N023")]
    [InlineData("92.7% (23決算)", "SC-N023")]
    [InlineData("—15", "SC-N002")]
    [InlineData("ー15", "SC-N002")]
    [InlineData("△", "SC-N002")]
    [InlineData("±5%", "SC-N002")]
    [InlineData("(50)", "SC-N002")]
    [InlineData("100%(50", "SC-N002")]
    [InlineData("100% (50) (60)", "SC-N002")]
    [InlineData("10²", "SC-N002")]
    [InlineData("1½", "SC-N002")]
    [InlineData("五十人", "SC-N002")]
    [InlineData("٣٤", "SC-N002")]
    [InlineData("50 60", "SC-N002")]
    [InlineData("50/60", "SC-N002")]
    [InlineData("3/5", "SC-N002")]
    [InlineData("=1+1", "SC-N002")]
    [InlineData("0x1F", "SC-N009")]
    [InlineData("NaN", "SC-N002")]
    [InlineData("なし", "SC-N002")]
    [InlineData("類似団体平均値", "SC-N002")]
    [InlineData("上限：5件以上", "SC-N010")]
    [InlineData("令和2年度：10% 令和2年度：11%", "SC-N029")]
    [InlineData("80点/100点", "SC-N002")]
    [InlineData("男性80% 女性85%以上", "SC-N031")]
    [InlineData("100(2019)", "SC-N032")]
    [InlineData("前年度比：10件", "SC-N018")]
    [InlineData("5件、その他：3", "SC-N002")]
    [InlineData("市税現年度収納率99.20％を目指す", "SC-N002")]
    public void What_cannot_be_read_in_one_way_is_refused(string text, string code)
    {
        var isRead = PrintedValue.TryRead(text, NotationContext.None, out var read, out var refusal);
        Assert.False(isRead, $"{text} is read as {read?.Meaning}.");
        Assert.Equal((code, text), (refusal!.Code, refusal.Printed));
        Assert.NotEmpty(refusal.Remedy);
    }

    [Theory]
    [InlineData("—", "—")]
    [InlineData("-", "-")]
    [InlineData("－", "－")]
    [InlineData("−", "−")]
    [InlineData("ー", "ー")]
    [InlineData("――", "――")]
    public void A_dash_is_no_value(string text, string mark) => Assert.Equal(new ValueMeaning.NoValue(mark), Read(text).Meaning);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u3000")]
    [InlineData("\u3000\n\t")]
    public void A_blank_is_not_yet_entered_and_not_zero(string text) => Assert.IsType<ValueMeaning.NotYetEntered>(Read(text).Meaning);

    [Fact]
    public void A_second_value_in_brackets_stays_apart()
    {
        var read = Read("100% (50)");
        Assert.Equal((100m, 50m), (Assert.IsType<ValueMeaning.OneAmount>(read.Meaning).Amount.Number, read.Secondary!.Number));
        Assert.Null(read.PlainNumber);
        Assert.Contains(read.Warnings, w => w.Code == "SC-N111");
    }

    [Fact]
    public void Percent_of_a_percentage_has_two_candidates_and_a_person_must_choose()
    {
        var read = Read("10%向上/取組期間(基準)平成30年度：72%");
        var relative = Assert.IsType<ValueMeaning.RelativeToBase>(read.Meaning);
        Assert.True(relative.NeedsChoice);
        Assert.Equal([(ChangeReading.Points, 82m), (ChangeReading.Relative, 79.2m)], relative.Candidates.Select(c => (c.Reading, c.Number)));
        Assert.Null(read.PlainNumber);
        Assert.Equal(
            "%の値に対する%の増減は、ポイントの差とも割合とも読めます。どちらかを選んでください: 82%(ポイント)、79.2%(割合)",
            Assert.Single(read.Warnings).Message);
    }

    [Theory]
    [InlineData("10ポイント向上(基準)平成30年度：72%", ChangeReading.Points, "82")]
    [InlineData("3%減/取組期間(基準)平成30年：7,063人", ChangeReading.Relative, "6851.11")]
    [InlineData("50人増(基準)令和元年度：100人", ChangeReading.Absolute, "150")]
    public void A_change_with_one_reading_needs_no_choice(string text, ChangeReading reading, string number)
    {
        var relative = Assert.IsType<ValueMeaning.RelativeToBase>(Read(text).Meaning);
        Assert.False(relative.NeedsChoice);
        Assert.Equal((reading, number), (relative.Candidates.Single().Reading, relative.Candidates.Single().Number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_total_that_disagrees_with_its_years_is_kept_and_told()
    {
        var read = Read("34施設/取組期間 令和2年度：14施設 令和3年度：6施設 令和4年度：4施設 令和5年度：6施設 令和6年度：3施設");
        var split = Assert.IsType<ValueMeaning.AnnualSplit>(read.Meaning);
        Assert.Equal((34m, 33m), (split.Total.Number, split.Years.Sum(y => y.Amount.Number)));
        Assert.Equal("合計は34と書かれていますが、年度ごとの値を足すと33です。どちらも直していません。", Assert.Single(read.Warnings).Message);
    }

    [Fact]
    public void A_settlement_without_a_number_is_not_the_number_of_its_year()
    {
        var read = Read("(27決算)", new NotationContext([new FiscalYear(2014)]));
        Assert.IsType<ValueMeaning.NotYetEntered>(read.Meaning);
        Assert.Equal((new FiscalYear(2015), "決算"), (read.When!.FiscalYear!.Value, read.Basis));
    }

    [Fact]
    public void The_unit_of_the_indicator_fills_in_and_a_different_one_is_told()
    {
        var context = new NotationContext([], "園児");
        Assert.Equal(("園児", false), (AmountOf(Read("5", context)).Unit, AmountOf(Read("5", context)).IsUnitPrinted));
        Assert.Equal(("園児", true), (AmountOf(Read("5園児以上", context)).Unit, AmountOf(Read("5園児以上", context)).IsUnitPrinted));
        Assert.Contains(Read("5%", context).Warnings, w => w.Code == "SC-N112");
    }

    [Fact]
    public void A_row_of_years_gives_each_its_value()
    {
        var dated = Assert.IsType<ValueMeaning.Dated>(Read("令和2年度：10.2% 令和3年度：10.9% 令和4年度：11.3%").Meaning);
        Assert.Equal([(2020, 10.2m), (2021, 10.9m), (2022, 11.3m)], dated.Amounts.Select(a => (a.When.FiscalYear!.Value.FirstYear, a.Amount.Number)));
    }

    [Fact]
    public void A_triangle_is_a_minus_and_told_so() => Assert.Contains(Read("△3.2").Warnings, w => w.Code == "SC-N110");

    [Fact]
    public void Two_hundred_characters_are_the_limit()
    {
        Assert.False(PrintedValue.TryRead(new string('9', 201), NotationContext.None, out _, out var refusal));
        Assert.Equal(("SC-N001", "200字を超えています。"), (refusal.Code, refusal.Reason));
    }

    [Theory]
    [InlineData("57.0", 57.0)]
    [InlineData("3,310", 3310)]
    [InlineData("22.6 %", 22.6)]
    public void A_plain_cell_has_one_number(string text, double number) => Assert.Equal((decimal)number, Read(text).PlainNumber);

    [Theory]
    [InlineData("80%以上")]
    [InlineData("約80%")]
    [InlineData("42.7(R1確定値)")]
    [InlineData("小93.5 中98.1")]
    [InlineData("—")]
    [InlineData("")]
    [InlineData("70～80%")]
    [InlineData("10社/取組期間")]
    public void Anything_that_says_more_has_none(string text) => Assert.Null(Read(text).PlainNumber);

    private static PrintedValue Read(string text, NotationContext? context = null) =>
        PrintedValue.TryRead(text, context ?? NotationContext.None, out var read, out var refusal) ? read : throw new InvalidOperationException($"{text}: {refusal.Code} {refusal.Reason}");

    private static Amount AmountOf(PrintedValue read) => Assert.IsType<ValueMeaning.OneAmount>(read.Meaning).Amount;
}
