using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Contracts;

public abstract partial class StoreContract
{
    private Task<WaveHeader> SaveAsync(WaveSnapshot snapshot, string bytes = "a", CancellationToken cancellation = default)
    {
        var upload = Upload(snapshot.Wave, bytes);
        return store.SaveWaveAsync(upload, snapshot, Report(upload), cancellation);
    }

    [StoreFact]
    public async Task A_saved_wave_is_told_with_its_upload()
    {
        var snapshot = Snapshot(Wave("市民'の\"調査\"; drop table upload; --"), respondents: 3);
        var header = await SaveAsync(snapshot);
        Assert.Equal(new WaveHeader(header.SnapshotId, Upload(snapshot.Wave), snapshot.ContentHash, snapshot.CodeBookHash, 3), header);
        await RestartAsync();
        Assert.Equal([header], await store.GetWavesAsync(None));
    }

    [StoreFact]
    public async Task The_same_bytes_for_the_same_wave_store_nothing_and_return_the_first()
    {
        var first = await SaveAsync(Snapshot(Wave(), content: "c"));
        var again = Upload(Wave()) with { FileName = "別名.csv", ReceivedBy = "another" };
        Assert.Equal(first, await store.SaveWaveAsync(again, Snapshot(Wave(), 2, "d"), Report(again), None));
        Assert.Equal([first], await store.GetWavesAsync(None));
    }

    [StoreFact]
    public async Task The_same_bytes_read_with_another_profile_or_code_book_become_the_current_snapshot()
    {
        var first = await SaveAsync(Snapshot(Wave()));
        var reread = Upload(Wave()) with { ProfileHash = "another" };
        var second = await store.SaveWaveAsync(reread, Snapshot(Wave()), Report(reread), None);
        var third = await store.SaveWaveAsync(reread, Snapshot(Wave()) with { CodeBookHash = "another" }, Report(reread), None);
        Assert.True(first.SnapshotId < second.SnapshotId && second.SnapshotId < third.SnapshotId);
        Assert.Equal([third], await store.GetWavesAsync(None));
    }

    [StoreFact]
    public async Task Going_back_to_an_earlier_file_makes_it_current_again()
    {
        await SaveAsync(Snapshot(Wave(), content: "c"), "a");
        await SaveAsync(Snapshot(Wave(), content: "d"), "b");
        var third = await SaveAsync(Snapshot(Wave(), content: "c"), "a");
        Assert.Equal([third], await store.GetWavesAsync(None));
    }

    [StoreFact]
    public async Task The_same_bytes_for_another_wave_are_another_snapshot()
    {
        var first = await SaveAsync(Snapshot(Wave(year: 2020)));
        var second = await SaveAsync(Snapshot(Wave(year: 2021)));
        Assert.Equal([first, second], await store.GetWavesAsync(None));
    }

    [StoreFact]
    public async Task Other_bytes_become_the_current_snapshot_of_the_wave()
    {
        var first = await SaveAsync(Snapshot(Wave(), content: "c"), "a");
        var second = await SaveAsync(Snapshot(Wave(), content: "d"), "b");
        Assert.True(second.SnapshotId > first.SnapshotId);
        Assert.Equal([second], await store.GetWavesAsync(None));
    }

    [StoreFact]
    public async Task Other_bytes_with_the_same_content_are_another_snapshot()
    {
        var first = await SaveAsync(Snapshot(Wave()), "a");
        var second = await SaveAsync(Snapshot(Wave()), "b");
        Assert.NotEqual(first.SnapshotId, second.SnapshotId);
        Assert.Equal(first.ContentHash, second.ContentHash);
    }

    [StoreFact]
    public async Task An_older_snapshot_stays_readable()
    {
        var first = await SaveAsync(Snapshot(Wave(), content: "c"), "a");
        await SaveAsync(Snapshot(Wave(), content: "d"), "b");
        Assert.Equal(first.ContentHash, (await store.ReadSnapshotAsync(first.SnapshotId, [], None)).ContentHash);
    }

    [StoreFact]
    public async Task A_snapshot_is_found_by_wave_content_and_file_even_when_it_is_no_longer_current()
    {
        var first = await SaveAsync(Snapshot(Wave(), content: "c"), "a");
        await SaveAsync(Snapshot(Wave(), content: "d"), "b");
        await RestartAsync();
        Assert.Equal(first, await store.FindSnapshotAsync(Wave(), first.ContentHash, first.Upload.Sha256, None));
    }

    [StoreFact]
    public async Task Of_two_files_with_the_same_answers_the_one_that_is_named_is_found()
    {
        var first = await SaveAsync(Snapshot(Wave(), content: "c"), "a");
        var second = await SaveAsync(Snapshot(Wave(), content: "c"), "b");
        Assert.Equal(first, await store.FindSnapshotAsync(Wave(), first.ContentHash, first.Upload.Sha256, None));
        Assert.Equal(second, await store.FindSnapshotAsync(Wave(), first.ContentHash, second.Upload.Sha256, None));
    }

    [StoreFact]
    public async Task A_snapshot_that_is_not_there_is_not_found()
    {
        var saved = await SaveAsync(Snapshot(Wave(), content: "c"), "a");
        Assert.Null(await store.FindSnapshotAsync(Wave(), "another", saved.Upload.Sha256, None));
        Assert.Null(await store.FindSnapshotAsync(Wave(), saved.ContentHash, "another", None));
        Assert.Null(await store.FindSnapshotAsync(Wave(year: 2021), saved.ContentHash, saved.Upload.Sha256, None));
    }

