using System.Text.RegularExpressions;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Explanations;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Tests.Scenarios;
using SurveyCalc.Worker.Output;
using static SurveyCalc.Tests.Scenarios.SmallCity;

namespace SurveyCalc.Tests.Explanations;

public sealed partial class ExplainActualTests
{
    private static readonly string[] Six = ["1,1", "1,2", "2,2", "3,2", ",2", "8,1"];

    [Fact]
    public async Task A_conditioned_indicator_is_explained_in_full()
    {
        await using var city = await CityAsync(Six);
        Assert.Equal(
            """
            B 満足の割合(女性)
            調査 令和2年度 の実績: 25.0% (改訂1、速報)

            1. 算式
              計画書の算式: (記載なし)
              計算した規則: 満足 ÷ (性別=女性 の人のうち無回答を含む回答者)
              計算: 分子 1 ÷ 分母 4 × 100 = 25.0000% → 四捨五入して 25.0%

            2. 設問と選択肢
              設問: 問1
              対象条件: 性別=女性
              符号表の版: (版)
              符号 選択肢               区分          人数 扱い
              1    満足                 有効             1 分子と分母
              2    普通                 有効             1 分母のみ
              3    不満                 有効             1 分母のみ
              8    わからない           わからない       0 分母のみ
                   (選択肢のない無回答) 無回答           1 分母のみ

            3. ウエイト
              使っていません(回答者1人を1と数えています)。

            4. 元のファイルと行
              ファイル: 2020.csv
              SHA-256: (版)
              受付: (時刻)
              採用した回答 6行 = 分母 4 + 除外 2 (行番号はExcelで見える番号)
              分子に数えた: 1行
                3
              分母に数えた: 4行
                3–6
              除外(対象条件の外): 2行
                2, 7

            5. 誤差、前回との比較、計画との比較
              区間の方法: Wilson
              25.0%(n=4、95%信頼区間 4.6〜69.9%)。回答者が少ないため参考値です。比べられる前
              回の調査はありません。
              前回差の判定: 前回なし
              計画値: なし

            6. 改訂
              改訂1(速報) (時刻) 計算版4
              作成者: SurveyCalc
              理由: 初めての計算
              指標の版: (版)
              設定の版: (版)
              回答の版: (版)

            """.ReplaceLineEndings("\n"),
            TextOf(await ExplainAsync(city, "B")));
    }

