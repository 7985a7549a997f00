using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>One readable row of a 人口 file.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="Wave">The wave.</param>
/// <param name="Attributes">Attributes filled, in the order of the code book.</param>
/// <param name="Choices">Index of the choice of each; −1 when the wave has no code book.</param>
/// <param name="Labels">Label of each as in the code book.</param>
/// <param name="Count">People.</param>
internal sealed record PopulationRow(
    DefinitionRow Row, WaveKey Wave, IReadOnlyList<string> Attributes, IReadOnlyList<int> Choices, IReadOnlyList<string> Labels, long Count)
{
    /// <summary>By the choices, then by the labels (ordinal).</summary>
    public static int Compare(PopulationRow a, PopulationRow b)
    {
        for (var i = 0; i < a.Choices.Count; i++)
            if (a.Choices[i] != b.Choices[i])
                return a.Choices[i].CompareTo(b.Choices[i]);
        return string.CompareOrdinal(string.Join('×', a.Labels), string.Join('×', b.Labels));
    }
}
