using Dapper;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Runs;

namespace SurveyCalc.Storage.Relational;

public abstract partial class RelationalStore : IRunLedger
{
    private string SelectRun => $"""
        select id, key, kind, survey, fiscal_year as FiscalYear, requested_by as RequestedBy,
               file_name as FileName, file_sha256 as FileSha256, file_size as FileSize,
               state, attempt, epoch, node, {MomentAsText("requested_at")} as RequestedAt, {MomentAsText("not_before")} as NotBefore,
               {MomentAsText("started_at")} as StartedAt, {MomentAsText("heartbeat_at")} as HeartbeatAt,
               {MomentAsText("finished_at")} as FinishedAt, progress, rows_in as RowsIn, rows_out as RowsOut, message, report
        from run
        """;

    /// <inheritdoc/>
    public Task<Run> RequestAsync(RunRequest request, CancellationToken cancellation) =>
        Write(connection =>
        {
            const string sql = """
                insert into run (
                    key, kind, survey, fiscal_year, requested_by, file_name, file_sha256, file_size,
                    state, attempt, epoch, node, requested_at, not_before, progress, rows_in, rows_out, message)
                values (
                    @Key, @kind, @Survey, @year, @By, @FileName, @Sha256, @Size,
                    'Waiting', 0, 0, '', @now, @now, 0, 0, 0, '')
                on conflict (key) do nothing
                """;
            connection.Execute(sql, new
            {
                request.Key,
                kind = request.Kind.ToString(),
                request.Wave?.Survey,
                year = request.Wave?.FiscalYear.FirstYear,
                request.By,
                request.File?.FileName,
                request.File?.Sha256,
                request.File?.Size,
                now = Moment(Now(connection)),
            });
            return connection.QuerySingle<RunRow>($"{SelectRun} where key = @Key", new { request.Key }).ToRun();
        }, cancellation);

    /// <inheritdoc/>
    public Task<Run?> TakeAsync(string node, TimeSpan silence, CancellationToken cancellation) =>
        Write(connection =>
        {
            // Of two files for one wave the later one counts, also when the earlier one has to be tried again.
            const string candidates = """
                select id, epoch, state from run r
                where state in ('Waiting', 'Running')
                  and (state = 'Waiting' and (not_before <= @now or attempt = 0 or heartbeat_at > @now)
                    or state = 'Running' and (heartbeat_at <= @silent or heartbeat_at > @ahead))
                  and not exists (
                    select 1 from run other
                    where other.survey = r.survey and other.fiscal_year = r.fiscal_year
                      and (other.state = 'Running' and other.id <> r.id
                           or other.state = 'Waiting' and other.id < r.id and other.kind = 'Import' and r.kind = 'Import'))
                order by id
                """;
            // A sign of life in the future was given before the clock was set back: what waited or ran then is due now.
            // One that came since the query keeps the run where it is.
            const string take = """
                update run set state = 'Running', attempt = attempt + 1, epoch = epoch + 1, node = @node,
                    started_at = @now, heartbeat_at = @now, progress = 0
                where id = @Id and epoch = @Epoch and state = @State and (state = 'Waiting' or heartbeat_at <= @silent or heartbeat_at > @ahead)
                """;
            Lock(connection, "runs");
            var time = Now(connection);
            var (now, silent, ahead) = (Moment(time), Moment(time - silence), Moment(time + silence));
            foreach (var found in connection.Query<CandidateRow>(candidates, new { now, silent, ahead }).AsList())
            {
                cancellation.ThrowIfCancellationRequested();
                if (found.State == nameof(RunState.Running) && !Seize(connection, LockOf(found.Id))) continue;
                if (connection.Execute(take, new { found.Id, found.Epoch, found.State, node, now, silent, ahead }) == 1)
                    return connection.QuerySingle<RunRow>($"{SelectRun} where id = @Id", new { found.Id }).ToRun();
            }

            return null;
        }, cancellation);

