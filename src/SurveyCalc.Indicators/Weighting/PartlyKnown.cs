namespace SurveyCalc.Indicators.Weighting;

/// <summary>Respondents of whom a margin knows some attributes and not others (一部の属性が不明な回答者), by what is known.</summary>
/// <param name="Categories">Category of each respondent in the margin; the groups are numbered on behind the categories.</param>
/// <param name="Labels">Label of each group, such as 女×属性不明.</param>
/// <param name="Cells">Categories that the members of each group may belong to.</param>
internal sealed record PartlyKnown(int[] Categories, IReadOnlyList<string> Labels, IReadOnlyList<IReadOnlyList<int>> Cells)
{
    /// <summary>Groups the respondents without a category.</summary>
    /// <param name="margin">The margin.</param>
    /// <param name="rows">Rows of the respondents in the snapshot.</param>
    /// <param name="known">Category of each of them; −1 for the unknown.</param>
    public static PartlyKnown Of(PopulationMargin margin, int[] rows, int[] known)
    {
        int[] categories = [.. known];
        var (numberOf, labels, cells) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<string>(), new List<IReadOnlyList<int>>());
        for (var i = 0; i < rows.Length; i++)
        {
            if (known[i] >= 0) continue;
            var (label, possible) = margin.PossibleOf(rows[i]);
            if (numberOf.TryAdd(label, labels.Count))
            {
                labels.Add(label);
                cells.Add(possible);
            }

            categories[i] = margin.Counts.Count + numberOf[label];
        }

        return new PartlyKnown(categories, labels, cells);
    }
}
