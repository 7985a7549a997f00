using System.Globalization;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Explanations;

/// <summary>Compares a recount with the stored figure (突き合わせ): an explanation of another number is worse than none.</summary>
internal static class StoredFigure
{
    /// <exception cref="OperatorException">They differ.</exception>
    public static void Require(Actual actual, Indicator indicator, RowCount counted)
    {
        var differences = new List<(string What, string Stored, string Counted)>();
        var (stored, roles) = (actual.Roles, counted.Roles);
        Compare("有効", stored.Substantive, roles.Substantive);
        Compare("無回答", stored.NoAnswer, roles.NoAnswer);
        Compare("わからない", stored.DontKnow, roles.DontKnow);
        Compare("非該当", stored.NotApplicable, roles.NotApplicable);
        Compare("無効", stored.Invalid, roles.Invalid);
        Compare("対象条件の外", stored.OutsideCondition, roles.OutsideCondition);
        if (actual.Figure is { } figure)
        {
            Compare("分子", figure.Numerator, counted.Tally.Positive);
            Compare("分母", figure.Denominator, counted.Tally.Base);
            Compare("ウエイトの合計", figure.WeightedDenominator, counted.Tally.WeightedBase);
            // Another engine may have rounded otherwise; what it counted has never changed.
            if (actual.Provenance.EngineVersion == EngineVersion.Current && counted.Tally.Base > 0)
                Compare("表示値", figure.Printed, Printed(counted.Tally, indicator));
        }

        if (differences.Count > 0) throw ExplanationWords.Disagrees(actual, differences);

        void Compare<T>(string what, T was, T now)
            where T : IEquatable<T>, IFormattable
        {
            if (!was.Equals(now)) differences.Add((what, was.ToString(null, CultureInfo.InvariantCulture), now.ToString(null, CultureInfo.InvariantCulture)));
        }
    }

    private static decimal Printed(Tally tally, Indicator indicator) =>
        (indicator.Rule.IsPercent ? Rounding.Percent(tally, indicator.Decimals) : Rounding.Ratio(tally, indicator.Decimals)).Value;
}
