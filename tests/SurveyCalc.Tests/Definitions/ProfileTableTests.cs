using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using static SurveyCalc.Tests.Definitions.Csv;

namespace SurveyCalc.Tests.Definitions;

public sealed class ProfileTableTests
{
    private const string Header = "調査,年度,項目,値\n";

    [Fact]
    public void Every_wave_with_a_code_book_has_a_profile()
    {
        var profile = Assert.Single(Read().Definitions.Profiles);
        Assert.Equal(DefinitionItems.Of(new ImportProfile { Wave = profile.Wave }), DefinitionItems.Of(profile));
    }

    [Fact]
    public void Every_survey_with_a_code_book_has_settings() =>
        Assert.Equal([new SurveySettings { Survey = "市民意識調査" }], Read().Definitions.Surveys);

    [Fact]
    public void A_row_with_a_year_wins_over_a_row_without()
    {
        var profiles = Two("市民意識調査,R2,見出し行数,2\n市民意識調査,,見出し行数,3\n市民意識調査,,文字コード,CP932\n");
        Assert.Equal([2, 3], profiles.Select(p => p.HeaderRows));
        Assert.All(profiles, p => Assert.Equal(DeclaredEncoding.Cp932, p.Encoding));
    }

    [Fact]
    public void A_blank_value_of_a_year_takes_back_the_default()
    {
        var profiles = Two("市民意識調査,,ウエイトの列,W\n市民意識調査,R2,ウエイトの列,\n");
        Assert.Equal([null, "W"], profiles.Select(p => p.WeightColumn));
    }

    [Fact]
    public void Exclusions_add_up_within_their_scope()
    {
        var profiles = Two("市民意識調査,,除外条件,状況=未提出|空欄\n市民意識調査,,除外条件,備考＝テスト\n市民意識調査,R3,除外条件,状況=未確認\n");
        Assert.Equal(["状況:未提出,", "備考:テスト"], profiles[0].Exclusions.Select(e => $"{e.Column}:{string.Join(',', e.Values)}"));
        Assert.Equal(["状況:未確認"], profiles[1].Exclusions.Select(e => $"{e.Column}:{string.Join(',', e.Values)}"));
    }

    [Theory]
    [InlineData("空欄|9｜ 99 ", new[] { "", "9", "99" })]
    [InlineData("無回答", new[] { "無回答" })]
    [InlineData("（なし）", new string[0])]
    [InlineData("(なし)", new string[0])]
    public void Lists_are_read(string value, string[] expected) =>
        Assert.Equal(expected, Two($"市民意識調査,,無回答の値,{value}\n")[0].NoAnswerValues);

    [Theory]
    [InlineData("、", "、")]
    [InlineData("タブ", "\t")]
    [InlineData("改行", "\n")]
    [InlineData("空白", " ")]
    [InlineData("\",\"", ",")]
    public void The_separator_of_marks_is_a_character_or_its_name(string value, string expected) =>
        Assert.Equal(expected, Two($"市民意識調査,,複数回答の区切り,{value}\n")[0].MarkSeparator);

    [Fact]
    public void The_order_of_rows_makes_no_difference()
    {
        string[] rows = ["市民意識調査,R2,見出し行数,2", "市民意識調査,,ウエイトの列,W", "市民意識調査,,見出し行数,3"];
        var profiles = Two(string.Join('\n', rows) + "\n");
        var reversed = Two(string.Join('\n', rows.Reverse()) + "\n");
        Assert.Equal(profiles.Select(p => DefinitionItems.Of(p).Hash), reversed.Select(p => DefinitionItems.Of(p).Hash));
    }

    [Fact]
    public void The_spelling_of_a_survey_is_that_of_its_code_book()
    {
        var read = Read(
            ("調査.csv", "調査,公表下限\n市民 意識調査,30\n"), ("取込設定.csv", Header + "市民　意識調査,,見出し行数,2\n"),
            ("母集団.csv", "調査,年度,母集団数\n市民意識 調査,R2,100\n"), ("指標.csv", IndicatorText.Replace("市民意識調査", " 市民意識　調査", StringComparison.Ordinal)));
        Assert.Empty(read.Problems);
        Assert.Equal((30, 2, 100L), (
            read.Definitions.SettingsOf("市民意識調査").MinimumBase, read.Definitions.Profiles.Single().HeaderRows,
            read.Definitions.PopulationOf(read.Definitions.CodeBooks[0].Wave)!.Count));
        Assert.Equal("市民意識調査", read.Definitions.Indicators.Single().Survey);
    }

    private static IReadOnlyList<ImportProfile> Two(string rows)
    {
        var read = Read(
            ("符号表_R2.csv", CodeBookText), ("符号表_R3.csv", CodeBookText.Replace("令和2年度", "令和3年度", StringComparison.Ordinal)),
            ("取込設定.csv", Header + rows));
        Assert.Empty(read.Problems);
        return read.Definitions.Profiles;
    }
}
