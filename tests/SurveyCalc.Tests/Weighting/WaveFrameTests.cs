using System.Text;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Indicators.Weighting;
using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Weighting;

public sealed partial class WaveFrameTests
{
    private static readonly WaveKey Wave = new("調査", new FiscalYear(2020));
    private static readonly CodeBook Book = new(Wave, [Attribute("性別", "男", "女"), Attribute("年代", "若", "老"), Attribute("地区", "東", "西")]);
    private static readonly PopulationBreakdown Sex = Table("性別", 60, 40);
    private static readonly PopulationBreakdown Age = Table("年代", 50, 50);

    [Fact]
    public void Unknown_attributes_are_refused_by_name_and_number() => Assert.Equal(
        ["「性別」が不明な回答者が2人います。回答を確かめるか、調査.csvの「属性不明」を「別区分」「按分」「除外」のどれかにしてください。"],
        Of(Raking("性別"), [Sex], "男,若,東", "女,若,東", ",若,東", ",老,西").Reasons);

    [Fact]
    public void Unknown_attributes_as_their_own_category_keep_their_share()
    {
        var wave = Of(Raking("性別", UnknownAttributePolicy.OwnCategory), [Sex], "男,若,東", "女,若,東", ",若,東", ",老,西").Frame!;
        Assert.Equal([30.0, 20, 25, 25], Enumerable.Range(0, 4).Select(wave.Frame.Weights.ValueOf));
        Assert.Equal("属性不明", wave.Report!.Margins[^1].Label);
        Assert.Equal(["「性別」が不明な回答者2人は、別の区分として標本での割合を保ちました。"], wave.Notes);
    }

    [Fact]
    public void Spread_respondents_have_the_average_weight_and_the_known_keep_the_proportions_of_the_population()
    {
        string[] rows = ["男,若,東", "男,老,東", "女,若,東", "女,若,東", "女,老,西", ",若,東", ",老,西"];
        var wave = Of(Raking("性別", UnknownAttributePolicy.Spread), [Table("性別", 6000, 4500)], rows).Frame!;
        double[] weights = [.. Enumerable.Range(0, rows.Length).Select(wave.Frame.Weights.ValueOf)];
        Assert.Equal(10500, weights.Sum(), 1e-8);
        Assert.Equal([1500, 1500], weights[5..]);
        Assert.Equal(6000 / 4500.0, weights[..2].Sum() / weights[2..5].Sum(), 1e-3);
        Assert.Equal(["「性別」が不明な回答者2人は、分かっている属性が同じ回答者の平均のウエイトにしました(按分)。"], wave.Notes);
        Assert.Equal(("属性不明", 2L), (wave.Report!.Margins[^1].Label, wave.Report.Margins[^1].Respondents));
    }

    [Fact]
    public void Spread_respondents_of_a_crossed_margin_stay_with_what_is_known_of_them()
    {
        var crossed = new PopulationBreakdown(Wave, "", new Breakdown("性別", "年代"),
            [new(["男", "若"], 3000), new(["男", "老"], 1000), new(["女", "若"], 2000), new(["女", "老"], 4000)]);
        string[] rows = ["男,若,東", "男,老,東", "女,若,東", "女,老,東", "女,老,東", "女,,東"];
        var settings = Raking("性別×年代", UnknownAttributePolicy.Spread);
        var wave = Of(settings with { Weighting = settings.Weighting! with { Method = CalibrationMethod.PostStratification } }, [crossed], rows).Frame!;
        double[] weights = [.. Enumerable.Range(0, rows.Length).Select(wave.Frame.Weights.ValueOf)];
        // Of 4 women 1 is unknown: ¾ of 2,000 and of 4,000 for the known, the rest for her. Men lose nothing.
        Assert.Equal([3000.0, 1000, 1500, 1500, 1500, 1500], weights);
        Assert.Equal("女×属性不明", wave.Report!.Margins[^1].Label);
        var own = Of(settings with { Weighting = settings.Weighting! with { Unknown = UnknownAttributePolicy.OwnCategory } }, [crossed], rows).Frame!;
        Assert.NotEqual(4000, Enumerable.Range(0, 2).Sum(own.Frame.Weights.ValueOf), 1.0);
    }

