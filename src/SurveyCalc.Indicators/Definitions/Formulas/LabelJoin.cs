namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>How a text joins the choices it counts. It matters for a multiple-answer question alone.</summary>
public enum LabelJoin
{
    /// <summary>The text only lists them (「A」「B」を選んだ人).</summary>
    Listed,

    /// <summary>Anybody who chose one of them (いずれか、または).</summary>
    Any,

    /// <summary>Their figures are added up (合計、＋).</summary>
    Sum,
}
