using SurveyCalc.Indicators.Access;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Contracts;

public abstract partial class StoreContract
{
    private protected static readonly ApiKey SampleKey = new("k1", "財政システム", AccessScope.Read | AccessScope.Operate, new string('a', 64), Noon, "管理者");

    private protected static readonly Account SampleAccount = new("Suzuki", AccessScope.Upload, "hash");

    private IAccessStore Access => (IAccessStore)store;

    [StoreFact]
    public async Task A_store_without_accounts_keys_and_runs_lists_none()
    {
        Assert.Empty(await Access.GetAccountsAsync(None));
        Assert.Null(await Access.FindAccountAsync("企画課", None));
        Assert.Empty(await Access.GetKeysAsync(None));
        Assert.Empty(await ((SurveyCalc.Indicators.Runs.IRunLedger)store).CountRunsAsync(None));
    }

    [StoreFact]
    public async Task A_key_is_found_by_its_id_and_stays_known_when_revoked()
    {
        await Access.AddKeyAsync(SampleKey, None);
        await RestartAsync();
        Assert.Equal(SampleKey, await Access.FindKeyAsync("k1", None));
        Assert.Null(await Access.FindKeyAsync("K1", None));
        Assert.True(await Access.RevokeKeyAsync("k1", Noon.AddDays(1), None));
        Assert.False(await Access.RevokeKeyAsync("k1", Noon.AddDays(2), None));
        Assert.False(await Access.RevokeKeyAsync("k2", Noon, None));
        Assert.Equal(SampleKey with { RevokedAt = Noon.AddDays(1) }, await Access.FindKeyAsync("k1", None));
    }

    [StoreFact]
    public async Task The_id_of_a_key_is_given_once()
    {
        await Access.AddKeyAsync(SampleKey, None);
        await Assert.ThrowsAsync<ArgumentException>(() => Access.AddKeyAsync(SampleKey with { Hash = "another" }, None));
        Assert.Equal([SampleKey], await Access.GetKeysAsync(None));
    }

    [StoreFact]
    public async Task Keys_are_listed_by_the_time_they_were_made()
    {
        ApiKey[] keys = [SampleKey with { Id = "z", CreatedAt = Noon.AddDays(-1) }, SampleKey, SampleKey with { Id = "k2", Scopes = AccessScope.None }];
        foreach (var key in keys.Reverse()) await Access.AddKeyAsync(key, None);
        Assert.Equal(keys, await Access.GetKeysAsync(None));
    }

    [StoreFact]
    public async Task An_account_is_found_without_regard_to_case()
    {
        await Access.SaveAccountAsync(SampleAccount, None);
        await RestartAsync();
        foreach (var name in new[] { "Suzuki", "suzuki", "SUZUKI" }) Assert.Equal(SampleAccount, await Access.FindAccountAsync(name, None));
        Assert.Null(await Access.FindAccountAsync("Suzuk", None));
    }

    [StoreFact]
    public async Task Saving_an_account_replaces_the_one_with_its_name()
    {
        await Access.SaveAccountAsync(SampleAccount, None);
        var locked = new Account("SUZUKI", AccessScope.Read | AccessScope.Upload | AccessScope.Operate, "another hash", 5, Noon, IsDisabled: true);
        await Access.SaveAccountAsync(locked, None);
        Assert.Equal([locked], await Access.GetAccountsAsync(None));
    }

    [StoreFact]
    public async Task Accounts_are_listed_by_name()
    {
        foreach (var name in new[] { "鈴木", "b", "A" }) await Access.SaveAccountAsync(SampleAccount with { Name = name }, None);
        Assert.Equal(["A", "b", "鈴木"], (await Access.GetAccountsAsync(None)).Select(account => account.Name));
    }
}
