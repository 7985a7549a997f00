using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Tests.Import;

public class WeightTests
{
    private static readonly CodeBook Book = SampleSurvey.BookOf(SampleSurvey.Single("問1", "1 はい", "2 いいえ"));

    private static ImportOutcome Read(UnknownCellPolicy policy, params string[] weights) => SampleSurvey.Read(
        "番号\t問1\tウエイト\n" + string.Concat(weights.Select((weight, i) => $"{i}\t1\t{weight}\n")), Book,
        SampleSurvey.Profile with { WeightColumn = "ウエイト", UnknownCells = policy });

    [Theory]
    [InlineData("", "SC-I221", "ウエイトが空欄です。ウエイトを入れるか、その行を除外条件で除いてください。")]
    [InlineData("　", "SC-I221", "ウエイトが空欄です。ウエイトを入れるか、その行を除外条件で除いてください。")]
    [InlineData("0", "SC-I222", "ウエイトが0です。0より大きい数が要ります。ウエイトを直すか、その行を除外条件で除いてください。")]
    [InlineData("0.000", "SC-I222", "ウエイトが0です。0より大きい数が要ります。ウエイトを直すか、その行を除外条件で除いてください。")]
    [InlineData("-1.5", "SC-I223", "ウエイト「-1.5」が負の数です。0より大きい数が要ります。ウエイトを直してください。")]
    [InlineData("重い", "SC-I224", "ウエイト「重い」は数値ではありません。「1.25」のような半角の数字に直してください。")]
    [InlineData("NaN", "SC-I224", "ウエイト「NaN」は数値ではありません。「1.25」のような半角の数字に直してください。")]
    [InlineData("1,5", "SC-I224", "ウエイト「1,5」は数値ではありません。「1.25」のような半角の数字に直してください。")]
    [InlineData("1000000", "SC-I225", "ウエイト「1000000」が大きすぎます(1,000,000未満)。ウエイトを直してください。")]
    public void Bad_weight_is_an_error_under_every_policy(string weight, string code, string message)
    {
        foreach (var policy in Enum.GetValues<UnknownCellPolicy>())
        {
            var outcome = Read(policy, "1", weight);
            Assert.Equal([$"住民意識調査R8.csv 3行目 C列「ウエイト」: {message}[{code}]"], outcome.Messages());
            Assert.Null(outcome.Snapshot);
        }
    }

    [Fact]
    public void Weights_are_exact_in_the_finest_decimals()
    {
        var weights = Read(UnknownCellPolicy.RefuseFile, "2", "0.25", "1.500", "１.1", "1E-3", "999999.999").Snapshot!.Weights!;
        Assert.Equal(3, weights.Decimals);
        Assert.Equal([2_000, 250, 1_500, 1_100, 1, 999_999_999], weights.Values);
    }

    [Fact]
    public void Weights_finer_than_nine_decimals_are_rounded_half_away_with_a_note()
    {
        var outcome = Read(UnknownCellPolicy.RefuseFile, "0.0000000005", "1.0000000014");
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 C列「ウエイト」: ウエイト「0.0000000005」を小数点以下9桁に四捨五入しました。ほかに1件あります。対応は要りません。[SC-I226]"],
            outcome.Messages());
        Assert.Equal([1, 1_000_000_001], outcome.Snapshot!.Weights!.Values);
    }
}