    [StoreFact]
    public async Task Waves_are_ordered_ordinally_by_survey_and_then_by_year()
    {
        string[] surveys = ["職員意識調査", "市民意識調査", "b", "A", "a", "アンケート", "𠮷野町調査", "ｱﾝｹｰﾄ"];
        var waves = surveys.SelectMany(survey => new[] { Wave(survey, 2021), Wave(survey, 2019) }).ToArray();
        foreach (var wave in waves) await SaveAsync(Snapshot(wave));
        var expected = waves.OrderBy(wave => wave.Survey, StringComparer.Ordinal).ThenBy(wave => wave.FiscalYear);
        Assert.Equal(expected, (await store.GetWavesAsync(None)).Select(header => header.Wave));
    }

    [StoreFact]
    public async Task A_report_or_snapshot_of_something_else_is_refused()
    {
        var (upload, snapshot) = (Upload(Wave()), Snapshot(Wave()));
        var report = Report(upload);
        await RefusedAsync(upload, Snapshot(Wave(year: 2021)), report);
        await RefusedAsync(upload, snapshot, report with { Sha256 = new string('0', 64) });
        await RefusedAsync(upload, snapshot, report with { Errors = 1 });
    }

    [StoreFact]
    public async Task A_snapshot_whose_parts_do_not_fit_is_refused_and_nothing_is_stored()
    {
        var (upload, snapshot) = (Upload(Wave()), Snapshot(Wave(), respondents: 3));
        var column = snapshot.Columns["問1"];
        await RefusedAsync(upload, snapshot with { Respondents = 4 }, Report(upload));
        await RefusedAsync(upload, snapshot with { Columns = Columns(column with { Chunks = [[0, 1]] }) }, Report(upload));
        await RefusedAsync(upload, snapshot with { Columns = Columns(column with { Chunks = [] }) }, Report(upload));
        await RefusedAsync(upload, snapshot with { Columns = Columns(column with { Chunks = [[0, 1, 2], [0]] }) }, Report(upload));
        await RefusedAsync(upload, snapshot with { Weights = new WeightColumn([1, 2], 0) }, Report(upload));
        await RefusedAsync(upload, snapshot with { RowNumbers = [1] }, Report(upload));
        await RefusedAsync(upload, snapshot with { RespondentIds = ["1", "2"] }, Report(upload));
    }

    private async Task RefusedAsync(Upload upload, WaveSnapshot snapshot, ImportReport report)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.SaveWaveAsync(upload, snapshot, report, None));
        Assert.Empty(await store.GetWavesAsync(None));
    }

    [StoreFact]
    public async Task A_failure_amid_the_chunks_leaves_nothing()
    {
        var snapshot = Tripped(() => throw new IOException("simulated"));
        await Assert.ThrowsAsync<IOException>(() => SaveAsync(snapshot));
        Assert.Empty(await store.GetWavesAsync(None));
        await RestartAsync();
        Assert.Empty(await store.GetWavesAsync(None));
    }

    [StoreFact]
    public async Task A_save_cancelled_amid_the_chunks_leaves_nothing_and_may_be_repeated()
    {
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SaveAsync(Tripped(cancel.Cancel), cancellation: cancel.Token));
        Assert.Empty(await store.GetWavesAsync(None));
        var header = await SaveAsync(Tripped(() => { }));
        Assert.Equal([header], await store.GetWavesAsync(None));
    }

    [StoreFact]
    public async Task A_reader_during_a_save_sees_the_state_before()
    {
        await using var other = await ReopenAsync();
        var first = await SaveAsync(Snapshot(Wave(), content: "c"), "a");
        IReadOnlyList<WaveHeader> seen = [];
        var second = await SaveAsync(Tripped(() => seen = other.GetWavesAsync(None).GetAwaiter().GetResult()), "b");
        Assert.Equal([first], seen);
        Assert.Equal([second], await other.GetWavesAsync(None));
    }

    [StoreFact]
    public async Task A_writer_during_a_save_is_not_lost()
    {
        await using var other = await ReopenAsync();
        Task append = Task.CompletedTask;
        var snapshot = Tripped(() => append = other.AppendActualsAsync([Actual("I1", Wave())], None));
        await SaveAsync(snapshot);
        await append;
        Assert.Single(await store.GetActualsAsync(allRevisions: true, None));
        Assert.Single(await store.GetWavesAsync(None));
    }

    [StoreFact]
    public async Task The_same_file_saved_by_several_at_once_is_stored_once()
    {
        await using var other = await ReopenAsync();
        var upload = Upload(Wave());
        var headers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            (i % 2 == 0 ? store : other).SaveWaveAsync(upload, Snapshot(Wave()), Report(upload), None)));
        Assert.Single(headers.Distinct());
        Assert.Single(await store.GetWavesAsync(None));
    }

    /// <summary>A snapshot of several columns and chunks that acts when the last chunk of the last column is taken.</summary>
    private protected static WaveSnapshot Tripped(Action act)
    {
        const int rows = AnswerColumn.ChunkRows + 1;
        var last = Column("問2", rows, 300);
        return Snapshot(Wave(), rows, "tripped") with
        {
            Columns = Columns(Column("問1", rows, 5), last with { Chunks = new Tripwire<byte[]>(last.Chunks, 1, act) }),
        };
    }
}
