using Dapper;
using SurveyCalc.Indicators.Access;

namespace SurveyCalc.Storage.Relational;

public abstract partial class RelationalStore : IAccessStore
{
    private string SelectKey => $"""
        select id, name, scopes, hash, {MomentAsText("created_at")} as CreatedAt, created_by as CreatedBy, {MomentAsText("revoked_at")} as RevokedAt
        from api_key
        """;

    private string SelectAccount => $"""
        select name, scopes, password_hash as PasswordHash, failures, {MomentAsText("locked_until")} as LockedUntil,
               cast(case when is_disabled then 1 else 0 end as bigint) as IsDisabled
        from account
        """;

    /// <inheritdoc/>
    public Task AddKeyAsync(ApiKey key, CancellationToken cancellation) =>
        Write(connection =>
        {
            const string sql = """
                insert into api_key (id, name, scopes, hash, created_at, created_by, revoked_at)
                values (@Id, @Name, @scopes, @Hash, @createdAt, @CreatedBy, @revokedAt)
                on conflict (id) do nothing
                """;
            var rows = connection.Execute(sql, new
            {
                key.Id,
                key.Name,
                scopes = key.Scopes.ToString(),
                key.Hash,
                createdAt = Moment(key.CreatedAt),
                key.CreatedBy,
                revokedAt = MomentOrNull(key.RevokedAt),
            });
            return rows == 1 ? true : throw new ArgumentException($"There is a key {key.Id} already.", nameof(key));
        }, cancellation);

    /// <inheritdoc/>
    public Task<ApiKey?> FindKeyAsync(string id, CancellationToken cancellation) =>
        Read(connection => connection.QuerySingleOrDefault<KeyRow>($"{SelectKey} where id = @id", new { id })?.ToKey(), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ApiKey>> GetKeysAsync(CancellationToken cancellation) =>
        Read<IReadOnlyList<ApiKey>>(connection =>
            [.. connection.Query<KeyRow>(SelectKey).Select(row => row.ToKey()).OrderBy(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal)],
            cancellation);

    /// <inheritdoc/>
    public Task<bool> RevokeKeyAsync(string id, DateTimeOffset at, CancellationToken cancellation) =>
        Write(connection =>
        {
            const string sql = "update api_key set revoked_at = @at where id = @id and revoked_at is null";
            return connection.Execute(sql, new { id, at = Moment(at) }) == 1;
        }, cancellation);

    /// <inheritdoc/>
    public Task<Account?> FindAccountAsync(string name, CancellationToken cancellation) =>
        Read(connection => connection.QuerySingleOrDefault<AccountRow>($"{SelectAccount} where folded_name = @folded", new { folded = Fold(name) })?.ToAccount(),
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Account>> GetAccountsAsync(CancellationToken cancellation) =>
        Read<IReadOnlyList<Account>>(connection =>
            [.. connection.Query<AccountRow>(SelectAccount).Select(row => row.ToAccount()).OrderBy(account => account.Name, StringComparer.Ordinal)], cancellation);

    /// <inheritdoc/>
    public Task SaveAccountAsync(Account account, CancellationToken cancellation) =>
        Write(connection =>
        {
            const string sql = """
                insert into account (folded_name, name, scopes, password_hash, failures, locked_until, is_disabled)
                values (@folded, @Name, @scopes, @PasswordHash, @Failures, @lockedUntil, @IsDisabled)
                on conflict (folded_name) do update set
                    name = excluded.name, scopes = excluded.scopes, password_hash = excluded.password_hash,
                    failures = excluded.failures, locked_until = excluded.locked_until, is_disabled = excluded.is_disabled
                """;
            return connection.Execute(sql, new
            {
                folded = Fold(account.Name),
                account.Name,
                scopes = account.Scopes.ToString(),
                account.PasswordHash,
                account.Failures,
                lockedUntil = MomentOrNull(account.LockedUntil),
                account.IsDisabled,
            });
        }, cancellation);

    private static string Fold(string name) => name.ToUpperInvariant();

    private sealed record KeyRow(string Id, string Name, string Scopes, string Hash, string CreatedAt, string CreatedBy, string? RevokedAt)
    {
        public ApiKey ToKey() => new(Id, Name, Enum.Parse<AccessScope>(Scopes), Hash, Time(CreatedAt), CreatedBy, TimeOrNull(RevokedAt));
    }

    /// <summary>Without a constructor: SQLite does not tell the type of an expression over no rows, and members may be of any.</summary>
    private sealed record AccountRow
    {
        public string Name { get; init; } = "";
        public string Scopes { get; init; } = "";
        public string PasswordHash { get; init; } = "";
        public long Failures { get; init; }
        public string? LockedUntil { get; init; }
        public long IsDisabled { get; init; }

        public Account ToAccount() =>
            new(Name, Enum.Parse<AccessScope>(Scopes), PasswordHash, (int)Failures, TimeOrNull(LockedUntil), IsDisabled != 0);
    }
}
