using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Waves;
using static SurveyCalc.Tests.Scenarios.SmallCity;

namespace SurveyCalc.Tests.Computation;

public sealed class RecomputeTests
{
    private static readonly string[] First = [.. Rows(40, "1,1"), .. Rows(30, "2,2"), .. Rows(30, "3,2"), "8,1", ",2"];
    private static readonly string[] Second = [.. Rows(80, "1,1"), .. Rows(10, "2,2"), .. Rows(10, "3,2")];

    [Fact]
    public async Task Actuals_are_written_once_and_a_quiet_run_reads_no_answer()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020]));
        await city.ImportAsync(2020, First);
        Assert.Equal(["A", "B", "C"], (await city.RecomputeAsync()).Written.Select(a => a.Indicator));
        var quiet = await city.RecomputeAsync();
        Assert.Empty(quiet.Written);
        Assert.Equal(3, quiet.Planned);
        Assert.Equal(0, quiet.SnapshotsRead);
    }

    [Fact]
    public async Task A_figure_counts_what_its_rule_says()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020]));
        await city.ImportAsync(2020, First);
        var actuals = (await city.RecomputeAsync()).Written;
        Assert.Equal((70, 100, 70.0m), (actuals[0].Figure!.Numerator, actuals[0].Figure!.Denominator, actuals[0].Figure!.Printed));
        Assert.Equal(new RoleCounts(100, 1, 1, 0, 0, 0), actuals[0].Roles);
        Assert.Equal((0, 61, 0.0m), (actuals[1].Figure!.Numerator, actuals[1].Figure!.Denominator, actuals[1].Figure!.Printed));
        Assert.Equal(new RoleCounts(60, 1, 0, 0, 0, 41), actuals[1].Roles);
        Assert.Equal((100, 0.10m), (actuals[2].Figure!.Denominator, actuals[2].Figure!.Printed));
    }

    [Fact]
    public async Task A_corrected_file_makes_a_new_revision_of_what_it_changes()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020]));
        await city.ImportAsync(2020, First);
        await city.RecomputeAsync();
        await city.ImportAsync(2020, Second);
        Assert.All((await city.RecomputeAsync()).Written, a => Assert.Equal(2, a.Revision));
        Assert.Equal(6, (await city.Store.GetActualsAsync(allRevisions: true, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_changed_plan_value_touches_only_its_own_year()
    {
        await using var city = await CreateAsync();
        var same = new[] { SameSeries(2020), SameSeries(2021) };
        await city.DefineAsync(Define([2020, 2021], same));
        await city.ImportAsync(2020, First);
        await city.ImportAsync(2021, Second);
        await city.RecomputeAsync();
        await city.DefineAsync(Define([2020, 2021], [.. same, ("A,2021,61", "A,2021,99")]));
        var written = Assert.Single((await city.RecomputeAsync()).Written);
        Assert.Equal(("A", 2021, TargetVerdict.Missed), (written.Indicator, written.Wave.FiscalYear.FirstYear, written.TargetVerdict));
    }

    [Fact]
    public async Task The_same_bytes_are_received_once_but_read_again_after_a_new_code_book()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020]));
        Assert.False((await city.ImportAsync(2020, First)).WasAlreadyReceived);
        Assert.True((await city.ImportAsync(2020, First)).WasAlreadyReceived);
        await city.DefineAsync(Define([2020], ("わからない,わからない", "わからない,無回答")));
        Assert.False((await city.ImportAsync(2020, First)).WasAlreadyReceived);
    }

    [Fact]
    public async Task A_refused_file_stores_nothing()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020]));
        var outcome = await city.ImportAsync(2020, "1,1", "7,2");
        Assert.Null(outcome.Wave);
        Assert.Equal(1, outcome.Report!.Errors);
        Assert.Empty(await city.Store.GetWavesAsync(CancellationToken.None));
        Assert.Empty((await city.RecomputeAsync()).Written);
    }

    [Fact]
    public async Task No_valid_answer_is_a_state_and_never_zero_percent()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020]));
        await city.ImportAsync(2020, "8,1", ",2");
        var actual = (await city.RecomputeAsync()).Written[0];
        Assert.Null(actual.Figure);
        Assert.Equal("有効な回答がありません。", actual.NoFigureReason);
        Assert.Equal(TargetVerdict.NoFigure, actual.TargetVerdict);
    }

    [Fact]
    public async Task A_year_without_a_wave_is_skipped_and_named()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2018, 2021], SameSeries(2018), SameSeries(2021)));
        await city.ImportAsync(2018, First);
        await city.ImportAsync(2021, Second);
        var change = (await city.RecomputeAsync()).Written.Single(a => a.Indicator == "A" && a.Wave.FiscalYear.FirstYear == 2021).Change;
        Assert.Equal(new FiscalYear(2018), change.Against);
        Assert.Equal([new FiscalYear(2019), new FiscalYear(2020)], change.Skipped);
        Assert.Equal((20.0m, 20.0m, ChangeVerdict.Rose), (change.OfPrinted, change.OfExact, change.Verdict));
    }

    [Fact]
    public async Task A_changed_series_is_not_comparable_and_says_why()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020, 2021]));
        await city.ImportAsync(2020, First);
        await city.ImportAsync(2021, Second);
        var change = (await city.RecomputeAsync()).Written.Single(a => a.Indicator == "A" && a.Wave.FiscalYear.FirstYear == 2021).Change;
        Assert.Equal(ChangeVerdict.NotComparable, change.Verdict);
        Assert.Equal("設問の系列が変わりました(「系列2020」→「系列2021」)。", change.Reason);
        Assert.Null(change.Difference);
    }

    [Fact]
    public async Task A_changed_series_of_the_condition_is_not_comparable_either()
    {
        await using var city = await CreateAsync();
        var definitions = Define([2020, 2021], SameSeries(2020), SameSeries(2021), ($"{Survey},2021,性別,,属性,性別,1,男性,有効,,性別", $"{Survey},2021,性別,,属性,性別,1,男性,有効,,新しい性別"));
        await city.DefineAsync(definitions);
        await city.ImportAsync(2020, First);
        await city.ImportAsync(2021, Second);
        var written = (await city.RecomputeAsync()).Written.Where(a => a.Wave.FiscalYear.FirstYear == 2021).ToDictionary(a => a.Indicator, a => a.Change.Verdict);
        Assert.Equal((ChangeVerdict.Rose, ChangeVerdict.NotComparable), (written["A"], written["B"]));
    }

    [Fact]
    public async Task A_population_smaller_than_the_sample_gives_a_reason_and_no_figure()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020]) with { Populations = [new Population(new WaveKey(Survey, new FiscalYear(2020)), 50)] });
        await city.ImportAsync(2020, First);
        var actual = (await city.RecomputeAsync()).Written[0];
        Assert.Null(actual.Figure);
        Assert.Equal("母集団数(50人)が回答者数(102人)より少ないため計算できません。母集団の登録を確かめてください。", actual.NoFigureReason);
    }
}
