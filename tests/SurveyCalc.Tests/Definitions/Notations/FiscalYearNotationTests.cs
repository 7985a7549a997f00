using System.Globalization;
using SurveyCalc.Indicators.Definitions.Notations;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Definitions.Notations;

public sealed class FiscalYearNotationTests
{
    [Theory]
    [InlineData("令和元年度", 2019)]
    [InlineData("令和1年度", 2019)]
    [InlineData("R1", 2019)]
    [InlineData("r6年度", 2024)]
    [InlineData("Ｒ６", 2024)]
    [InlineData("H31", 2019)]
    [InlineData("平成31年度", 2019)]
    [InlineData("㋿7年度", 2025)]
    [InlineData("令和七年度", 2025)]
    [InlineData("平成二十八年度", 2016)]
    [InlineData("令　和　７　年　度", 2025)]
    [InlineData("2020年度", 2020)]
    [InlineData("西暦2020年度", 2020)]
    [InlineData("２０２０年度", 2020)]
    [InlineData("令和7年度（2025年度）", 2025)]
    [InlineData("令和7（2025）年度", 2025)]
    [InlineData("H28.4.1", 2016)]
    [InlineData("平成28年3月末", 2015)]
    [InlineData("平成28年4月", 2016)]
    [InlineData("2016/3/31", 2015)]
    [InlineData("平成27年度末", 2015)]
    [InlineData("令和2年度の実績", 2020)]
    public void One_fiscal_year_is_read(string text, int firstYear) =>
        Assert.Equal(new FiscalYear(firstYear), Read(text).Year);

    [Fact]
    public void Every_spelling_from_Showa_50_to_Reiwa_40_gives_its_year()
    {
        for (var first = 1975; first <= 2058; first++)
        {
            var year = new FiscalYear(first);
            foreach (var spelling in Spellings(year))
            {
                Assert.Equal((spelling, year), (spelling, Read(spelling).Year));
                Assert.Equal(spelling, Read(spelling).Printed);
            }

            Assert.Equal(year, Read(Read(year.ToString()).Year!.Value.ToShortString()).Year);
        }
    }

    [Fact]
    public void Every_pair_of_years_is_read_as_a_range_and_never_backwards()
    {
        for (var from = 1975; from <= 2058; from++)
            for (var to = 1975; to <= 2058; to++)
            {
                var text = $"{new FiscalYear(from)}～{new FiscalYear(to)}";
                if (to < from) Assert.Equal("SC-N026", Refused(text).Code);
                else Assert.Equal(new YearMeaning.FiscalRange(new FiscalYear(from), new FiscalYear(to)), Read(text).Meaning);
            }
    }

