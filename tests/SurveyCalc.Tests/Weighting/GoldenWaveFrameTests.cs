using System.Globalization;
using System.Text;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Weighting;
using SurveyCalc.Tests.Golden;

namespace SurveyCalc.Tests.Weighting;

/// <summary>The weights of the golden city through definition files, the ordinary import and the frame of the wave.</summary>
public sealed class GoldenWaveFrameTests
{
    private const string SurveyHeader = "調査,標本設計,層,ウエイト調整,調整の区分\n";

    [Theory]
    [InlineData(2023, "事後層化", "sex×age", "poststrat")]
    [InlineData(2023, "レイキング", "sex|age|district", "rake")]
    [InlineData(2024, "事後層化", "sex×age", "poststrat")]
    [InlineData(2024, "事後層化", "age×sex", "poststrat")]
    [InlineData(2024, "レイキング", "sex|age|district", "rake")]
    [InlineData(2024, "線形", "sex|age|district", "cal_linear")]
    [InlineData(2024, "なし", "", "base_weight")]
    public void Golden_weights_come_out_of_definition_files(int year, string method, string margins, string column)
    {
        if (GoldenFile.IsFolderGiven && !File.Exists(GoldenFile.DataPath($"weights_{year}.csv")))
            return;
        var frame = Frame(year, $"{SurveyHeader}city,層化,district,{method},{margins}\n").Frame;
        var expected = GoldenDesigns.Table($"weights_{year}.csv");
        Assert.Equal(expected.Rows.Count, frame.Respondents);
        for (var i = 0; i < frame.Respondents; i++)
        {
            var weight = expected.Real(expected.Rows[i], column);
            Assert.InRange(frame.Weights.ValueOf(i), weight * (1 - 1e-9), weight * (1 + 1e-9));
        }
    }

    [Fact]
    public void Strata_have_the_finite_population_correction_of_the_population_table()
    {
        var frame = Frame(2024, SurveyHeader + "city,層化,district,なし,\n").Frame;
        Assert.Equal([48_765L], frame.Design.Populations.Take(1));
        Assert.Equal(5, frame.Design.Strata);
    }

    [Fact]
    public void The_report_shows_the_margins_before_and_after()
    {
        var wave = Frame(2024, SurveyHeader + "city,層化,district,レイキング,sex|age|district\n");
        var report = wave.Report!;
        var total = report.Margins.Where(c => c.Margin == "sex").Sum(c => c.Population);
        Assert.Equal(["sex", "age", "district"], report.Margins.Select(c => c.Margin).Distinct());
        Assert.All(report.Margins, c => Assert.Equal((double)c.Population / total, c.ShareAfter, 9));
        Assert.Equal(1, report.Margins.Where(c => c.Margin == "age").Sum(c => c.ShareBefore), 9);
        Assert.Equal(total, report.After.Sum, 1e-3);
        Assert.Equal(0, report.Excluded);
        Assert.Empty(report.Notes);
    }

    private static WaveFrame Frame(int year, string survey)
    {
        var rows = GoldenDesigns.Table($"population_{year}.csv");
        var people = "調査,年度,基準日,性別,人数\n".Replace("性別", "sex,age,district", StringComparison.Ordinal) + string.Concat(rows.Rows.Select(r =>
            string.Create(CultureInfo.InvariantCulture, $"city,{year},{year}-10-01,{rows.Text(r, "sex")},{rows.Text(r, "age")},{rows.Text(r, "district")},{rows.Text(r, "N")}\n")));
        var books = "調査,年度,設問,設問文,種別,列,選択肢コード,ラベル,区分,対象条件,系列\n"
            + Attribute(year, "district", "中央", "東部", "西部", "南部", "北部") + Attribute(year, "sex", "男性", "女性")
            + Attribute(year, "age", "18-29歳", "30-39歳", "40-49歳", "50-59歳", "60-69歳", "70歳以上");
        var indicators = "指標コード,指標名,政策,施策,調査,設問,算式の種類,算式,分母,対象条件,単位,向き,桁数,計画書の算式\n1-1,女性,,,city,sex,選択肢の割合,女性,無回答を除く,,%,高いほど良い,1,\n";
        (string Name, string Text)[] files = [("調査.csv", survey), ("符号表.csv", books), ("人口.csv", people), ("指標.csv", indicators)];
        var read = DefinitionFiles.Read(files.Select(f => (f.Name, (Stream)new MemoryStream(Encoding.UTF8.GetBytes(f.Text)))));
        Assert.Empty(read.Problems);
        var (definitions, book) = (read.Definitions, read.Definitions.CodeBooks[0]);
        using var stream = File.OpenRead(GoldenFile.DataPath($"city_{year}.csv"));
        var import = ResponseImport.Read(stream, $"city_{year}.csv", book, "", definitions.ProfileOf(book.Wave));
        Assert.True(import.Report.IsAccepted, string.Join('\n', import.Report.Problems));
        var outcome = BuildWaveFrame.Of(
            import.Snapshot!, book, definitions.SettingsOf("city"), definitions.PopulationOf(book.Wave), definitions.PopulationBreakdownsOf(book.Wave));
        Assert.Empty(outcome.Reasons);
        return outcome.Frame!;
    }

    private static string Attribute(int year, string id, params string[] labels) => string.Concat(labels.Select(l =>
        string.Create(CultureInfo.InvariantCulture, $"city,{year},{id},,属性,{id},{l},{l},有効,,\n")));
}
