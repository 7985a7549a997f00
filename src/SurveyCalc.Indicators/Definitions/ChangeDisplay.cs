namespace SurveyCalc.Indicators.Definitions;

/// <summary>The two ways in which reports print a change (前回差の表示); both are kept.</summary>
public enum ChangeDisplay
{
    /// <summary>Difference of the two printed values (表示値の差).</summary>
    OfPrintedValues,

    /// <summary>The exact difference, rounded once (正確な差).</summary>
    OfExactValues,
}