    [Fact]
    public void Each_month_belongs_to_the_fiscal_year_that_began_in_April()
    {
        for (var year = 1975; year <= 2058; year++)
            for (var month = 1; month <= 12; month++)
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"{year}年{month}月");
                Assert.Equal(month < 4 ? year - 1 : year, Read(text).Year!.Value.FirstYear);
                Assert.Equal(Read(text).Year, Read(text + "末現在").Year);
            }
    }

    [Theory]
    [InlineData("平成32年度", 2020, "SC-N101")]
    [InlineData("昭和64年度", 1989, "SC-N101")]
    [InlineData("2020", 2020, "SC-N105")]
    [InlineData("令和2", 2020, "SC-N105")]
    [InlineData("平成31年5月", 2019, "SC-N106")]
    [InlineData("令和元年4月1日", 2019, "SC-N106")]
    public void An_odd_year_is_read_with_a_warning(string text, int firstYear, string code)
    {
        Assert.Equal(firstYear, Read(text).Year!.Value.FirstYear);
        Assert.Contains(Read(text).Warnings, w => w.Code == code);
    }

    [Theory]
    [InlineData("平成31年度")]
    [InlineData("平成31年4月")]
    [InlineData("昭和63年度")]
    [InlineData("令和元年度")]
    [InlineData("R1")]
    public void An_ordinary_year_has_no_warning(string text) => Assert.Empty(Read(text).Warnings);

    [Fact]
    public void A_year_without_do_is_a_calendar_year_and_no_fiscal_year_follows()
    {
        var read = Read("平成30年");
        Assert.Equal(new YearMeaning.CalendarYear(2018), read.Meaning);
        Assert.Null(read.Year);
        Assert.Contains(read.Warnings, w => w.Code == "SC-N103");
    }

    [Fact]
    public void A_misprint_between_its_neighbours_is_flagged_and_decides_nothing()
    {
        var context = new NotationContext([new FiscalYear(2021), new FiscalYear(2022), new FiscalYear(2023)]);
        var read = Read("平成2年度", context);
        Assert.Equal(new YearMeaning.Suspect(new FiscalYear(1990), new FiscalYear(2020)), read.Meaning);
        Assert.Null(read.Year);
        Assert.Equal(
            "平成2年度(1990)は前後の年度から離れています。令和2年度(2020)の誤りでないか確かめ、どちらかを選んでください。", Assert.Single(read.Warnings).Message);
        Assert.Equal(new FiscalYear(1990), Read("平成2年度").Year);
        Assert.Equal(new FiscalYear(2018), Read("平成30年度", context).Year);
    }

    [Fact]
    public void A_year_without_era_needs_the_years_around_it()
    {
        Assert.Equal("SC-N023", Refused("18年度").Code);
        var read = Read("18年度", new NotationContext([new FiscalYear(2011)]));
        Assert.Equal((new FiscalYear(2006), "平成"), (read.Year!.Value, read.EraInferred));
        Assert.Contains(read.Warnings, w => w.Code == "SC-N102");
        Assert.Equal("SC-N023", Refused("8年度", new NotationContext([new FiscalYear(2011)])).Code);
    }

    [Theory]
    [InlineData("", "SC-N020")]
    [InlineData("　", "SC-N020")]
    [InlineData("令和0年度", "SC-N022")]
    [InlineData("令和100年度", "SC-N022")]
    [InlineData("1850年度", "SC-N022")]
    [InlineData("平成22年（2011年）", "SC-N024")]
    [InlineData("令和2年2月30日", "SC-N025")]
    [InlineData("H28.13.1", "SC-N025")]
    [InlineData("令和6～2年度", "SC-N026")]
    [InlineData("平成30～2年度", "SC-N026")]
    [InlineData("令和2年度～令和6年", "SC-N027")]
    [InlineData("昭和45年代", "SC-N028")]
    [InlineData("大正15年度", "SC-N021")]
    [InlineData("元年度", "SC-N021")]
    [InlineData("来年度", "SC-N021")]
    [InlineData("令和年度", "SC-N021")]
    [InlineData("令和2年度 3", "SC-N021")]
    [InlineData("令和1 8年度", "SC-N021")]
    [InlineData("令和2年度など", "SC-N021")]
    [InlineData("令和二八年度", "SC-N021")]
    [InlineData("R2.5年度", "SC-N021")]
    [InlineData("Ⅱ年度", "SC-N021")]
    [InlineData("令和②年度", "SC-N021")]
    public void Anything_else_is_refused_with_its_code(string text, string code) => Assert.Equal(code, Refused(text).Code);

    [Fact]
    public void A_refusal_tells_the_reason_and_the_remedy()
    {
        var refusal = Refused("平成22年（2011年）");
        Assert.Equal(("平成22年（2011年）", "元号の年は2010年にあたり、括弧の西暦2011年と合いません。", "原典を確かめ、正しい方にそろえてください。"),
            (refusal.Printed, refusal.Reason, refusal.Remedy));
        Assert.Equal("SC-N001", Refused(new string('年', 201)).Code);
    }

    [Fact]
    public void A_count_of_years_that_disagrees_is_told()
    {
        Assert.Empty(Read("令和2年度から令和6年度までの5年間").Warnings);
        Assert.Contains(Read("平成23～27年度の4年間").Warnings, w => w.Code == "SC-N107");
    }

    internal static FiscalYearNotation Read(string text, NotationContext? context = null) =>
        FiscalYearNotation.TryRead(text, context ?? NotationContext.None, out var read, out var refusal) ? read : throw new InvalidOperationException($"{text}: {refusal.Code} {refusal.Reason}");

    private static NotationRefusal Refused(string text, NotationContext? context = null)
    {
        var isRead = FiscalYearNotation.TryRead(text, context ?? NotationContext.None, out var read, out var refusal);
        Assert.False(isRead, $"{text} is read as {read?.Meaning}.");
        return refusal!;
    }

    private static IEnumerable<string> Spellings(FiscalYear year)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{year.FirstYear}年度");
        yield return string.Create(CultureInfo.InvariantCulture, $"{year.FirstYear}");
        foreach (var era in JapaneseEra.All.Where(era => year.FirstYear - era.Offset is >= 1 and <= 99))
        {
            var number = (year.FirstYear - era.Offset).ToString(CultureInfo.InvariantCulture);
            foreach (var written in new[] { number, Wide(number) }.Concat(number == "1" ? ["元"] : []))
            {
                yield return $"{era.Name}{written}年度";
                yield return $"{era.Name} {written} 年度";
                yield return $"{era.Name}　{written}　年　度";
                yield return $"（{era.Letter}{written}年度）";
                yield return $"{Wide(era.Letter.ToString())}{written}";
                yield return $"{era.Letter}{written}";
                yield return string.Create(CultureInfo.InvariantCulture, $"{era.Name}{written}年度（{year.FirstYear}年度）");
            }
        }
    }

    private static string Wide(string text) => string.Concat(text.Select(c => (char)(c + 0xFEE0)));
}
