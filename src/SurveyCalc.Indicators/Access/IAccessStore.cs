namespace SurveyCalc.Indicators.Access;

/// <summary>Keys and accounts. Every method is atomic.</summary>
public interface IAccessStore
{
    /// <exception cref="ArgumentException">The id is taken.</exception>
    Task AddKeyAsync(ApiKey key, CancellationToken cancellation);

    /// <summary>The key with this id, revoked or not; null when there is none.</summary>
    Task<ApiKey?> FindKeyAsync(string id, CancellationToken cancellation);

    /// <summary>All keys, by the time they were made.</summary>
    Task<IReadOnlyList<ApiKey>> GetKeysAsync(CancellationToken cancellation);

    /// <returns>False when there is no such key, or it was revoked before.</returns>
    Task<bool> RevokeKeyAsync(string id, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>The account with this name, without regard to case; null when there is none.</summary>
    Task<Account?> FindAccountAsync(string name, CancellationToken cancellation);

    /// <summary>All accounts, by name.</summary>
    Task<IReadOnlyList<Account>> GetAccountsAsync(CancellationToken cancellation);

    /// <summary>Adds the account, or replaces the one with its name.</summary>
    Task SaveAccountAsync(Account account, CancellationToken cancellation);
}
