using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>An actual that was printed or typed, not computed here (入力実績): of another survey, a statistic, a rank.</summary>
/// <param name="Indicator">Code of a register entry.</param>
/// <param name="Year">Fiscal year.</param>
/// <param name="Text">As printed, such as <c>小88 中76</c>, <c>197</c> or <c>—</c>.</param>
/// <param name="Status">速報 or 確定.</param>
/// <param name="Source">Where it comes from (出典); may be empty.</param>
public sealed record EnteredActual(string Indicator, FiscalYear Year, string Text, Status Status, string Source);
