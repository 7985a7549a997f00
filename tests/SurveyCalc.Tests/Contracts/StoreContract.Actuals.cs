using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Contracts;

public abstract partial class StoreContract
{
    [StoreFact]
    public async Task An_actual_comes_back_as_it_was()
    {
        var actual = Actual("指'標\"1\"; drop table actual; --", Wave("調査'x"));
        Assert.Equal(Json([actual with { Revision = 1 }]), Json((await store.AppendActualsAsync([actual], None)).Written));
        await RestartAsync();
        Assert.Equal(Json([actual with { Revision = 1 }]), Json(await store.GetActualsAsync(allRevisions: false, None)));
    }

    [StoreFact]
    public async Task An_actual_without_a_figure_comes_back()
    {
        var actual = Actual("I1", Wave()) with
        {
            Figure = null,
            NoFigureReason = "有効な回答がありません",
            Change = new YearOverYear { Verdict = ChangeVerdict.NoEarlierWave },
            TargetVerdict = TargetVerdict.NoFigure,
        };
        await store.AppendActualsAsync([actual], None);
        Assert.Equal(Json([actual with { Revision = 1 }]), Json(await store.GetActualsAsync(allRevisions: false, None)));
    }

    [StoreTheory]
    [InlineData(0.1)]
    [InlineData(-0.0)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(2.2250738585072014E-308)]
    [InlineData(0.30000000000000004)]
    [InlineData(9007199254740993.0)]
    public async Task Numbers_of_an_actual_come_back_to_the_last_bit(double number)
    {
        var actual = Actual("I1", Wave());
        await store.AppendActualsAsync([actual with { Figure = actual.Figure! with { Exact = number, Printed = 0.50m } }], None);
        var read = (await store.GetActualsAsync(allRevisions: false, None)).Single().Figure!;
        Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(read.Exact));
        Assert.Equal(decimal.GetBits(0.50m), decimal.GetBits(read.Printed));
    }

    [StoreFact]
    public async Task The_same_fingerprint_makes_no_revision()
    {
        var actual = Actual("I1", Wave());
        await store.AppendActualsAsync([actual], None);
        var later = actual with { Provenance = actual.Provenance with { ComputedAt = Noon.AddDays(1) } };
        Assert.Empty((await store.AppendActualsAsync([later], None)).Written);
        Assert.Equal(Noon, (await store.GetActualsAsync(allRevisions: true, None)).Single().Provenance.ComputedAt);
    }

    [StoreFact]
    public async Task Another_fingerprint_is_the_next_revision_and_so_is_the_return_of_an_older_one()
    {
        var revisions = new List<int>();
        foreach (var fingerprint in (string[])["a", "a", "b", "b", "a"])
            revisions.AddRange((await store.AppendActualsAsync([Actual("I1", Wave(), fingerprint)], None)).Written.Select(a => a.Revision));
        Assert.Equal([1, 2, 3], revisions);
        Assert.Equal(["a", "b", "a"], (await store.GetActualsAsync(allRevisions: true, None)).Select(a => a.Fingerprint));
        Assert.Equal([3], (await store.GetActualsAsync(allRevisions: false, None)).Select(a => a.Revision));
    }

    [StoreFact]
    public async Task Revisions_count_per_indicator_and_wave()
    {
        Actual[] actuals =
        [
            Actual("I1", Wave()), Actual("I2", Wave()), Actual("I1", Wave(year: 2021)), Actual("I1", Wave("職員意識調査")), Actual("i1", Wave()),
        ];
        Assert.All((await store.AppendActualsAsync(actuals, None)).Written, actual => Assert.Equal(1, actual.Revision));
        Assert.Equal(5, (await store.GetActualsAsync(allRevisions: false, None)).Count);
    }

    [StoreFact]
    public async Task A_revision_number_given_by_the_caller_means_nothing()
    {
        var appended = await store.AppendActualsAsync([Actual("I1", Wave()) with { Revision = 7 }], None);
        Assert.Equal(1, appended.Written.Single().Revision);
    }

    [StoreFact]
    public async Task Only_what_was_written_is_told_in_the_order_given()
    {
        await store.AppendActualsAsync([Actual("I2", Wave())], None);
        var appended = await store.AppendActualsAsync(
            [Actual("I3", Wave()), Actual("I2", Wave()), Actual("I1", Wave()), Actual("I3", Wave(), "f2")], None);
        Assert.Equal([("I3", 1), ("I1", 1), ("I3", 2)], appended.Written.Select(a => (a.Indicator, a.Revision)));
    }

    [StoreFact]
    public async Task Actuals_are_ordered_ordinally_by_indicator_and_then_by_year_and_revision()
    {
        string[] indicators = ["b", "A", "a", "10", "9", "ア", "職員", "市民", "ｱ", "𠮷"];
        foreach (var fingerprint in (string[])["f1", "f2"])
            await store.AppendActualsAsync(
                [.. indicators.SelectMany(i => new[] { Actual(i, Wave(year: 2021), fingerprint), Actual(i, Wave(year: 2019), fingerprint) })], None);
        var expected = indicators.Order(StringComparer.Ordinal).SelectMany(i => new[] { (i, 2019, 1), (i, 2019, 2), (i, 2021, 1), (i, 2021, 2) });
        var all = await store.GetActualsAsync(allRevisions: true, None);
        Assert.Equal(expected, all.Select(a => (a.Indicator, a.Wave.FiscalYear.FirstYear, a.Revision)));
        Assert.Equal(Json(all.Where(a => a.Revision == 2)), Json(await store.GetActualsAsync(allRevisions: false, None)));
    }

    [StoreFact]
    public async Task Actuals_are_appended_together_or_not_at_all()
    {
        var actuals = new Tripwire<Actual>(
            [.. Enumerable.Range(0, 50).Select(i => Actual($"I{i}", Wave()))], 40, () => throw new IOException("simulated"));
        await Assert.ThrowsAsync<IOException>(() => store.AppendActualsAsync(actuals, None));
        Assert.Empty(await store.GetActualsAsync(allRevisions: true, None));
    }

    [StoreFact]
    public async Task Writers_at_once_leave_revisions_without_gaps_or_doubles()
    {
        await using var other = await ReopenAsync();
        var appended = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            (i % 2 == 0 ? store : other).AppendActualsAsync([Actual("I1", Wave(), $"f{i}")], None)));
        Assert.Equal(Enumerable.Range(1, 20), appended.Select(a => a.Written.Single().Revision).Order());
        Assert.Equal(Enumerable.Range(1, 20), (await store.GetActualsAsync(allRevisions: true, None)).Select(a => a.Revision));
    }

    /// <summary>Actuals hold lists, which records compare by reference.</summary>
    private static IEnumerable<string> Json(IEnumerable<Actual> actuals) => actuals.Select(CanonicalJson.Write);
}
