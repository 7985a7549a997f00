using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// Definitions as versioned items and back. The body holds everything that can change a number, so equal hashes mean equal
/// results; the order of questions and choices is part of it, the order of rows in any other file is not.
/// </summary>
public static class DefinitionItems
{
    private static readonly JsonSerializerOptions Json = new(CanonicalJson.Options) { IgnoreReadOnlyProperties = true };

    /// <summary>Every definition, ordered by kind and key (ordinal). Every indicator has targets, and every
    /// entry of the register entered actuals, if only an empty list.</summary>
    /// <exception cref="ArgumentException">Two definitions of a kind share a key.</exception>
    public static IReadOnlyList<DefinitionItem> Of(DefinitionSet definitions)
    {
        var targets = definitions.Targets.ToLookup(t => t.Indicator, StringComparer.Ordinal);
        var entered = definitions.EnteredActuals.ToLookup(a => a.Indicator, StringComparer.Ordinal);
        var entries = definitions.Register.Select(e => e.Code);
        var codes = definitions.Indicators.Select(i => i.Code).Union(entries, StringComparer.Ordinal).Union(targets.Select(t => t.Key), StringComparer.Ordinal);
        List<DefinitionItem> items =
        [
            .. definitions.Surveys.Select(Of),
            .. definitions.CodeBooks.Select(Of),
            .. definitions.Profiles.Select(Of),
            .. definitions.Populations.Select(Of),
            .. definitions.PopulationBreakdowns.Select(Of),
            .. definitions.Indicators.Select(Of),
            .. codes.Select(code => Of(code, targets[code])),
            .. definitions.Register.Select(Of),
            .. entries.Union(entered.Select(a => a.Key), StringComparer.Ordinal).Select(code => OfEntered(code, entered[code])),
        ];
        foreach (var same in items.GroupBy(i => (i.Kind, i.Key)).Where(g => g.Count() > 1))
            throw new ArgumentException($"{same.Key.Kind} '{same.Key.Key}' occurs twice.", nameof(definitions));
        return [.. items.OrderBy(i => i.Kind).ThenBy(i => i.Key, StringComparer.Ordinal)];
    }

    public static DefinitionItem Of(SurveySettings settings) => Item(DefinitionKind.Survey, settings.Survey, settings);

    public static DefinitionItem Of(CodeBook codeBook) =>
        Item(DefinitionKind.CodeBook, KeyOf(codeBook.Wave), new CodeBookBody(codeBook.Wave, codeBook.Questions, codeBook.Link));

    public static DefinitionItem Of(ImportProfile profile) => Item(DefinitionKind.Profile, KeyOf(profile.Wave), profile);

    public static DefinitionItem Of(Population population) => Item(DefinitionKind.Population, KeyOf(population.Wave), population);

    /// <summary>A population table, keyed by wave and attributes: <c>市民意識調査/2020/性別×年代</c>.</summary>
    public static DefinitionItem Of(PopulationBreakdown table) =>
        Item(DefinitionKind.PopulationBreakdown, $"{KeyOf(table.Wave)}/{table.By}", table);

    /// <summary>An indicator, keyed by code, a later version of its rule by code and first year: <c>S1-2-1@2024</c>.</summary>
    public static DefinitionItem Of(Indicator indicator) => Item(
        DefinitionKind.Indicator,
        indicator.ValidFrom is { } from ? string.Create(CultureInfo.InvariantCulture, $"{indicator.Code}@{from.FirstYear}") : indicator.Code,
        indicator);

    /// <summary>The targets of one indicator: baseline first, then by year.</summary>
    public static DefinitionItem Of(string indicator, IEnumerable<Target> targets) => Item(
        DefinitionKind.Targets, indicator,
        new TargetsBody(indicator, [.. DefinitionOrder.Sort(new DefinitionSet { Targets = [.. targets] }).Targets
            .Select(t => new PlanValue(t.Year, t.Text, t.Value, t.From, t.RevisedOn, t.Reason.Length == 0 ? null : t.Reason))]));

    public static DefinitionItem Of(RegisterEntry entry) => Item(DefinitionKind.RegisterEntry, entry.Code, entry);

    /// <summary>The entered actuals of one indicator, by year.</summary>
    public static DefinitionItem OfEntered(string indicator, IEnumerable<EnteredActual> actuals) => Item(
        DefinitionKind.EnteredActuals, indicator,
        new EnteredBody(indicator, [.. actuals.OrderBy(a => a.Year).ThenBy(a => a.Status).Select(a => new EnteredValue(a.Year, a.Text, a.Status, a.Source))]));

