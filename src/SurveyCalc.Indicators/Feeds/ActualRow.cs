using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// One published actual as other systems read it: flat, one value a member, named stably. A member that does not apply is
/// null, never 0. Passed through the <see cref="SuppressionGate"/>.
/// </summary>
public sealed record ActualRow
{
    public required string Indicator { get; init; }
    public required string Name { get; init; }
    public required string Survey { get; init; }

    /// <summary>Era notation, such as 令和2年度.</summary>
    public required string FiscalYear { get; init; }

    /// <summary>Calendar year in which the fiscal year begins.</summary>
    public required int Year { get; init; }

    /// <summary>Name of the breakdown, such as 性別×年代; null for everybody.</summary>
    public string? Breakdown { get; init; }

    /// <summary>Cell of the breakdown; 全体 for everybody.</summary>
    public required string Cell { get; init; }

    public required string Unit { get; init; }

    /// <summary>Value as printed, in <see cref="Unit"/>.</summary>
    public decimal? Value { get; init; }

    /// <summary>Before rounding.</summary>
    public double? Exact { get; init; }

    public string? NoValueReason { get; init; }

    /// <summary>There is a value, but the gate keeps it back (秘匿); the reason says why.</summary>
    public bool IsWithheld { get; init; }
    public long? Numerator { get; init; }

    /// <summary>n: unweighted respondents in the base.</summary>
    public long? Denominator { get; init; }

