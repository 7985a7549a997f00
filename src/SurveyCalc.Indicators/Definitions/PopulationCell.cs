namespace SurveyCalc.Indicators.Definitions;

/// <summary>One cell of a <see cref="PopulationBreakdown"/>.</summary>
/// <param name="Labels">Label of each attribute, in the order of the table's attributes.</param>
/// <param name="Count">People, 0 or more.</param>
public sealed record PopulationCell(IReadOnlyList<string> Labels, long Count)
{
    public bool Equals(PopulationCell? other) => other is not null && Count == other.Count && Labels.SequenceEqual(other.Labels);

    public override int GetHashCode() => HashCode.Combine(Count, Labels.Count);
}