    [Fact]
    public void Spreading_over_categories_without_a_known_respondent_is_refused() => Assert.Equal(
        "「性別」の「女」には人口が40人いますが、回答者が1人もいません。人口表と符号表で隣の区分とまとめるか、「調整の区分」を粗くしてください。",
        Of(Raking("性別", UnknownAttributePolicy.Spread), [Sex], "男,若,東", ",若,東").Reasons[0]);

    [Fact]
    public void Excluded_respondents_belong_to_no_group_and_are_counted()
    {
        var wave = Of(Raking("性別", UnknownAttributePolicy.Exclude), [Sex], ",若,東", "男,若,東", "女,若,東", ",老,西").Frame!;
        Assert.Equal([1, 2], wave.RowOf);
        Assert.Equal([wave.Frame.Groups.Count, 0, 1, wave.Frame.Groups.Count], wave.GroupOf);
        Assert.Equal((2, 2), (wave.Excluded, wave.Report!.Excluded));
        Assert.Equal(["属性不明の回答者2人を、すべての集計から除きました。"], wave.Notes);
    }

    [Fact]
    public void A_margin_is_summed_from_a_table_with_more_attributes()
    {
        var crossed = new PopulationBreakdown(Wave, "", new Breakdown("年代", "性別"),
            [new(["若", "男"], 10), new(["若", "女"], 20), new(["老", "男"], 50), new(["老", "女"], 20)]);
        Assert.Equal([60.0, 40], Enumerable.Range(0, 2).Select(Of(Raking("性別"), [crossed], "男,若,東", "女,若,東").Frame!.Frame.Weights.ValueOf));
    }

    [Theory]
    [InlineData("職業", "調査 令和2年度の符号表に、標本設計かウエイト調整に使う設問「職業」がありません。調査.csvか符号表を直してください。")]
    [InlineData("地区", "「地区」の人口表がありません(あるのは性別、年代)。人口.csvに地区ごとの人数を書いてください。")]
    public void A_margin_that_cannot_be_found_is_named(string margin, string expected) =>
        Assert.Equal([expected], Of(Raking(margin), [Sex, Age], "男,若,東").Reasons);

    [Fact]
    public void A_design_that_names_a_missing_column_is_refused()
    {
        var settings = new SurveySettings { Survey = "調査", Design = new SampleDesign(SampleKind.Stratified, "地域") };
        Assert.Equal(
            ["調査 令和2年度の符号表に、標本設計かウエイト調整に使う設問「地域」がありません。「地区」ではありませんか。調査.csvか符号表を直してください。"],
            Of(settings, [], "男,若,東").Reasons);
        var only = new SurveySettings { Survey = "調査", Design = new SampleDesign(SampleKind.WeightsOnly) };
        Assert.Equal(
            ["標本設計が「ウエイトのみ」ですが、調査 令和2年度の回答にウエイトがありません。取込設定の「ウエイトの列」を書いて取り込み直すか、標本設計を直してください。"],
            Of(only, [], "男,若,東").Reasons);
    }

    [Fact]
    public void A_stratum_with_one_respondent_or_too_few_people_is_told()
    {
        var settings = new SurveySettings { Survey = "調査", Design = new SampleDesign(SampleKind.Stratified, "性別") };
        Assert.Equal(
            ["抽出単位が1つだけの層があります(「男」)。標準誤差は計算できません(調査.csvの「単独抽出単位」で併合か中心を選べます)。"],
            Of(settings, [Sex], "男,若,東", "女,若,東", "女,老,東").Frame!.Notes);
        Assert.Equal(
            ["層「性別」の「女」は、回答者2人に対して人口が1人しかありません。人口.csvの人数か、回答の層を確かめてください。"],
            Of(settings, [Table("性別", 5, 1)], "男,若,東", "女,若,東", "女,老,東").Reasons);
        Assert.Equal(
            ["層「性別」の人口表がないので、有限母集団修正をしていません。抽出率の違いも補正していません(どの層も同じ抽出率とみなしました)。"],
            Of(settings, [], "男,若,東", "男,老,東", "女,若,東", "女,老,東").Frame!.Notes);
    }

    [Fact]
    public void Clusters_have_no_finite_population_correction()
    {
        var settings = new SurveySettings { Survey = "調査", Design = new SampleDesign(SampleKind.Clustered, null, "地区") };
        var wave = Of(settings, [], "男,若,東", "女,若,東", "男,若,西", "女,若,西").Frame!;
        Assert.Equal([0, 0, 1, 1], wave.GroupOf);
        Assert.Equal([null], wave.Frame.Design.Populations);
    }