    /// <inheritdoc/>
    public Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellation) => Read(Now, cancellation);

    /// <inheritdoc/>
    public Task BeatAsync(Lease lease, double progress, CancellationToken cancellation) =>
        Write(connection =>
        {
            // Without the run's lock: a worker gives signs of life while it writes.
            const string sql = """
                update run set heartbeat_at = @now, progress = @progress where id = @RunId and epoch = @Epoch and state = 'Running'
                """;
            var now = Moment(Now(connection));
            return connection.Execute(sql, new { now, progress, lease.RunId, lease.Epoch }) == 1 ? true : throw new SupersededException(lease);
        }, cancellation);

    /// <inheritdoc/>
    public Task FinishAsync(Lease lease, RunOutcome outcome, CancellationToken cancellation)
    {
        if (outcome.State is not (RunState.Succeeded or RunState.Rejected))
            throw new ArgumentException($"No run ends as {outcome.State} by itself.", nameof(outcome));
        return WriteUnder(lease, connection =>
        {
            const string sql = """
                update run set state = @state, finished_at = @now, heartbeat_at = @now, progress = 1,
                    rows_in = @RowsIn, rows_out = @RowsOut, message = @Message, report = @report
                where id = @RunId
                """;
            return connection.Execute(sql, new
            {
                lease.RunId,
                state = outcome.State.ToString(),
                now = Moment(Now(connection)),
                outcome.RowsIn,
                outcome.RowsOut,
                outcome.Message,
                report = outcome.Report is null ? null : CanonicalJson.Write(outcome.Report),
            });
        }, cancellation);
    }

    /// <inheritdoc/>
    public Task FailAsync(Lease lease, string message, TimeSpan? delay, CancellationToken cancellation) =>
        WriteUnder(lease, connection =>
        {
            const string wait = "update run set state = 'Waiting', not_before = @at, message = @message where id = @RunId";
            const string die = "update run set state = 'Dead', finished_at = @at, message = @message where id = @RunId";
            var at = Moment(Now(connection) + (delay ?? TimeSpan.Zero));
            return connection.Execute(delay is null ? die : wait, new { lease.RunId, at, message });
        }, cancellation);

    /// <inheritdoc/>
    public Task<bool> ReviveAsync(long id, string by, CancellationToken cancellation) =>
        Write(connection =>
        {
            const string later = """
                select max(later.id) from run r join run later on later.survey = r.survey and later.fiscal_year = r.fiscal_year and later.id > r.id
                where r.id = @id and r.state = 'Dead' and r.kind = 'Import' and later.kind = 'Import' and later.state = 'Succeeded'
                """;
            const string sql = """
                update run set state = 'Waiting', attempt = 0, not_before = @now, finished_at = null, revived_at = @now, revived_by = @by
                where id = @id and state = 'Dead'
                """;
            if (connection.QuerySingle<long?>(later, new { id }) is { } taken)
                throw new OperatorException($"処理{id}のファイルよりあとに送られたファイル(処理{taken})を取り込み済みです。古い回答に戻ってしまうため、再実行しません。処理{id}のファイルを使うときは、内容を確かめてから import で取り込んでください。");
            return connection.Execute(sql, new { id, by, now = Moment(Now(connection)) }) == 1;
        }, cancellation);

    /// <inheritdoc/>
    public Task<Run?> FindRunAsync(long id, CancellationToken cancellation) =>
        Read(connection => connection.QuerySingleOrDefault<RunRow>($"{SelectRun} where id = @id", new { id })?.ToRun(), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Run>> GetRunsAsync(int most, long? before, CancellationToken cancellation) =>
        Read<IReadOnlyList<Run>>(connection =>
            [.. connection.Query<RunRow>($"{SelectRun} where id < @before order by id desc limit @most", new { before = before ?? long.MaxValue, most })
                .Select(row => row.ToRun())], cancellation);

    /// <inheritdoc/>
    public Task<Run?> FindLatestRunAsync(RunKind kind, RunState state, CancellationToken cancellation) =>
        Read(connection => connection.QuerySingleOrDefault<RunRow>(
            $"{SelectRun} where kind = @kind and state = @state order by id desc limit 1",
            new { kind = kind.ToString(), state = state.ToString() })?.ToRun(), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunCount>> CountRunsAsync(CancellationToken cancellation) =>
        Read<IReadOnlyList<RunCount>>(connection =>
            [.. connection.Query<CountRow>("select kind, state, count(*) as Count from run group by kind, state order by kind, state")
                .Select(row => new RunCount(Enum.Parse<RunKind>(row.Kind), Enum.Parse<RunState>(row.State), row.Count))], cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<FileUse>> GetFileUsesAsync(TimeSpan lately, CancellationToken cancellation) =>
        Read<IReadOnlyList<FileUse>>(connection =>
        {
            const string sql = """
                select file_sha256 as Sha256,
                       count(case when state in ('Waiting', 'Running', 'Dead') or finished_at > @since then 1 end) as Needing,
                       count(case when state = 'Succeeded' then 1 end) as Accepting
                from run where file_sha256 is not null group by file_sha256 order by file_sha256
                """;
            return [.. connection.Query<FileUseRow>(sql, new { since = Moment(Now(connection) - lately) })
                .Select(row => new FileUse(row.Sha256, row.Needing > 0, row.Accepting > 0))];
        }, cancellation);

    /// <summary>As <see cref="CountRow"/>.</summary>
    private sealed record FileUseRow
    {
        public string Sha256 { get; init; } = "";
        public long Needing { get; init; }
        public long Accepting { get; init; }
    }

    /// <summary>Without a constructor: SQLite does not tell the type of a count of no rows, and members may be of any.</summary>
    private sealed record CountRow
    {
        public string Kind { get; init; } = "";
        public string State { get; init; } = "";
        public long Count { get; init; }
    }

    private sealed record CandidateRow(long Id, long Epoch, string State);

    private sealed record RunRow(
        long Id, string Key, string Kind, string? Survey, long? FiscalYear, string RequestedBy,
        string? FileName, string? FileSha256, long? FileSize, string State, long Attempt, long Epoch, string Node,
        string RequestedAt, string NotBefore, string? StartedAt, string? HeartbeatAt, string? FinishedAt,
        double Progress, long RowsIn, long RowsOut, string Message, string? Report)
    {
        public Run ToRun() => new()
        {
            Id = Id,
            Request = new RunRequest(
                Enum.Parse<RunKind>(Kind), Key, Survey is null ? null : Wave(Survey, FiscalYear!.Value), RequestedBy,
                FileName is null ? null : new ReceivedFile(FileName, FileSha256!, FileSize!.Value)),
            State = Enum.Parse<RunState>(State),
            Attempt = (int)Attempt,
            Epoch = Epoch,
            Node = Node,
            RequestedAt = Time(RequestedAt),
            NotBefore = Time(NotBefore),
            StartedAt = TimeOrNull(StartedAt),
            HeartbeatAt = TimeOrNull(HeartbeatAt),
            FinishedAt = TimeOrNull(FinishedAt),
            Progress = Progress,
            RowsIn = RowsIn,
            RowsOut = RowsOut,
            Message = Message,
            Report = Report is null ? null : CanonicalJson.Read<ImportReport>(Report),
        };
    }
}
