using System.Globalization;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// The one gate that every published figure passes (秘匿): a figure from fewer respondents than the survey's limit leaves
/// with a reason instead of its numbers, and so does every change that would give it away.
/// </summary>
public static class SuppressionGate
{
    /// <summary>The actual as it may be shown.</summary>
    public static Actual Pass(Actual actual, DefinitionSet definitions)
    {
        var limit = definitions.SettingsOf(actual.Wave.Survey).MinimumBase;
        if (actual.Figure is null || actual.Figure.Denominator >= limit) return actual;
        var reason = string.Create(CultureInfo.InvariantCulture, $"回答者が公表下限({limit}人)より少ないため公表しません。");
        return actual with
        {
            Figure = null,
            NoFigureReason = reason,
            Roles = default,
            Change = new YearOverYear { Verdict = ChangeVerdict.NotComparable, Against = actual.Change.Against, Reason = reason },
            TargetVerdict = TargetVerdict.NoFigure,
        };
    }
}
