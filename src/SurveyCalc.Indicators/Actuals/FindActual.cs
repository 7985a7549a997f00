using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Actuals;

/// <summary>Finds the actual that a person names by indicator and year.</summary>
internal static class FindActual
{
    /// <summary>The one of <paramref name="latest"/> that is meant.</summary>
    /// <exception cref="OperatorException">There is none, or several surveys have one; the message says what there is.</exception>
    public static Actual In(IReadOnlyList<Actual> latest, string indicator, FiscalYear year, string? survey)
    {
        var ofIndicator = latest.Where(a => a.Indicator == indicator && (survey is null || a.Wave.Survey == survey)).ToList();
        if (ofIndicator.Count == 0) throw RevisionFaults.NoIndicator(indicator);
        var found = ofIndicator.Where(a => a.Wave.FiscalYear == year).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw RevisionFaults.NoYear(indicator, year, ofIndicator.Select(a => a.Wave.FiscalYear).Distinct()),
            _ => throw RevisionFaults.SeveralSurveys(indicator, year, found.Select(a => a.Wave.Survey)),
        };
    }
}
