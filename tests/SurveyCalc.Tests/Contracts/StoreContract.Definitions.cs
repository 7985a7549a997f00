using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Contracts;

public abstract partial class StoreContract
{
    [StoreFact]
    public async Task A_definition_comes_back_as_it_was()
    {
        var item = Definition(DefinitionKind.Indicator, "指'標\"1\"; drop table definition; --", "𠮷野\n\"家\" 😀");
        await store.SaveDefinitionsAsync([item], Noon, "o'planner", None);
        await RestartAsync();
        Assert.Equal([item], await store.GetDefinitionsAsync(None));
    }

    [StoreFact]
    public async Task A_new_definition_is_version_1_with_nothing_before()
    {
        var item = Definition(DefinitionKind.Indicator, "I1");
        Assert.Equal([new DefinitionChange(item, 1, null)], await store.SaveDefinitionsAsync([item], Noon, "planner", None));
    }

    [StoreFact]
    public async Task A_changed_definition_is_the_next_version_and_tells_the_one_before()
    {
        var (before, after) = (Definition(DefinitionKind.Targets, "I1", "57.0"), Definition(DefinitionKind.Targets, "I1", "58.0"));
        await store.SaveDefinitionsAsync([before], Noon, "planner", None);
        Assert.Equal([new DefinitionChange(after, 2, before)], await store.SaveDefinitionsAsync([after], Noon, "planner", None));
        Assert.Equal([after], await store.GetDefinitionsAsync(None));
    }

    [StoreFact]
    public async Task An_unchanged_definition_makes_no_version()
    {
        var item = Definition(DefinitionKind.Indicator, "I1");
        await store.SaveDefinitionsAsync([item], Noon, "planner", None);
        Assert.Empty(await store.SaveDefinitionsAsync([item], Noon.AddDays(1), "another", None));
    }

    [StoreFact]
    public async Task A_definition_that_goes_back_to_an_older_body_is_a_new_version()
    {
        var (a, b) = (Definition(DefinitionKind.Indicator, "I1", "a"), Definition(DefinitionKind.Indicator, "I1", "b"));
        await store.SaveDefinitionsAsync([a], Noon, "planner", None);
        await store.SaveDefinitionsAsync([b], Noon, "planner", None);
        Assert.Equal([new DefinitionChange(a, 3, b)], await store.SaveDefinitionsAsync([a], Noon, "planner", None));
    }

    [StoreFact]
    public async Task The_same_definition_twice_in_one_call_is_saved_once()
    {
        var (a, b) = (Definition(DefinitionKind.Indicator, "I1", "a"), Definition(DefinitionKind.Indicator, "I1", "b"));
        var changes = await store.SaveDefinitionsAsync([a, a, b], Noon, "planner", None);
        Assert.Equal([new DefinitionChange(a, 1, null), new DefinitionChange(b, 2, a)], changes);
    }

    [StoreFact]
    public async Task Only_the_changed_definitions_are_told_in_the_order_given()
    {
        var kept = Definition(DefinitionKind.Indicator, "I2");
        await store.SaveDefinitionsAsync([kept], Noon, "planner", None);
        var (third, first) = (Definition(DefinitionKind.Indicator, "I3"), Definition(DefinitionKind.Survey, "I1"));
        var changes = await store.SaveDefinitionsAsync([third, kept, first], Noon, "planner", None);
        Assert.Equal([third, first], changes.Select(change => change.Item));
    }

    [StoreFact]
    public async Task One_key_may_be_of_several_kinds()
    {
        var items = new[] { Definition(DefinitionKind.Survey, "市民意識調査"), Definition(DefinitionKind.CodeBook, "市民意識調査", "2") };
        await store.SaveDefinitionsAsync(items, Noon, "planner", None);
        Assert.Equal(items, await store.GetDefinitionsAsync(None));
    }

    [StoreFact]
    public async Task Definitions_are_ordered_by_kind_and_then_ordinally_by_key()
    {
        string[] keys = ["b", "A", "a", "10", "9", "ア", "あ", "職員", "市民", "ｱ", "𠮷", "ａ", "é", ""];
        var items = keys.Select(key => Definition(DefinitionKind.Indicator, key))
            .Append(Definition(DefinitionKind.Targets, "0")).Append(Definition(DefinitionKind.Survey, "z")).ToArray();
        await store.SaveDefinitionsAsync(items, Noon, "planner", None);
        var expected = items.OrderBy(item => item.Kind).ThenBy(item => item.Key, StringComparer.Ordinal);
        Assert.Equal(expected, await store.GetDefinitionsAsync(None));
    }

    [StoreFact]
    public async Task Every_version_of_a_definition_is_found_by_its_hash()
    {
        var (a, b) = (Definition(DefinitionKind.CodeBook, "W", "a"), Definition(DefinitionKind.CodeBook, "W", "b"));
        await store.SaveDefinitionsAsync([a], Noon, "planner", None);
        await store.SaveDefinitionsAsync([b], Noon, "planner", None);
        await store.SaveDefinitionsAsync([a], Noon, "planner", None);
        Assert.Equal(a, await store.FindDefinitionAsync(DefinitionKind.CodeBook, a.Hash, None));
        Assert.Equal(b, await store.FindDefinitionAsync(DefinitionKind.CodeBook, b.Hash, None));
    }

    [StoreFact]
    public async Task A_hash_of_another_kind_or_of_nothing_finds_no_definition()
    {
        var item = Definition(DefinitionKind.CodeBook, "W");
        await store.SaveDefinitionsAsync([item], Noon, "planner", None);
        Assert.Null(await store.FindDefinitionAsync(DefinitionKind.Profile, item.Hash, None));
        Assert.Null(await store.FindDefinitionAsync(DefinitionKind.CodeBook, new string('0', 64), None));
    }

    [StoreFact]
    public async Task Definitions_are_saved_together_or_not_at_all()
    {
        using var cancel = new CancellationTokenSource();
        var items = new Tripwire<DefinitionItem>(
            [.. Enumerable.Range(0, 9).Select(i => Definition(DefinitionKind.Indicator, $"I{i}"))], 5, cancel.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.SaveDefinitionsAsync(items, Noon, "planner", cancel.Token));
        Assert.Empty(await store.GetDefinitionsAsync(None));
    }

    [StoreFact]
    public async Task Two_writers_at_once_make_one_version_of_the_same_definition()
    {
        await using var other = await ReopenAsync();
        var item = Definition(DefinitionKind.Indicator, "I1");
        var changes = await Task.WhenAll(Enumerable.Range(0, 10)
            .Select(i => (i % 2 == 0 ? store : other).SaveDefinitionsAsync([item], Noon, "planner", None)));
        Assert.Single(changes.SelectMany(change => change));
    }
}
