using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Statistics;

namespace SurveyCalc.Benchmarks.Figures;

/// <summary>A generated survey under the weights of its file, and raked from them to sex, age and district.</summary>
internal static class WeightedDefinitions
{
    private static readonly Breakdown[] Margins = [new("sex"), new("age"), new("district")];

    /// <summary>The weights of the file as they are: what the other tools of the comparison compute with.</summary>
    public static DefinitionSet OfFile(GeneratedSurvey survey) => Of(survey, null);

    /// <summary>Raked to populations of ten persons per respondent, categories of equal size; who left one blank is a category.</summary>
    public static DefinitionSet Raked(GeneratedSurvey survey, long respondents)
    {
        var rule = new WeightingRule { Method = CalibrationMethod.Raking, Margins = Margins, Unknown = UnknownAttributePolicy.OwnCategory };
        return Of(survey, rule) with
        {
            PopulationBreakdowns = [.. survey.Waves.SelectMany(wave => Margins.Select(by =>
            {
                var choices = wave.CodeBook.Find(by.Questions[0])!.Choices;
                var (all, count) = (10 * respondents, choices.Count);
                return new PopulationBreakdown(
                    wave.CodeBook.Wave, "", by, [.. choices.Select((c, i) => new PopulationCell([c.Label], (all / count) + (i < all % count ? 1 : 0)))]);
            }))],
        };
    }

    private static DefinitionSet Of(GeneratedSurvey survey, WeightingRule? weighting) => survey.Definitions with
    {
        Surveys = [new SurveySettings { Survey = survey.Waves[0].CodeBook.Wave.Survey, Design = new SampleDesign(SampleKind.WeightsOnly), Weighting = weighting }],
    };
}
