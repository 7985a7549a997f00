namespace SurveyCalc.Tests.Demo;

/// <summary>
/// The counts of one question in one wave that are fixed before anybody answers. The base of the printed percentage is
/// what is left of those asked after <see cref="NoAnswer"/> and, where the rule says so, <see cref="DontKnow"/>.
/// </summary>
/// <param name="NoAnswer">無回答.</param>
/// <param name="DontKnow">わからない.</param>
/// <param name="Positive">The numerator of the indicator.</param>
internal sealed record DemoTally(int NoAnswer, int DontKnow, int Positive);
