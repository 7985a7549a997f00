namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>What is gathered around the main value while its text is read.</summary>
internal sealed record ValueParts
{
    public YearMeaning? When { get; init; }

    public string? Basis { get; init; }

    public ValueStatus Status { get; init; }

    public bool IsReference { get; init; }

    public Amount? Secondary { get; init; }

    public IReadOnlyList<PartAmount> Parts { get; init; } = [];

    public Amount? Increment { get; init; }

    public ReferenceValue? Reference { get; init; }

    public IReadOnlyList<BaseAmount> Bases { get; init; } = [];

    public IReadOnlyList<DatedAmount> Years { get; init; } = [];
}
