using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Worker.Api;

/// <summary>A wave that a caller names (調査回), which must have a code book.</summary>
internal static class KnownWave
{
    /// <summary>What <see cref="Of"/> refuses with, for the document.</summary>
    public static ApiProblem[] Refusals { get; } =
    [
        ApiProblems.NoSurvey(), ApiProblems.UnknownSurvey("", new DefinitionSet()), ApiProblems.UnknownYear(new WaveKey("", new FiscalYear(2020)), new DefinitionSet()), ApiProblems.MalformedYear(""),
    ];

    /// <exception cref="RefusedException">Unknown survey or year.</exception>
    public static WaveKey Of(string? survey, string? year, DefinitionSet definitions)
    {
        if (string.IsNullOrWhiteSpace(survey)) throw new RefusedException(ApiProblems.NoSurvey());
        var name = survey.Trim();
        if (!definitions.CodeBooks.Any(b => b.Wave.Survey == name)) throw new RefusedException(ApiProblems.UnknownSurvey(name, definitions));
        var wave = new WaveKey(name, FiscalYear.TryParse(year, out var parsed) ? parsed : throw new RefusedException(ApiProblems.MalformedYear(year ?? "")));
        return definitions.CodeBookOf(wave) is null ? throw new RefusedException(ApiProblems.UnknownYear(wave, definitions)) : wave;
    }
}