    public double? WeightedDenominator { get; init; }
    public double? StandardError { get; init; }
    public double? EffectiveN { get; init; }
    public double? Level { get; init; }
    public string? Method { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public long? Population { get; init; }
    public bool? IsCensus { get; init; }
    public long? NoAnswer { get; init; }
    public long? DontKnow { get; init; }
    public long? NotApplicable { get; init; }
    public long? Invalid { get; init; }
    public long? OutsideCondition { get; init; }

    /// <summary>Year compared with, in era notation.</summary>
    public string? Against { get; init; }

    /// <summary>Years without the question in between, in era notation, separated by 、.</summary>
    public string? SkippedYears { get; init; }

    /// <summary>Change as the survey's setting prints it, in percentage points for a ratio.</summary>
    public decimal? Change { get; init; }

    public decimal? ChangeOfPrinted { get; init; }
    public decimal? ChangeOfExact { get; init; }
    public double? ChangeExact { get; init; }
    public double? ChangeLower { get; init; }
    public double? ChangeUpper { get; init; }
    public double? PValue { get; init; }
    public required ChangeVerdict ChangeVerdict { get; init; }
    public string? ChangeReason { get; init; }

    /// <summary>Plan value as printed.</summary>
    public string? Plan { get; init; }

    public required TargetVerdict TargetVerdict { get; init; }
    public required int Revision { get; init; }
    public required Status Status { get; init; }
    public required string FileName { get; init; }
    public required string FileSha256 { get; init; }
    public required string CodeBookHash { get; init; }
    public required string IndicatorHash { get; init; }
    public required string EngineVersion { get; init; }
    public required string Fingerprint { get; init; }
    public required DateTimeOffset ComputedAt { get; init; }

    /// <summary>参考値: fewer respondents in the base than the survey's setting.</summary>
    public bool? IsReference { get; init; }

    public double? DesignEffect { get; init; }

    /// <summary>(Σw)²/Σw² of the base.</summary>
    public double? KishEffectiveN { get; init; }

    /// <summary>Of everybody in the wave.</summary>
    public double? SmallestWeight { get; init; }

    public double? LargestWeight { get; init; }
    public double? DegreesOfFreedom { get; init; }

    /// <summary>How the waves were compared.</summary>
    public string? ChangeNote { get; init; }

    /// <summary>Persons matched in both waves of a panel.</summary>
    public long? Matched { get; init; }

    /// <summary>Benjamini–Hochberg over the indicators of the survey and year; null for cells.</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>Verdict after that adjustment; null for cells.</summary>
    public ChangeVerdict? AdjustedVerdict { get; init; }

    /// <summary>Respondents in each wave that would decide a change of this size.</summary>
    public long? RespondentsToDecide { get; init; }

    /// <summary>Respondents of the wave left out of every figure because an attribute is unknown; null without a design.</summary>
    public long? Excluded { get; init; }

    /// <summary>What a reader should know of design and weighting.</summary>
    public string? DesignNotes { get; init; }

    /// <summary>Relation to the wave compared with: same, similar or break; null when none is declared.</summary>
    public Continuity? Continuity { get; init; }

    /// <summary>達成率 in percent; null where it is not defined, <see cref="NoAchievementRateReason"/> says why.</summary>
    public decimal? AchievementRate { get; init; }

    public string? NoAchievementRateReason { get; init; }

    /// <summary>Why the verdict is that there is none, or what a reader of it should know.</summary>
    public string? TargetNote { get; init; }

    /// <summary>改定日 of the plan value used; null for the original plan.</summary>
    public DateOnly? PlanRevisedOn { get; init; }

    /// <summary>The figure in one plain sentence.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>Who made the revision; of a correction, who proposed it.</summary>
    public string? By { get; init; }

    /// <summary>Who approved a correction.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Why there is this revision.</summary>
    public string? Why { get; init; }

    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>What has to be said of the change where the two values are of different standing.</summary>
    public string? RevisionNote { get; init; }

    /// <summary>Flattens an actual that has passed the gate.</summary>
    internal static ActualRow Flatten(Actual shown, DefinitionSet definitions)
    {
        var indicator = definitions.IndicatorOf(shown.Indicator, shown.Wave.FiscalYear);
        var settings = definitions.SettingsOf(shown.Wave.Survey);
        var display = settings.ChangeDisplay;
        var (figure, change) = (shown.Figure, shown.Change);
        long? Count(long count) => shown.Roles == default ? null : count;
        return new ActualRow
        {
            Indicator = shown.Indicator,
            Name = indicator?.Name ?? "",
            Survey = shown.Wave.Survey,
            FiscalYear = shown.Wave.FiscalYear.ToString(),
            Year = shown.Wave.FiscalYear.FirstYear,
            Breakdown = shown.Cell.IsEverybody ? null : shown.Cell.Breakdown,
            Cell = shown.Cell.Label,
            Unit = indicator?.Unit ?? "",
            Value = figure?.Printed,
            Exact = figure?.Exact,
            NoValueReason = Text(shown.NoFigureReason),
            Numerator = figure?.Numerator,
            Denominator = figure?.Denominator,
            WeightedDenominator = figure?.WeightedDenominator,
            StandardError = figure?.StandardError,
            EffectiveN = figure?.EffectiveN,
            Level = figure?.Level,
            Method = figure?.Method,
            Lower = figure?.Lower,
            Upper = figure?.Upper,
            Population = figure?.Population,
            IsCensus = figure?.IsCensus,
            NoAnswer = Count(shown.Roles.NoAnswer),
            DontKnow = Count(shown.Roles.DontKnow),
            NotApplicable = Count(shown.Roles.NotApplicable),
            Invalid = Count(shown.Roles.Invalid),
            OutsideCondition = Count(shown.Roles.OutsideCondition),
            Against = change.Against?.ToString(),
            SkippedYears = Text(string.Join('、', change.Skipped)),
            Change = display is ChangeDisplay.OfPrintedValues ? change.OfPrinted : change.OfExact,
            ChangeOfPrinted = change.OfPrinted,
            ChangeOfExact = change.OfExact,
            ChangeExact = change.Difference,
            ChangeLower = change.Lower,
            ChangeUpper = change.Upper,
            PValue = change.PValue,
            ChangeVerdict = change.Verdict,
            ChangeReason = Text(change.Reason),
            Plan = Text(shown.TargetText),
            TargetVerdict = shown.TargetVerdict,
            Revision = shown.Revision,
            Status = shown.Status,
            FileName = shown.Provenance.FileName,
            FileSha256 = shown.Provenance.FileSha256,
            CodeBookHash = shown.Provenance.CodeBookHash,
            IndicatorHash = shown.Provenance.IndicatorHash,
            EngineVersion = shown.Provenance.EngineVersion,
            Fingerprint = shown.Fingerprint,
            ComputedAt = shown.Provenance.ComputedAt,
            IsReference = figure is null ? null : figure.Denominator < settings.ReferenceBase,
            DesignEffect = figure?.DesignEffect,
            KishEffectiveN = figure?.KishEffectiveN,
            SmallestWeight = figure?.SmallestWeight,
            LargestWeight = figure?.LargestWeight,
            DegreesOfFreedom = figure?.DegreesOfFreedom,
            ChangeNote = Text(change.Note),
            Matched = change.Matched,
            RespondentsToDecide = change.RespondentsToDecide,
            Excluded = figure?.Excluded,
            DesignNotes = figure?.DesignNotes,
            Continuity = change.Continuity,
            By = Text(shown.By),
            ApprovedBy = Text(shown.ApprovedBy),
            Why = Text(shown.Why),
            RecordedAt = shown.RecordedAt,
            AchievementRate = shown.Achievement?.Rate,
            NoAchievementRateReason = Text(shown.Achievement?.NoRateReason ?? ""),
            TargetNote = Text(shown.Achievement?.VerdictNote ?? ""),
            PlanRevisedOn = shown.Achievement?.RevisedOn,
        };
    }

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
