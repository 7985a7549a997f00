using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>What has to be said of a change when the two values do not have the same standing (前回差についての注).</summary>
internal static class RevisionNote
{
    /// <summary>The note, or empty.</summary>
    /// <param name="actual">The actual with the change, behind the gate.</param>
    /// <param name="previous">Latest revision of the actual it is compared with, behind the gate; null when there is none.</param>
    public static string Of(Actual actual, RevisionSummary? previous)
    {
        if (previous is not { Printed: { } before } earlier || actual.Figure is not { } now || actual.Change.OfPrinted is not { } change) return "";
        var note = "";
        if (now.Printed - change != before)
            note = $"前回差は、前回の回答から計算した値{now.Printed - change}との差です。{earlier.Wave.FiscalYear}の{earlier.Status.InJapanese()}の値{before}と異なります。";
        if ((actual.Status is Status.Preliminary) != (earlier.Status is Status.Preliminary))
            note += $"今回は{actual.Status.InJapanese()}、前回は{earlier.Status.InJapanese()}の値です。";
        return note;
    }
}