    [Fact]
    public async Task A_mean_divides_the_sum_of_the_scores()
    {
        await using var city = await CityAsync(Six);
        var explained = await ExplainAsync(city, "C");
        Assert.False(explained.IsRatio);
        Assert.Equal((1m, 4m), (explained.Counts!.Dividend, explained.Counts.Divisor));
        Assert.Equal([2, 3, 5], explained.Counts.NumeratorRows);
        Assert.Equal([2, 3, 4, 5], explained.Counts.DenominatorRows);
        Assert.Equal([1m, 0m, -1m, null, null], explained.Answers.Select(a => a.Score));
        Assert.Contains("  計算: 点数の合計 1 ÷ 人数 4 = 0.25000点 → 四捨五入して 0.25点\n", TextOf(explained), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_net_score_divides_the_sum_of_its_marks_and_is_in_percent()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020], ("問1,平均点,満足=1|普通=0|不満=-1,わからないも除く,,点", "問1,差引スコア,満足−不満,わからないも除く,,%")));
        await city.ImportAsync(2020, "1,1", "1,2", "1,2", "2,2", "3,2", ",2", "8,1");
        await city.RecomputeAsync();
        var explained = await ExplainAsync(city, "C");
        Assert.Equal((2m, 5m, 40.00m), (explained.Counts!.Dividend, explained.Counts.Divisor, explained.Actual.Value));
        Assert.Equal([1m, 0m, -1m, null, null], explained.Answers.Select(a => a.Score));
        Assert.Contains("  計算: 点数の合計 2 ÷ 人数 5 × 100 = 40.00000% → 四捨五入して 40.00%\n", TextOf(explained), StringComparison.Ordinal);
        var row = (await new ExplainRow(city.Store).RunAsync(new WaveKey(Survey, new FiscalYear(2020)), 6, CancellationToken.None)).Indicators.Single(f => f.Indicator == "C");
        Assert.Equal("数えた(平均の対象)", row.UseInJapanese);
    }

    [Fact]
    public async Task An_older_revision_is_explained_from_the_file_and_the_definitions_of_its_day()
    {
        await using var city = await CityAsync(Six);
        await city.DefineAsync(Define([2020], ("満足、普通,", "満足、不満,")));
        await city.ImportAsync(2020, "3,1", "2,1");
        await city.RecomputeAsync();
        var (first, second) = (await ExplainAsync(city, "A", 1), await ExplainAsync(city, "A"));
        Assert.Equal((1, "満足+普通 ÷ (無回答とわからないを除く回答者)"), (first.Actual.Revision, first.Rule));
        Assert.Equal((2, "満足+不満 ÷ (無回答とわからないを除く回答者)"), (second.Actual.Revision, second.Rule));
        Assert.Equal([2, 3, 4], first.Counts!.NumeratorRows);
        Assert.Equal([2, 3, 4, 5], first.Counts.DenominatorRows);
        Assert.Equal([2], second.Counts!.NumeratorRows);
        Assert.Equal([2, 3], second.Counts.DenominatorRows);
        Assert.NotEqual(first.Actual.FileSha256, second.Actual.FileSha256);
    }

    [Fact]
    public async Task A_confirmed_revision_tells_when_it_was_confirmed_and_when_it_was_computed()
    {
        await using var city = await CityAsync(Six);
        await city.ReleaseAsync("A", 2020);
        var explained = await ExplainAsync(city, "A");
        var confirmed = explained with { Actual = explained.Actual with { RecordedAt = explained.Actual.ComputedAt.AddDays(40) } };
        using var text = new StringWriter { NewLine = "\n" };
        new ExplanationText(text, confirmed).Write();
        string Day(int days) => explained.Actual.ComputedAt.AddDays(days).ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains($"  改訂2(確定) {Day(40)}(日本時間) 計算版{EngineVersion.Current}\n  計算日時: {Day(0)}(日本時間)\n", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_whose_answers_are_gone_keeps_its_value_and_says_so()
    {
        await using var city = await CityAsync(Six);
        await AppendAsync(city, a => a with { Provenance = a.Provenance with { SnapshotHash = new string('0', 64) } });
        var explained = await ExplainAsync(city, "A");
        Assert.Equal((75.0m, null, "元の回答は保存されていません。値は凍結されています。"), (explained.Actual.Value, explained.Counts, explained.NoCountsReason));
        Assert.Equal("満足+普通 ÷ (無回答とわからないを除く回答者)", explained.Rule);
        Assert.Contains("  行: 元の回答は保存されていません。値は凍結されています。\n", TextOf(explained), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_figure_that_the_answers_do_not_give_is_a_loud_fault()
    {
        await using var city = await CityAsync(Six);
        await AppendAsync(city, a => a with { Figure = a.Figure! with { Numerator = 4, Printed = 99.9m }, Roles = a.Roles with { NoAnswer = 2 } });
        var fault = await Assert.ThrowsAsync<OperatorException>(() => ExplainAsync(city, "A"));
        Assert.Equal(
            "指標「A」の令和2年度の実績(改訂2)は、保存した回答を数え直した結果と合いません。無回答: 保存 2、数え直し 1。分子: 保存 4、数え直し 3。表示値: 保存 99.9、数え直し 75.0。"
            + "データベースが壊れているか、書き換えられたおそれがあります。この値を使わず、バックアップから戻してください。",
            fault.Message);
        await Assert.ThrowsAsync<OperatorException>(() => new ExplainRow(city.Store).RunAsync(new WaveKey(Survey, new FiscalYear(2020)), 2, CancellationToken.None));
    }

    [Fact]
    public async Task A_version_that_is_not_stored_is_named()
    {
        await using var city = await CityAsync(Six);
        await AppendAsync(city, a => a with { Provenance = a.Provenance with { IndicatorHash = "abc" } });
        var fault = await Assert.ThrowsAsync<OperatorException>(() => ExplainAsync(city, "A"));
        Assert.Equal(
            "指標「A」の令和2年度の実績(改訂2)の説明に必要な指標の定義(版 abc)が保存されていません。データベースが壊れているおそれがあります。バックアップから戻してください。",
            fault.Message);
    }

    [Fact]
    public async Task A_figure_that_could_not_be_computed_is_explained_by_its_reason()
    {
        await using var city = await CityAsync(",1", "8,1");
        var explained = await ExplainAsync(city, "A");
        Assert.Null(explained.Actual.Value);
        Assert.Equal((0, 0), (explained.Counts!.Numerator, explained.Counts.Denominator));
        Assert.Equal([(RowUse.NoAnswer, 2), (RowUse.DontKnow, 3)], explained.Counts.LeftOut.Select(l => (l.Use, l.Rows.Single())));
        Assert.Contains("調査 令和2年度 の実績: なし(有効な回答がありません)", TextOf(explained), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entered_actual_is_said_to_be_one()
    {
        await using var city = await CityAsync(Six);
        await city.DefineAsync(Define([2020]) with { EnteredActuals = [new("E", new FiscalYear(2020), "小88 中76", Status.Final, "学校調査")] });
        var fault = await Assert.ThrowsAsync<OperatorException>(() => ExplainAsync(city, "E"));
        Assert.Equal(
            "指標「E」の実績は入力されたもの(入力実績)で、ここでは計算していないため、回答までさかのぼれません。出典は indicators と sheet で見られます。", fault.Message);
    }

    [Theory]
    [InlineData("Z", 2020, null, "指標コード「Z」の実績はありません。実績のある指標コード: A、B、C。コードを確かめるか、先に import と recompute を実行してください。")]
    [InlineData("A", 2021, null, "指標「A」の令和3年度の実績はありません。実績のある年度: 令和2年度。")]
    [InlineData("A", 2020, 3, "指標「A」の令和2年度に改訂3はありません。改訂は1から1までです。")]
    public async Task What_is_not_there_is_told_with_what_is(string indicator, int year, int? revision, string expected)
    {
        await using var city = await CityAsync(Six);
        var fault = await Assert.ThrowsAsync<OperatorException>(() =>
            new ExplainActual(city.Store).RunAsync(indicator, new FiscalYear(year), null, revision, CancellationToken.None));
        Assert.Equal(expected, fault.Message);
    }

    [Theory]
    [InlineData(2020, 8, "2020.csv の8行目は、採用した回答の行ではありません。採用した行は2行目から7行目までの6行です(Excelで見える行番号)。見出しの行、空の行、取込みで除いた行は数えていません。")]
    [InlineData(2022, 2, "調査 令和4年度の実績はありません。実績のある調査: 調査 令和2年度。")]
    public async Task A_row_or_a_wave_that_is_not_there_is_told(int year, int row, string expected)
    {
        await using var city = await CityAsync(Six);
        var fault = await Assert.ThrowsAsync<OperatorException>(() =>
            new ExplainRow(city.Store).RunAsync(new WaveKey(Survey, new FiscalYear(year)), row, CancellationToken.None));
        Assert.Equal(expected, fault.Message);
    }

    private static async Task<SmallCity> CityAsync(params string[] rows)
    {
        var city = await CreateAsync();
        await city.DefineAsync(Define([2020]));
        await city.ImportAsync(2020, rows);
        await city.RecomputeAsync();
        return city;
    }

    private static Task<Explanation> ExplainAsync(SmallCity city, string indicator, int? revision = null) =>
        new ExplainActual(city.Store).RunAsync(indicator, new FiscalYear(2020), null, revision, CancellationToken.None);

    /// <summary>Appends a changed copy of A's actual, as damage or a clean-up would leave it.</summary>
    private static async Task AppendAsync(SmallCity city, Func<Actual, Actual> change)
    {
        var actual = (await city.Store.GetActualsAsync(allRevisions: false, CancellationToken.None)).Single(a => a.Indicator == "A");
        Assert.Single((await city.Store.AppendActualsAsync([change(actual) with { Fingerprint = "changed" }], CancellationToken.None)).Written);
    }

    private static string TextOf(Explanation explained)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new ExplanationText(text, explained).Write();
        return Time().Replace(Version().Replace(text.ToString(), "(版)"), "(時刻)");
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Version();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d\(日本時間\)")]
    private static partial Regex Time();
}
