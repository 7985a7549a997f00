using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Tests.Definitions;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Contracts;

public abstract partial class StoreContract
{
    /// <summary>Two surveys, three years, revisions of several standings, small bases and tested changes. I1 and I4 are of one question.</summary>
    private async Task FillHistoryAsync()
    {
        var ofOneQuestion = new[] { "I1", "I4" }.Select(code => Sample.Indicator(Sample.Counting("満足"), BaseRule.Answered) with { Code = code, Survey = "市民意識調査" });
        await store.SaveDefinitionsAsync(
            DefinitionItems.Of(new DefinitionSet { Surveys = [new SurveySettings { Survey = "市民意識調査", MinimumBase = 30 }], Indicators = [.. ofOneQuestion] }), Noon, "tester", None);
        foreach (var (fingerprint, day) in new[] { ("f1", 0), ("f2", 10) })
            foreach (var survey in new[] { "市民意識調査", "職員意識調査" })
                await store.AppendActualsAsync([.. Enumerable.Range(0, 5).SelectMany(i => Enumerable.Range(2020, 3).Select(year => Figure(survey, i, year, fingerprint, day)))], None);
        await store.ConfirmActualsAsync([.. (await store.GetActualsAsync(allRevisions: false, None)).Where(a => a.Indicator == "I0").Select(Final)], None);
        await store.AppendActualsAsync([Figure("市民意識調査", 1, 2020, "f3", 20), Figure("市民意識調査", 2, 2021, "f3", 20)], None);
    }

    /// <summary>One of I0 to I4: the first revision of I3 in 2020 and every one of I4 in 2021 are from few respondents.</summary>
    private static Actual Figure(string survey, int indicator, int year, string fingerprint, int day)
    {
        var actual = Actual($"I{indicator}", Wave(survey, year), fingerprint);
        var respondents = (indicator, year, fingerprint) is (3, 2020, "f1") or (4, 2021, _) ? 12 : 500 + day;
        return actual with
        {
            RecordedAt = Noon.AddDays(day),
            Figure = actual.Figure! with { Printed = 50.0m + indicator, Denominator = respondents, Numerator = respondents / 2 },
            Change = actual.Change with { Against = year == 2020 ? null : new FiscalYear(year - 1), Skipped = [], PValue = 0.01 * (indicator + 1), OfPrinted = 1.0m + day, OfExact = 1.0m },
        };
    }

    [StoreFact]
    public async Task The_mark_tells_of_every_definition_and_revision_and_of_nothing_else()
    {
        Assert.Equal(new StoreMark(0, 0), await store.GetMarkAsync(None));
        await store.SaveDefinitionsAsync([Definition(DefinitionKind.Indicator, "I1"), Definition(DefinitionKind.Indicator, "I2")], Noon, "tester", None);
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        Assert.Equal(new StoreMark(1, 2), await store.GetMarkAsync(None));
        await store.SaveDefinitionsAsync([Definition(DefinitionKind.Indicator, "I1", "2")], Noon, "tester", None);
        await store.AppendActualsAsync([Actual("I1", Wave()), Actual("I2", Wave())], None);
        await RestartAsync();
        Assert.Equal(new StoreMark(2, 3), await store.GetMarkAsync(None));
    }

    [StoreFact]
    public async Task Revisions_are_found_by_indicator_wave_and_place_in_the_order_of_the_chain()
    {
        Assert.Empty((await store.GetRevisionsAsync(new RevisionQuery(), None)).Revisions);
        await FillHistoryAsync();
        var records = await store.GetRecordsAsync(None);
        var bodies = records.Actuals.ToDictionary(a => a.Id, a => a.Body);
        var chain = records.Chain.Select(link => new ChainedActual(link.Sequence, CanonicalJson.Read<Actual>(bodies[link.ActualId]))).ToList();
        var latest = chain.GroupBy(c => (c.Actual.Indicator, c.Actual.Wave)).Select(g => g.Last()).OrderBy(c => c.Sequence).ToList();

        await FoundAsync(new RevisionQuery(), chain);
        await FoundAsync(new RevisionQuery { LatestOnly = true }, latest);
        await FoundAsync(new RevisionQuery { Indicators = ["I1", "I'0"] }, chain.Where(c => c.Actual.Indicator == "I1"));
        await FoundAsync(new RevisionQuery { Indicators = [] }, []);
        await FoundAsync(new RevisionQuery { Indicators = ["I0"], LatestOnly = true }, latest.Where(c => c.Actual.Indicator == "I0"));
        await FoundAsync(new RevisionQuery { Wave = Wave(year: 2021), Indicators = ["I0", "I2"] }, chain.Where(c => c.Actual.Wave == Wave(year: 2021) && (c.Actual.Indicator is "I0" or "I2")));
        await FoundAsync(new RevisionQuery { After = 7, Most = 5 }, chain.Skip(7).Take(5));
        await FoundAsync(new RevisionQuery { After = chain.Count }, []);

        async Task FoundAsync(RevisionQuery query, IEnumerable<ChainedActual> expected)
        {
            var (mark, revisions) = await store.GetRevisionsAsync(query, None);
            Assert.Equal(chain.Count, mark.Revisions);
            Assert.Equal(expected.Select(CanonicalJson.Write), revisions.Select(CanonicalJson.Write));
        }
    }

