using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>All definitions in force: what a folder of definition files holds, and what a store gives back (定義).</summary>
public sealed record DefinitionSet
{
    public static DefinitionSet Empty { get; } = new();

    public IReadOnlyList<SurveySettings> Surveys { get; init; } = [];

    public IReadOnlyList<CodeBook> CodeBooks { get; init; } = [];

    public IReadOnlyList<ImportProfile> Profiles { get; init; } = [];

    public IReadOnlyList<Population> Populations { get; init; } = [];

    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    public IReadOnlyList<Target> Targets { get; init; } = [];

    public IReadOnlyList<PopulationBreakdown> PopulationBreakdowns { get; init; } = [];

    /// <summary>One entry for every indicator, computed or not.</summary>
    public IReadOnlyList<RegisterEntry> Register { get; init; } = [];

    public IReadOnlyList<EnteredActual> EnteredActuals { get; init; } = [];

    /// <summary>The version of an indicator that counts a fiscal year; null when none is valid then.</summary>
    public Indicator? IndicatorOf(string code, FiscalYear year) =>
        Indicators.Where(i => i.Code == code && (i.ValidFrom is null || i.ValidFrom <= year)).MaxBy(i => i.ValidFrom?.FirstYear ?? 0);

    /// <summary>The same with the rules of one fiscal year for every year; what is not valid then is left out.</summary>
    public DefinitionSet UnderRuleOf(FiscalYear year) => this with
    {
        Indicators = [.. Indicators.Where(i => i == IndicatorOf(i.Code, year)).Select(i => i with { ValidFrom = null })],
    };

    /// <summary>The entry of an indicator; null when the register has none.</summary>
    public RegisterEntry? EntryOf(string indicator) => Register.FirstOrDefault(e => e.Code == indicator);

    /// <summary>
    /// The plan value in force on a day for a year: the latest version not revised after that day, the value of the year
    /// itself before that of a period around it. Null when the plan prints none.
    /// </summary>
    public Target? TargetOf(string indicator, FiscalYear year, DateOnly on) => Targets
        .Where(t => t.Indicator == indicator && t.Year is { } last && (t.From is { } first ? first <= year && year <= last : last == year))
        .Where(t => t.RevisedOn is null || t.RevisedOn <= on)
        .OrderBy(t => t.From is not null).ThenByDescending(t => t.RevisedOn ?? DateOnly.MinValue).FirstOrDefault();

    /// <summary>The baseline (計画策定時) in force on a day; null when the plan prints none.</summary>
    public Target? BaselineOf(string indicator, DateOnly on) => Targets
        .Where(t => t.Indicator == indicator && t.Year is null && (t.RevisedOn is null || t.RevisedOn <= on))
        .OrderByDescending(t => t.RevisedOn ?? DateOnly.MinValue).FirstOrDefault();

    public CodeBook? CodeBookOf(WaveKey wave) => CodeBooks.FirstOrDefault(b => b.Wave == wave);

    /// <summary>The profile of the wave, or the defaults.</summary>
    public ImportProfile ProfileOf(WaveKey wave) =>
        Profiles.FirstOrDefault(p => p.Wave == wave) ?? new ImportProfile { Wave = wave };

    public IReadOnlyList<PopulationBreakdown> PopulationBreakdownsOf(WaveKey wave) => [.. PopulationBreakdowns.Where(t => t.Wave == wave)];

    public Population? PopulationOf(WaveKey wave) => Populations.FirstOrDefault(p => p.Wave == wave);

    /// <summary>The settings of the survey, or the defaults.</summary>
    public SurveySettings SettingsOf(string survey) =>
        Surveys.FirstOrDefault(s => s.Survey == survey) ?? new SurveySettings { Survey = survey };
}
