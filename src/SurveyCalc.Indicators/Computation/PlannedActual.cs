using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Computation;

/// <summary>An actual that the definitions and the waves call for, before anything is counted.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Wave">The wave it is for.</param>
/// <param name="Previous">The wave it is compared with; null when no earlier wave asked the question.</param>
/// <param name="Fingerprint">Hash over everything the outcome depends on.</param>
/// <param name="Since">Code books of the waves after <paramref name="Previous"/> up to this one, by year; empty without one.</param>
public sealed record PlannedActual(
    Indicator Indicator, PlannedWave Wave, PlannedWave? Previous, string Fingerprint, IReadOnlyList<CodeBook> Since);
