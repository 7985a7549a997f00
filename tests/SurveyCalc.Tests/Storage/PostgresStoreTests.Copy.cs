using Dapper;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Indicators.Verification;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Storage;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Storage.Relational;
using SurveyCalc.Storage.Sqlite;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Storage;

public sealed partial class PostgresStoreTests
{
    [StoreFact]
    public void A_copy_knows_every_table()
    {
        using var connection = Connect();
        var tables = connection.Query<string>("select relname from pg_class where relnamespace = 'surveycalc'::regnamespace and relkind = 'r' and relname <> 'schema_version'");
        Assert.Equal(tables.Order(StringComparer.Ordinal), PostgresStore.Tables.Order(StringComparer.Ordinal));
    }

    [StoreFact]
    public async Task A_copy_of_an_embedded_store_answers_as_the_store_itself_and_goes_on_from_there()
    {
        await using var source = await EmbeddedAsync();
        await FillAsync(source);
        await using var target = PostgresStore.Open(database);
        var rows = await target.CopyFromAsync(source, None);
        Assert.All(PostgresStore.Tables, table => Assert.True(rows[table] > 0, table));
        Assert.Equal(await AnswersAsync(source), await AnswersAsync(target));
        Assert.Equal((await new VerifyRecords(source).RunAsync(null, None)).Head, (await new VerifyRecords(target).RunAsync(null, None)).Head);

        await FillAsync(source, "続き");
        await FillAsync(target, "続き");
        Assert.Equal(await AnswersAsync(source), await AnswersAsync(target));
    }

    [StoreFact]
    public async Task A_store_that_holds_something_is_no_target_of_a_copy()
    {
        await using var source = await EmbeddedAsync();
        await using var target = PostgresStore.Open(database);
        await target.RequestAsync(Recomputation(2020), None);
        var refusal = await Assert.ThrowsAsync<StoreException>(() => target.CopyFromAsync(source, None));
        Assert.Equal($"データベース「{Name}」は空ではありません(表 run)。写す先には、migrate を実行したばかりの空のデータベースを指定してください。", refusal.Message);
    }

    [StoreFact]
    public async Task A_copy_that_fails_leaves_the_target_empty()
    {
        await using var source = await EmbeddedAsync();
        await FillAsync(source);
        await using var target = PostgresStore.Open(database);
        Assert.Empty(await target.GetWavesAsync(None));
        Execute("alter table delivery_aside add constraint none_allowed check (false)");
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => target.CopyFromAsync(source, None));
        Assert.Empty(await target.GetDefinitionsAsync(None));
    }

    private async Task<SqliteStore> EmbeddedAsync()
    {
        var store = SqliteStore.Open(Path.Combine(folder.Value, "surveycalc.db"));
        await store.MigrateAsync(None);
        return store;
    }

    /// <summary>Something of everything a store can hold.</summary>
    private static async Task FillAsync(RelationalStore store, string survey = "市民意識調査")
    {
        var wave = Wave(survey);
        await store.SaveDefinitionsAsync([Definition(DefinitionKind.Indicator, survey), Definition(DefinitionKind.Survey, survey, "2")], Noon, "planner", None);
        foreach (var bytes in new[] { "a", "b" })
        {
            var snapshot = Snapshot(wave, AnswerColumn.ChunkRows + 1, bytes) with
            {
                Columns = Columns(Column("問1", AnswerColumn.ChunkRows + 1, 300)),
                Weights = new WeightColumn([.. Enumerable.Range(0, AnswerColumn.ChunkRows + 1).Select(r => r * 1_000_000_007L)], 9),
                RowNumbers = [.. Enumerable.Range(2, AnswerColumn.ChunkRows + 1)],
                RespondentIds = [.. Enumerable.Range(0, AnswerColumn.ChunkRows + 1).Select(r => $"𠮷{r}")],
            };
            await store.SaveWaveAsync(Upload(wave, bytes), snapshot, Report(Upload(wave, bytes)), None);
        }

        await store.AppendActualsAsync([Actual("I1", wave), Actual("I2", wave) with { Figure = null, NoFigureReason = "有効な回答がありません。" }], None);
        await ConfirmAsync(store);
        await store.AppendActualsAsync([Actual("I1", wave, "f2")], None);
        await store.ProposeCorrectionAsync(Proposal(Actual("I1", wave, "f2"), 2), None);

        await store.RequestAsync(new RunRequest(RunKind.Import, $"{survey}/1", wave, "窓口", new ReceivedFile("回答.csv", "h", 5)), None);
        await store.RequestAsync(new RunRequest(RunKind.Nightly, $"{survey}/2", null, "schedule"), None);
        var run = (await store.TakeAsync("a", Long, None))!;
        await store.FinishAsync(LeaseOf(run), new RunOutcome(RunState.Succeeded, "済み", 3, 2, Report(Upload(wave))), None);
        await store.AddKeyAsync(SampleKey with { Id = survey, RevokedAt = Noon }, None);
        await store.SaveAccountAsync(SampleAccount with { Name = survey, LockedUntil = Noon, IsDisabled = true }, None);
        await store.NextAsync(survey, "a", Long, None);
        await store.FailedAsync(survey, 1, "HTTP 400", null, None);
        await store.FailedAsync(survey, 2, "HTTP 503", Long, None);
    }

    /// <summary>All that a store answers, as text. Times by its own clock are left out.</summary>
    private static async Task<string> AnswersAsync(RelationalStore store)
    {
        var waves = await store.GetWavesAsync(None);
        var snapshots = new List<object>();
        foreach (var wave in waves)
        {
            var snapshot = await store.ReadSnapshotAsync(wave.SnapshotId, ["問1"], None);
            snapshots.Add(new { snapshot.ContentHash, snapshot.Columns["問1"].Chunks, snapshot.Weights!.Values, Ids = (await store.ReadRespondentsAsync(wave.SnapshotId, None)).RespondentIds });
        }

        var never = DateTimeOffset.UnixEpoch;
        return CanonicalJson.Write(new
        {
            Definitions = await store.GetDefinitionsAsync(None),
            Waves = waves,
            snapshots,
            Actuals = await store.GetActualsAsync(allRevisions: true, None),
            Differences = await store.GetDifferencesAsync(None),
            Proposals = await store.GetProposalsAsync(None),
            Runs = (await store.GetRunsAsync(100, null, None)).Select(r => r with { RequestedAt = never, NotBefore = never, StartedAt = null, HeartbeatAt = null, FinishedAt = null }),
            Keys = await store.GetKeysAsync(None),
            Accounts = await store.GetAccountsAsync(None),
            Deliveries = (await store.GetStatusAsync(None)).Select(d => d with { NotBefore = null }),
        });
    }
}
