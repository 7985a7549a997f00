using System.Globalization;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Tests.Explanations;

public sealed class RowRangesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("7", "7")]
    [InlineData("4,5,6,20", "4–6, 20")]
    [InlineData("2,3,5,7,8", "2–3, 5, 7–8")]
    public void Neighbouring_rows_are_one_range(string rows, string expected) =>
        Assert.Equal(expected, string.Join(", ", RowRanges.Of([.. rows.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(r => int.Parse(r, CultureInfo.InvariantCulture))])));
}
