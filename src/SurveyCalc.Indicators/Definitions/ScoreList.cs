namespace SurveyCalc.Indicators.Definitions;

/// <summary>Scores of choices as the planner wrote them (<c>満足=2|やや満足=1|普通=0|やや不満=-1|不満=-2</c>).</summary>
public sealed record ScoreList(string Text);
