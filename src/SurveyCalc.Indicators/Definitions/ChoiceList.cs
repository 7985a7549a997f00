namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// A list of choices as the planner wrote it (「満足、やや満足、普通」, <c>1|2|3</c>). It is split against the labels of a
/// code book, because labels may hold the very characters that separate them.
/// </summary>
public sealed record ChoiceList(string Text);
