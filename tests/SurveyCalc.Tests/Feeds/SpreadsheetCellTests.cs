using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Tests.Feeds;

public class SpreadsheetCellTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+2")]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    [InlineData("@SUM(1+1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM")]
    [InlineData("-")]
    [InlineData("-1,5")]
    public void Formulas_get_an_apostrophe(string text)
    {
        Assert.Equal("'" + text, SpreadsheetCell.Neutralize(text));
        Assert.Equal("'" + text, SpreadsheetCell.Neutralize(SpreadsheetCell.Neutralize(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1.5")]
    [InlineData("+3")]
    [InlineData("-0.5%")]
    [InlineData("-1E-05")]
    [InlineData("満足")]
    [InlineData("1-2")]
    [InlineData("a=b")]
    public void Numbers_and_other_texts_stay(string text) => Assert.Equal(text, SpreadsheetCell.Neutralize(text));

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("満足", "満足")]
    public void Fields_are_quoted_where_needed(string text, string field) => Assert.Equal(field, SpreadsheetCell.CsvField(text));
}
