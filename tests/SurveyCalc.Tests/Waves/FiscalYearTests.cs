using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Waves;

public sealed class FiscalYearTests
{
    [Theory]
    [InlineData("令和2年度", 2020)]
    [InlineData("令和元年度", 2019)]
    [InlineData("令和元年", 2019)]
    [InlineData("令和1年度", 2019)]
    [InlineData("R1", 2019)]
    [InlineData("r2", 2020)]
    [InlineData("R2年度", 2020)]
    [InlineData("H31", 2019)]
    [InlineData("平成31年度", 2019)]
    [InlineData("平成32年度", 2020)]
    [InlineData("平成元年度", 1989)]
    [InlineData("昭和64年度", 1989)]
    [InlineData("S63", 1988)]
    [InlineData("昭和元年度", 1926)]
    [InlineData("2019年度", 2019)]
    [InlineData("2019", 2019)]
    [InlineData("２０１９年度", 2019)]
    [InlineData("Ｒ１", 2019)]
    [InlineData("令和２年度", 2020)]
    [InlineData(" 令和 2 年度 ", 2020)]
    [InlineData("令和　２年度", 2020)]
    [InlineData("㋿2年度", 2020)]
    public void Every_notation_of_a_plan_is_read(string text, int firstYear)
    {
        Assert.True(FiscalYear.TryParse(text, out var year));
        Assert.Equal(firstYear, year.FirstYear);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("　")]
    [InlineData("令和")]
    [InlineData("令和0年度")]
    [InlineData("令和100年度")]
    [InlineData("R2020")]
    [InlineData("来年度")]
    [InlineData("年度")]
    [InlineData("20")]
    [InlineData("1925")]
    [InlineData("2201")]
    [InlineData("元年度")]
    [InlineData("大正15年度")]
    [InlineData("令和2年4月")]
    [InlineData("令和2〜4年度")]
    [InlineData("2020/4/1")]
    [InlineData("M45")]
    [InlineData("-5")]
    [InlineData("99999")]
    public void Anything_else_is_refused(string? text) => Assert.False(FiscalYear.TryParse(text, out _));

    [Theory]
    [InlineData(2019, "令和元年度", "R1")]
    [InlineData(2020, "令和2年度", "R2")]
    [InlineData(2018, "平成30年度", "H30")]
    [InlineData(1989, "平成元年度", "H1")]
    [InlineData(1988, "昭和63年度", "S63")]
    [InlineData(1926, "昭和元年度", "S1")]
    public void A_year_is_written_in_the_era_it_belongs_to(int firstYear, string full, string brief)
    {
        var year = new FiscalYear(firstYear);
        Assert.Equal((full, brief), (year.ToString(), year.ToShortString()));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        for (var first = 1926; first <= 2117; first++)
        {
            var year = new FiscalYear(first);
            Assert.True(FiscalYear.TryParse(year.ToString(), out var full) && full == year, year.ToString());
            Assert.True(FiscalYear.TryParse(year.ToShortString(), out var brief) && brief == year, year.ToShortString());
        }
    }

    [Fact]
    public void Years_are_ordered()
    {
        var (before, after) = (new FiscalYear(2018), new FiscalYear(2019));
        Assert.True(before < after && after > before && before <= after && after >= before);
        Assert.Equal(-1, before.CompareTo(after));
    }

    [Theory]
    [InlineData(1925)]
    [InlineData(2201)]
    public void Impossible_years_are_refused(int firstYear) => Assert.Throws<ArgumentOutOfRangeException>(() => new FiscalYear(firstYear));
}
