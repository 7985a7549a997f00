using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Tests.Scenarios;

namespace SurveyCalc.Tests.Computation;

/// <summary>Which plan values are part of a fingerprint, and from which day.</summary>
public sealed class PlanActualsTests
{
    private static readonly FiscalYear Year = new(2020);
    private static readonly DefinitionSet Definitions = SmallCity.Define([2020]);
    private static readonly DateTimeOffset Before = new(2021, 3, 31, 12, 0, 0, TimeSpan.FromHours(9));
    private static readonly DateTimeOffset After = Before.AddDays(1);

    [Fact]
    public void A_revision_comes_into_the_fingerprint_on_its_day_and_not_before()
    {
        var revised = With(new Target("A", Year, "55", 55) { RevisedOn = new DateOnly(2021, 4, 1), Reason = "見直し" });
        Assert.Equal(Fingerprint(Definitions, Before), Fingerprint(revised, Before));
        Assert.Equal(Fingerprint(Definitions, Before), Fingerprint(Definitions, After));
        Assert.NotEqual(Fingerprint(revised, Before), Fingerprint(revised, After));
    }

    [Fact]
    public void The_baseline_is_part_of_the_fingerprint_since_the_rate_uses_it() => Assert.NotEqual(
        Fingerprint(Definitions, Before), Fingerprint(SmallCity.Define([2020], ("計画策定時,50", "計画策定時,51")), Before));

    [Fact]
    public void A_chosen_value_is_part_of_it_but_the_reason_is_not()
    {
        Target Chosen(decimal value, string reason) => new("A", Year, "見直し", value) { RevisedOn = new DateOnly(2021, 1, 1), Reason = reason };
        Assert.NotEqual(Fingerprint(With(Chosen(82, "課長")), Before), Fingerprint(With(Chosen(79.2m, "課長")), Before));
        Assert.Equal(Fingerprint(With(Chosen(82, "課長")), Before), Fingerprint(With(Chosen(82, "部長")), Before));
    }

    private static DefinitionSet With(Target target) => Definitions with { Targets = [.. Definitions.Targets, target] };

    private static string Fingerprint(DefinitionSet definitions, DateTimeOffset at) =>
        PlanActuals.Of(definitions, [new PlannedWave(new WaveSource("f", "1", "2", "3"), definitions.CodeBooks[0])], at).Single(p => p.Indicator.Code == "A").Fingerprint;
}