    [StoreFact]
    public async Task Summaries_say_what_the_revisions_say()
    {
        Assert.Empty((await store.GetSummariesAsync(0, None)).Summaries);
        await FillHistoryAsync();
        var empty = Actual("I9", Wave()) with { Figure = null, NoFigureReason = "回答なし", Change = new YearOverYear { Verdict = ChangeVerdict.NoEarlierWave }, TargetVerdict = TargetVerdict.NoFigure };
        await store.AppendActualsAsync([empty], None);
        foreach (var after in new[] { 0, 20 })
        {
            var (mark, summaries) = await store.GetSummariesAsync(after, None);
            var expected = (await store.GetRevisionsAsync(new RevisionQuery { After = after }, None)).Revisions.Select(r => RevisionSummary.Of(r.Actual)).ToList();
            Assert.Equal(await store.GetMarkAsync(None), mark);
            Assert.Equal(expected, summaries);
            Assert.Equal(expected.Select(s => s.Printed?.Scale), summaries.Select(s => s.Printed?.Scale));
        }
    }

    [StoreFact]
    public async Task Rows_read_in_part_are_those_of_everything()
    {
        using var published = new PublishedRevisions(store);
        Assert.Empty((await published.AfterAsync(0, 10, None)).Items);
        await FillHistoryAsync();
        await SameAsync();
        await store.AppendActualsAsync([Figure("市民意識調査", 3, 2020, "f9", 30), Figure("市民意識調査", 0, 2022, "f9", 30), Figure("市民意識調査", 4, 2021, "f9", 30)], None);
        await SameAsync();
        await store.SaveDefinitionsAsync(
            DefinitionItems.Of(new DefinitionSet { Surveys = [new SurveySettings { Survey = "職員意識調査", MinimumBase = 505, Level = 0.99 }] }), Noon, "tester", None);
        await SameAsync();

        async Task SameAsync()
        {
            var definitions = DefinitionItems.ToSet(await store.GetDefinitionsAsync(None));
            var latest = ActualFeed.Rows(await store.GetActualsAsync(allRevisions: false, None), definitions);
            var revisions = (await store.GetRevisionsAsync(new RevisionQuery(), None)).Revisions;
            var all = ActualFeed.Rows([.. revisions.Select(r => r.Actual)], definitions);
            Assert.Contains(all, row => row.IsWithheld);
            Assert.Contains(all, row => row.ChangeReason == SuppressionGate.EarlierWithheld);
            Assert.Contains(all, row => row.Indicator == "I1" && row.NoValueReason == SuppressionGate.Derivable);
            foreach (var indicator in new[] { "I0", "I1", "I3", "I4", "I5" })
            {
                Equal(latest.Where(r => r.Indicator == indicator), (await published.LatestAsync(indicator, null, None)).Items.Select(i => i.Row));
                foreach (var day in new[] { -1, 0, 10, 100 })
                {
                    var known = revisions.Select(r => r.Actual).Where(a => a.RecordedAt <= Noon.AddDays(day)).GroupBy(a => (a.Indicator, a.Wave)).Select(g => g.MaxBy(a => a.Revision)!);
                    Equal(ActualFeed.Rows([.. known], definitions).Where(r => r.Indicator == indicator), (await published.LatestAsync(indicator, Noon.AddDays(day), None)).Items.Select(i => i.Row));
                }
            }

            Equal(all.Skip(11).Take(17), (await published.AfterAsync(11, 17, None)).Items.Select(i => i.Row));
            Assert.Equal(Enumerable.Range(12, 17).Select(i => (long)i), (await published.AfterAsync(11, 17, None)).Items.Select(i => i.Sequence));
            for (var i = 0; i < all.Count; i += 7) Equal([all[i]], [await published.RowOfAsync(revisions[i].Actual, None)]);
        }

        static void Equal(IEnumerable<ActualRow> expected, IEnumerable<ActualRow> rows) =>
            Assert.Equal(expected.Select(CanonicalJson.Write).Order(StringComparer.Ordinal), rows.Select(CanonicalJson.Write).Order(StringComparer.Ordinal));
    }

    [StoreFact]
    public async Task What_is_added_while_rows_are_read_is_either_seen_in_full_or_not_at_all()
    {
        await using var other = await ReopenAsync();
        using var published = new PublishedRevisions(store);
        var appending = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++) await other.AppendActualsAsync([.. Enumerable.Range(0, 5).Select(n => Figure("市民意識調査", n, 2022, $"f{i}", i))], None);
        });
        while (!appending.IsCompleted) await LookAsync();
        await appending;
        Assert.Equal(100, await LookAsync());

        async Task<long> LookAsync()
        {
            var (mark, _, items) = await published.AfterAsync(0, 1000, None);
            Assert.Equal((0L, mark.Revisions), (mark.Revisions % 5, (long)items.Count));
            Assert.Equal(items.Count == 0 ? 0 : 5, items.Count(i => i.Row.AdjustedPValue is not null));
            return mark.Revisions;
        }
    }
}
