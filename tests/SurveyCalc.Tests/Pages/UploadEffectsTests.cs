using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Tests.Scenarios;
using SurveyCalc.Worker.Pages;
using static SurveyCalc.Tests.Scenarios.SmallCity;

namespace SurveyCalc.Tests.Pages;

/// <summary>What the page of an upload says the file did.</summary>
public sealed class UploadEffectsTests
{
    [Fact]
    public async Task A_file_that_replaces_a_wave_shows_the_changed_comparison_of_the_next_one()
    {
        await using var city = await CityAsync();
        var corrected = await city.ImportAsync(2020, [.. Rows(50, "1,1"), .. Rows(50, "3,2")]);
        await city.RecomputeAsync();
        var (own, later) = await EffectsAsync(city, corrected);
        Assert.Equal(("60.0%", "50.0%"), own.Where(e => e.After.Indicator == "A").Select(e => (e.BeforeText, e.AfterText)).Single());
        Assert.Equal(
            ("令和3年度", "+20.0ポイント(上昇した)", "+30.0ポイント(上昇した)", "速報"),
            later.Where(e => e.After.Indicator == "A").Select(e => (e.After.FiscalYear, e.BeforeChange, e.AfterChange, e.Standing)).Single());
        Assert.Empty((await EffectsAsync(city, await city.ImportAsync(2021, [.. Rows(80, "1,1"), .. Rows(20, "3,2"), "3,2"]))).Later);
    }

    [Fact]
    public async Task A_file_that_is_the_first_of_its_wave_shows_no_later_comparison()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020, 2021], SameSeries(2020), SameSeries(2021)));
        var first = await city.ImportAsync(2020, [.. Rows(60, "1,1"), .. Rows(40, "3,2")]);
        await city.RecomputeAsync();
        await city.ImportAsync(2021, [.. Rows(80, "1,1"), .. Rows(20, "3,2")]);
        await city.RecomputeAsync();
        var (own, later) = await EffectsAsync(city, first);
        Assert.All(own, e => Assert.Equal("なし", e.BeforeText));
        Assert.Empty(later);
    }

    [Fact]
    public async Task A_confirmed_comparison_stays_and_is_shown_as_differing()
    {
        await using var city = await CityAsync();
        await city.ReleaseAsync("A", 2021);
        var corrected = await city.ImportAsync(2020, [.. Rows(50, "1,1"), .. Rows(50, "3,2")]);
        await city.RecomputeAsync();
        var held = (await EffectsAsync(city, corrected)).Later.Single(e => e.After.Indicator == "A");
        Assert.Equal(("+20.0ポイント(上昇した)", "確定値のまま(再計算との差異あり)"), (held.AfterChange, held.Standing));
    }

    private static async Task<SmallCity> CityAsync()
    {
        var city = await CreateAsync();
        await city.DefineAsync(Define([2020, 2021], SameSeries(2020), SameSeries(2021)));
        await city.ImportAsync(2020, [.. Rows(60, "1,1"), .. Rows(40, "3,2")]);
        await city.ImportAsync(2021, [.. Rows(80, "1,1"), .. Rows(20, "3,2")]);
        await city.RecomputeAsync();
        return city;
    }

    private static async Task<(IReadOnlyList<UploadEffects> Own, IReadOnlyList<UploadEffects> Later)> EffectsAsync(SmallCity city, ReceiveUpload.Outcome file)
    {
        using var published = new PublishedRevisions(city.Store);
        return await UploadEffects.OfAsync(file.Wave!.Wave, file.Wave.Upload.Sha256, published, city.Store, CancellationToken.None);
    }
}