    public static TheoryData<CalibrationProblemKind, string> Kinds => new()
    {
        { CalibrationProblemKind.EmptyCategory, "「性別」の「女」には人口が40人いますが、回答者が1人もいません。人口表と符号表で隣の区分とまとめるか、「調整の区分」を粗くしてください。" },
        { CalibrationProblemKind.NoPopulation, "「性別」の「女」には回答者が1人いますが、人口が0人です。人口.csvの人数か、回答の属性を確かめてください。" },
        { CalibrationProblemKind.TotalsDiffer, "人口の合計が、「年代」では90人、「性別」では100人で、合いません。同じ基準日の人口表にそろえてください。" },
        { CalibrationProblemKind.Infeasible, "回答者の中で、この区分が別の区分と重なっています。「調整の区分」から一方を除くか、区分をまとめてください。" },
        { CalibrationProblemKind.LimitsTooNarrow, "上下限を広げるか、区分をまとめてください。" },
        { CalibrationProblemKind.NotConverged, "回答者の少ない区分をまとめてください。" },
        { CalibrationProblemKind.NonPositiveWeights, "ウエイト調整を「レイキング」にするか、「倍率の上下限」を書いてください。" },
        { CalibrationProblemKind.UnknownCategory, "「性別」が不明な回答者が1人います。回答を確かめるか、調査.csvの「属性不明」を「別区分」「按分」「除外」のどれかにしてください。" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_problem_of_a_calibration_has_its_reason(CalibrationProblemKind kind, string expected)
    {
        string[] boundary = ["男,若,東", "男,老,東", "女,若,東"];
        var both = Raking("性別|年代");
        var outcome = kind switch
        {
            CalibrationProblemKind.EmptyCategory => Of(Raking("性別"), [Sex], "男,若,東"),
            CalibrationProblemKind.NoPopulation => Of(Raking("性別"), [Table("性別", 100, 0)], "男,若,東", "女,若,東"),
            CalibrationProblemKind.TotalsDiffer => Of(both, [Sex, Table("年代", 40, 50)], "男,若,東", "女,老,東"),
            CalibrationProblemKind.Infeasible => Of(both, [Sex, Age], "男,若,東", "女,老,東"),
            CalibrationProblemKind.LimitsTooNarrow => Of(
                both with { Weighting = Raking("性別").Weighting! with { Limits = new FactorLimits(0.9, 1.1) } }, [Sex], "男,若,東", "女,若,東", "女,老,東"),
            CalibrationProblemKind.NotConverged => Of(both, [Table("性別", 50, 50), Age], boundary),
            CalibrationProblemKind.NonPositiveWeights => Of(
                both with { Weighting = both.Weighting! with { Method = CalibrationMethod.Linear } }, [Table("性別", 50, 50), Age], boundary),
            _ => Of(Raking("性別"), [Sex], "男,若,東", ",老,東"),
        };
        Assert.Null(outcome.Frame);
        Assert.EndsWith(expected, outcome.Reasons[0], StringComparison.Ordinal);
    }

    private static WaveFrameOutcome Of(SurveySettings settings, IReadOnlyList<PopulationBreakdown> tables, params string[] rows)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("性別,年代,地区\n" + string.Join('\n', rows) + "\n"));
        var import = ResponseImport.Read(stream, "調査.csv", Book, "", new ImportProfile { Wave = Wave });
        Assert.True(import.Report.IsAccepted, string.Join('\n', import.Report.Problems));
        return BuildWaveFrame.Of(import.Snapshot!, Book, settings, null, tables);
    }

    private static SurveySettings Raking(string margins, UnknownAttributePolicy unknown = UnknownAttributePolicy.Refuse) => new()
    {
        Survey = "調査",
        Weighting = new WeightingRule { Method = CalibrationMethod.Raking, Margins = [.. margins.Split('|').Select(Breakdown.Parse)], Unknown = unknown },
    };

    private static PopulationBreakdown Table(string question, long first, long second)
    {
        var choices = Book.Find(question)!.Choices;
        return new PopulationBreakdown(Wave, "", new Breakdown(question), [new([choices[0].Label], first), new([choices[1].Label], second)]);
    }

    private static Question Attribute(string id, params string[] labels) => new()
    {
        Id = id,
        Kind = QuestionKind.Attribute,
        Column = id,
        Series = id,
        Choices = [.. labels.Select(l => new Choice(l, l))],
    };
}
