namespace SurveyCalc.Indicators.Waves;

/// <summary>One survey in one fiscal year (調査回). The year is the one the results belong to (評価年度).</summary>
/// <param name="Survey">Name of the survey (調査), such as 市民意識調査.</param>
/// <param name="FiscalYear">The fiscal year (年度).</param>
public readonly record struct WaveKey(string Survey, FiscalYear FiscalYear)
{
    public override string ToString() => $"{Survey} {FiscalYear}";
}
