using System.Globalization;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Tests.Feeds.Sheets;

/// <summary>How a number cell shows a number as the plan prints it.</summary>
public sealed class PrintedFormatTests
{
    [Theory]
    [InlineData("57.0", "57.0", "0.0")]
    [InlineData("180以内", "180", "0\"以内\"")]
    [InlineData("50.5%以上", "50.5", "0.0\"%以上\"")]
    [InlineData("65%以上/取組期間", "65", "0\"%以上/取組期間\"")]
    [InlineData("22.6 %", "22.6", "0.0\" %\"")]
    [InlineData("約１，２３４．５人", "1234.5", "\"約\"#,##0.0\"人\"")]
    [InlineData("-3.5", "-3.5", "0.0")]
    [InlineData("▲3.5%", "-3.5", "0.0\"%\";\"▲\"0.0\"%\";\"▲\"0.0\"%\"")]
    [InlineData("+1,234.50", "1234.50", "\"+\"#,##0.00")]
    public void Words_around_one_number_become_its_format(string text, string value, string format) =>
        Assert.Equal(format, PrintedFormat.Of(text, decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("10%向上/取組期間(基準)平成30年度：72%", "82")]
    [InlineData("平成30年度：72%", "72")]
    [InlineData("7割", "70")]
    [InlineData("3万人", "30000")]
    [InlineData("80\"以上", "80")]
    [InlineData("3.5", "-3.5")]
    public void A_text_that_is_not_that_number_stays_a_text(string text, string value) =>
        Assert.Null(PrintedFormat.Of(text, decimal.Parse(value, CultureInfo.InvariantCulture)));
}
