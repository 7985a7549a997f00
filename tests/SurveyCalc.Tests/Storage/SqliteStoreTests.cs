using Dapper;
using Microsoft.Data.Sqlite;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Storage;
using SurveyCalc.Storage.Sqlite;
using SurveyCalc.Tests.Contracts;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Storage;

/// <summary>The embedded store keeps the contract, and what is only true of it.</summary>
public sealed partial class SqliteStoreTests : StoreContract, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;

    private static CancellationToken None => CancellationToken.None;

    private string Database => Path.Combine(folder, "市民 調査.db");

    protected override Task<IStore> CreateAsync() => ReopenAsync();

    protected override Task<IStore> ReopenAsync() => Task.FromResult<IStore>(SqliteStore.Open(Database));

    protected override bool EvictsWriters => false;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_brings_nothing_new_writes_nothing()
    {
        await UseAsync();
        var (bytes, pages) = (await File.ReadAllBytesAsync(Database), PagesWritten());
        using (var witness = Connect())
        {
            var version = witness.QuerySingle<long>("pragma data_version");
            await UseAsync();
            Assert.Equal(version, witness.QuerySingle<long>("pragma data_version"));
            Assert.Equal(pages, PagesWritten());
        }

        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database));

        async Task UseAsync()
        {
            await using var store = await OpenMigratedAsync();
            await store.SaveDefinitionsAsync([Definition(DefinitionKind.Indicator, "I1")], Noon, "planner", None);
            await store.SaveWaveAsync(Upload(Wave()), Snapshot(Wave()), Report(Upload(Wave())), None);
            await store.AppendActualsAsync([Actual("I1", Wave())], None);
        }

        long PagesWritten() => new FileInfo(Database + "-wal") is { Exists: true } wal ? wal.Length : 0;
    }

    [Theory]
    [InlineData("schema_version")]
    [InlineData("definition")]
    [InlineData("upload")]
    [InlineData("import_report")]
    [InlineData("import_problem")]
    [InlineData("snapshot")]
    [InlineData("snapshot_column")]
    [InlineData("snapshot_chunk")]
    [InlineData("actual")]
    [InlineData("actual_chain")]
    [InlineData("difference_report")]
    [InlineData("correction_proposal")]
    public async Task Nothing_that_was_written_can_be_changed_or_deleted(string table)
    {
        await using var store = await OpenMigratedAsync();
        await store.SaveDefinitionsAsync([Definition(DefinitionKind.Indicator, "I1")], Noon, "planner", None);
        await store.SaveWaveAsync(Upload(Wave()), Snapshot(Wave()), Report(Upload(Wave())), None);
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        await ConfirmAsync(store);
        await store.AppendActualsAsync([Actual("I1", Wave(), "f2")], None);
        await store.ProposeCorrectionAsync(Proposal((await store.GetDifferencesAsync(None)).Single().Recomputed, 2), None);
        using var connection = Connect();
        var column = connection.QueryFirst<string>("select name from pragma_table_info(@table)", new { table });
        foreach (var sql in (string[])[$"update {table} set {column} = {column}", $"delete from {table}"])
            Assert.Contains("append-only", Assert.Throws<SqliteException>(() => connection.Execute(sql)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_actual_stands_in_plain_columns_for_people_who_query()
    {
        await using var store = await OpenMigratedAsync();
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        await store.AppendActualsAsync([Actual("I1", Wave(), "f2")], None);
        using var connection = Connect();
        var row = (IDictionary<string, object?>)connection.QuerySingle("select * from actual_latest");
        Assert.Equal(2L, row["revision"]);
        Assert.Equal("55.20", row["printed"]);
        Assert.Equal(Math.BitIncrement(1.5), row["standard_error"]);
        Assert.Equal(552L, row["numerator"]);
        Assert.Null(row["lower"]);
        Assert.Equal("-0.10", row["change_of_printed"]);
        Assert.Equal("NotShown", row["change_verdict"]);
        Assert.Equal(0L, row["is_census"]);
        Assert.Equal("2026-04-01T03:00:00.1234560Z", row["computed_at"]);
    }

    [Fact]
    public async Task The_report_of_an_import_is_kept_with_its_first_problems()
    {
        await using var store = await OpenMigratedAsync();
        await store.SaveWaveAsync(Upload(Wave()), Snapshot(Wave()), Report(Upload(Wave())), None);
        using var connection = Connect();
        var row = (IDictionary<string, object?>)connection.QuerySingle("select * from import_report");
        Assert.Equal((6L, 3L, 2L, 1L), (row["rows_in"], row["accepted"], row["rejected"], row["excluded"]));
        Assert.Equal("""{"SC-I901":1,"SC-I902":1}""", row["problem_counts"]);
        Assert.Equal(
            [("SC-I901", "Warning", 15L, "問3", "9"), ("SC-I902", "Note", 0L, "", "")],
            connection.Query<(string, string, long, string, string)>(
                "select code, severity, row, column_name, found from import_problem order by position"));
    }

    [Theory]
    [InlineData(ushort.MaxValue, 2)]
    [InlineData(ushort.MaxValue + 1L, 4)]
    [InlineData(uint.MaxValue + 1L, 8)]
    public async Task Weights_take_the_narrowest_width(long most, int width)
    {
        await using var store = await OpenMigratedAsync();
        var snapshot = Snapshot(Wave()) with { Weights = new WeightColumn([1, 2, most], 4) };
        await store.SaveWaveAsync(Upload(Wave()), snapshot, Report(Upload(Wave())), None);
        using var connection = Connect();
        Assert.Equal((width, 3L * width), connection.QuerySingle<(int, long)>(
            "select width, length(data) from snapshot_column join snapshot_chunk using (snapshot_id, column_no) where kind = 'weights'"));
    }

    [Fact]
    public async Task Distinct_answers_are_readable_for_people_who_query()
    {
        await using var store = await OpenMigratedAsync();
        var column = Column("問1", [Answer.Marked(1UL << 63 | 1, default), Answer.Of(Indicators.CodeBooks.AnswerRole.NoAnswer), Answer.Of(1.50m)], [0, 1, 2]);
        await store.SaveWaveAsync(Upload(Wave()), Snapshot(Wave()) with { Columns = Columns(column) }, Report(Upload(Wave())), None);
        using var connection = Connect();
        Assert.Equal(
            """[{"Role":"Substantive","Marks":[0,63]},{"Role":"NoAnswer"},{"Role":"Substantive","Number":1.50}]""",
            connection.QuerySingle<string>("select answers from snapshot_column"));
    }

    [Fact]
    public async Task A_damaged_column_is_told_and_not_computed_with()
    {
        await using var store = await OpenMigratedAsync();
        var header = await store.SaveWaveAsync(Upload(Wave()), Snapshot(Wave()), Report(Upload(Wave())), None);
        using (var connection = Connect())
            connection.Execute("drop trigger snapshot_chunk_no_update; update snapshot_chunk set data = x'00'");
        var error = await Assert.ThrowsAsync<StoreException>(() => store.ReadSnapshotAsync(header.SnapshotId, ["問1"], None));
        Assert.Equal($"データベース「{Database}」が壊れています(snapshot 1, column 0)。バックアップから戻してください。", error.Message);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_preliminary_row_over_a_confirmed_one()
    {
        await using var store = await OpenMigratedAsync();
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        await ConfirmAsync(store);
        using var connection = Connect();
        var columns = string.Join(',', connection.Query<string>("select name from pragma_table_info('actual') where name <> 'id'"));
        var values = columns.Replace(",revision,", ",revision + 1,", StringComparison.Ordinal).Replace(",status,", ",'Preliminary',", StringComparison.Ordinal);
        var refused = Assert.Throws<SqliteException>(() => connection.Execute($"insert into actual ({columns}) select {values} from actual_latest"));
        Assert.Contains("a confirmed actual is not replaced", refused.Message, StringComparison.Ordinal);
    }

    private async Task<SqliteStore> OpenMigratedAsync()
    {
        var store = SqliteStore.Open(Database);
        await store.MigrateAsync(None);
        return store;
    }

    /// <summary>As another program would connect.</summary>
    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }
}