    /// <summary>The definitions behind the items, each kind in the order of <see cref="DefinitionOrder"/>.</summary>
    /// <exception cref="JsonException">A body is not of its kind.</exception>
    public static DefinitionSet ToSet(IEnumerable<DefinitionItem> items)
    {
        var byKind = items.ToLookup(i => i.Kind);
        return DefinitionOrder.Sort(new DefinitionSet
        {
            Surveys = [.. byKind[DefinitionKind.Survey].Select(Read<SurveySettings>)],
            CodeBooks = [.. byKind[DefinitionKind.CodeBook].Select(ToCodeBook)],
            Profiles = [.. byKind[DefinitionKind.Profile].Select(Read<ImportProfile>)],
            Populations = [.. byKind[DefinitionKind.Population].Select(Read<Population>)],
            PopulationBreakdowns = [.. byKind[DefinitionKind.PopulationBreakdown].Select(Read<PopulationBreakdown>)],
            Indicators = [.. byKind[DefinitionKind.Indicator].Select(ToIndicator)],
            Targets = [.. byKind[DefinitionKind.Targets].SelectMany(ToTargets)],
            Register = ToRegister(byKind),
            EnteredActuals = [.. byKind[DefinitionKind.EnteredActuals].SelectMany(ToEnteredActuals)],
        });
    }

    /// <exception cref="JsonException">The item is not a code book.</exception>
    public static CodeBook ToCodeBook(DefinitionItem item)
    {
        var body = Read<CodeBookBody>(item);
        return new CodeBook(body.Wave, body.Questions, body.Link);
    }

    /// <exception cref="JsonException">The item is not an indicator.</exception>
    public static Indicator ToIndicator(DefinitionItem item) => Read<Indicator>(item);

    /// <exception cref="JsonException">The item does not hold targets.</exception>
    public static IReadOnlyList<Target> ToTargets(DefinitionItem item)
    {
        var body = Read<TargetsBody>(item);
        return
        [
            .. body.Values.Select(v => new Target(body.Indicator, v.Year, v.Text, v.Value)
            {
                From = v.From,
                RevisedOn = v.RevisedOn,
                Reason = v.Reason ?? "",
            }),
        ];
    }

    /// <exception cref="JsonException">The item is not an entry of the register.</exception>
    public static RegisterEntry ToEntry(DefinitionItem item) => Read<RegisterEntry>(item);

    /// <exception cref="JsonException">The item does not hold entered actuals.</exception>
    public static IReadOnlyList<EnteredActual> ToEnteredActuals(DefinitionItem item)
    {
        var body = Read<EnteredBody>(item);
        return [.. body.Values.Select(v => new EnteredActual(body.Indicator, v.Year, v.Text, v.Status, v.Source))];
    }

    /// <summary>Key of a wave's definitions: <c>市民意識調査/2020</c>.</summary>
    public static string KeyOf(WaveKey wave) =>
        string.Create(CultureInfo.InvariantCulture, $"{wave.Survey}/{wave.FiscalYear.FirstYear}");

    internal static T Read<T>(DefinitionItem item) =>
        JsonSerializer.Deserialize<T>(item.Body, Json) ?? throw new JsonException($"The body of {item.Kind} '{item.Key}' is null.");

    /// <summary>The stored entries, and an implicit one for each indicator that was stored without.</summary>
    private static IReadOnlyList<RegisterEntry> ToRegister(ILookup<DefinitionKind, DefinitionItem> byKind)
    {
        var stored = byKind[DefinitionKind.RegisterEntry].Select(ToEntry).ToList();
        // The last version of an indicator speaks for it.
        var lacking = byKind[DefinitionKind.Indicator].Select(ToIndicator).Where(i => !stored.Exists(e => e.Code == i.Code))
            .GroupBy(i => i.Code, StringComparer.Ordinal).Select(versions => versions.MaxBy(v => v.ValidFrom?.FirstYear ?? 0)!);
        return [.. stored, .. lacking.Select(RegisterEntry.Of)];
    }

    private static DefinitionItem Item<T>(DefinitionKind kind, string key, T value)
    {
        var body = JsonSerializer.Serialize(value, Json);
        return new DefinitionItem(kind, key, body, CanonicalJson.Hash(body));
    }

    private sealed record CodeBookBody(
        WaveKey Wave, IReadOnlyList<Question> Questions, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SeriesLink? Link = null);

    private sealed record TargetsBody(string Indicator, IReadOnlyList<PlanValue> Values);

    /// <summary>Members that an annual value of the original plan lacks are not written: its hash is that of a plan without revisions.</summary>
    private sealed record PlanValue(
        FiscalYear? Year, string Text, decimal? Value,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FiscalYear? From,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? RevisedOn,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason);

    private sealed record EnteredBody(string Indicator, IReadOnlyList<EnteredValue> Values);

    private sealed record EnteredValue(FiscalYear Year, string Text, Status Status, string Source);
}
