using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Deliveries;

namespace SurveyCalc.Storage.Relational;

public abstract partial class RelationalStore : IDeliveryLedger
{
    private string SelectDestination => $"""
        select name, delivered, attempts, last_error as LastError, {MomentAsText("not_before")} as NotBefore,
               node, {MomentAsText("held_until")} as HeldUntil
        from delivery_destination
        """;

    /// <inheritdoc/>
    public Task<Delivery?> NextAsync(string destination, string node, TimeSpan hold, CancellationToken cancellation) =>
        Write(connection =>
        {
            const string add = """
                insert into delivery_destination (name, delivered, attempts, last_error, node) values (@destination, 0, 0, '', '')
                on conflict (name) do nothing
                """;
            const string take = "update delivery_destination set node = @node, held_until = @until where name = @destination";
            Lock(connection, LockOf(destination));
            var found = FindDestination(connection, destination);
            if (found is null) connection.Execute(add, new { destination });
            var now = Now(connection);
            if (TimeOrNull(found?.HeldUntil) > now && found!.Node != node || TimeOrNull(found?.NotBefore) > now) return null;
            var next = FirstQueued(connection, destination) ?? (found?.Delivered ?? 0) + 1;
            if (FindMessage(connection, next) is not { } message) return null;
            connection.Execute(take, new { destination, node, until = Moment(now + hold) });
            return new Delivery(next, message.Hash, CanonicalJson.Read<Actual>(message.Body), (int)(found?.Attempts ?? 0));
        }, cancellation);

    /// <inheritdoc/>
    public Task DeliveredAsync(string destination, long sequence, CancellationToken cancellation) =>
        Settle(destination, sequence, connection =>
        {
            SetAside(connection, destination, sequence, isDead: false);
            Advance(connection, destination, sequence, error: "");
        }, cancellation);

    /// <inheritdoc/>
    public Task FailedAsync(string destination, long sequence, string reason, TimeSpan? delay, CancellationToken cancellation) =>
        Settle(destination, sequence, connection =>
        {
            const string retry = """
                update delivery_destination set attempts = attempts + 1, last_error = @reason, not_before = @at, held_until = null
                where name = @destination
                """;
            if (delay is { } wait)
            {
                connection.Execute(retry, new { destination, reason, at = Moment(Now(connection) + wait) });
                return;
            }

            SetAside(connection, destination, sequence, isDead: true);
            Advance(connection, destination, sequence, reason);
        }, cancellation);

    /// <inheritdoc/>
    public Task<bool> ReplayAsync(string destination, long sequence, bool onlyThis, CancellationToken cancellation) =>
        Write(connection =>
        {
            const string queue = """
                insert into delivery_aside (destination, sequence, is_dead, is_queued) values (@destination, @sequence, false, true)
                on conflict (destination, sequence) do update set is_queued = true
                """;
            const string putBack = """
                update delivery_aside set is_dead = false, is_queued = false where destination = @destination and sequence >= @sequence
                """;
            const string restart = """
                update delivery_destination set delivered = @delivered, attempts = 0, not_before = null, held_until = null where name = @destination
                """;
            Lock(connection, LockOf(destination));
            if (FindDestination(connection, destination) is not { } found || FindMessage(connection, sequence) is null) return false;
            var isAhead = sequence > found.Delivered; // its turn comes anyway
            if (!isAhead) connection.Execute(onlyThis ? queue : putBack, new { destination, sequence });
            connection.Execute(restart, new { destination, delivered = isAhead || onlyThis ? found.Delivered : sequence - 1 });
            return true;
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeliveryStatus>> GetStatusAsync(CancellationToken cancellation) =>
        Read<IReadOnlyList<DeliveryStatus>>(connection =>
        {
            const string dead = "select destination, sequence from delivery_aside where is_dead order by sequence";
            var head = connection.QuerySingle<long>("select coalesce(max(sequence), 0) from actual_chain");
            var byName = connection.Query<(string Name, long Sequence)>(dead).ToLookup(row => row.Name, row => row.Sequence, StringComparer.Ordinal);
            return [.. connection.Query<DestinationRow>(SelectDestination).OrderBy(row => row.Name, StringComparer.Ordinal)
                .Select(row => new DeliveryStatus(row.Name, row.Delivered, head, [.. byName[row.Name]], row.LastError, TimeOrNull(row.NotBefore)))];
        }, cancellation);

    /// <summary>Records what came of a message that was to be sent; of any other it is no news.</summary>
    private Task<bool> Settle(
        string destination, long sequence, Action<DbConnection> settle, CancellationToken cancellation, [CallerMemberName] string operation = "") =>
        Write(connection =>
        {
            const string isQueued = "select count(*) from delivery_aside where destination = @destination and sequence = @sequence and is_queued";
            Lock(connection, LockOf(destination));
            var isDue = FindDestination(connection, destination) is { } found
                && (sequence == found.Delivered + 1 || connection.QuerySingle<long>(isQueued, new { destination, sequence }) > 0);
            if (isDue) settle(connection);
            return isDue;
        }, cancellation, operation);

    private static void SetAside(DbConnection connection, string destination, long sequence, bool isDead)
    {
        const string change = """
            update delivery_aside set is_dead = @isDead, is_queued = false where destination = @destination and sequence = @sequence
            """;
        const string add = """
            insert into delivery_aside (destination, sequence, is_dead, is_queued) values (@destination, @sequence, true, false)
            """;
        if (connection.Execute(change, new { destination, sequence, isDead }) == 0 && isDead) connection.Execute(add, new { destination, sequence });
    }

    private static void Advance(DbConnection connection, string destination, long sequence, string error)
    {
        const string sql = """
            update delivery_destination
            set delivered = case when delivered + 1 = @sequence then @sequence else delivered end,
                attempts = 0, last_error = @error, not_before = null, held_until = null
            where name = @destination
            """;
        connection.Execute(sql, new { destination, sequence, error });
    }

    private DestinationRow? FindDestination(DbConnection connection, string destination) =>
        connection.QuerySingleOrDefault<DestinationRow>($"{SelectDestination} where name = @destination", new { destination });

    private static long? FirstQueued(DbConnection connection, string destination) => connection.QuerySingle<long?>(
        "select min(sequence) from delivery_aside where destination = @destination and is_queued", new { destination });

    private static MessageRow? FindMessage(DbConnection connection, long sequence) => connection.QuerySingleOrDefault<MessageRow>(
        "select c.hash, a.body from actual_chain c join actual a on a.id = c.actual_id where c.sequence = @sequence", new { sequence });

    private static string LockOf(string destination) => $"delivery {destination}";

    private sealed record DestinationRow(
        string Name, long Delivered, long Attempts, string LastError, string? NotBefore, string Node, string? HeldUntil);

    private sealed record MessageRow(string Hash, string Body);
}
