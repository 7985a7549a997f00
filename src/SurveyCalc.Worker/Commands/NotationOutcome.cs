using SurveyCalc.Indicators.Definitions.Notations;

namespace SurveyCalc.Worker.Commands;

/// <summary>What became of one text: its meaning, or the reason why it was refused.</summary>
/// <param name="Line">Line in the file, from 1; null for a text on the command line.</param>
/// <param name="Text">The text as given.</param>
/// <param name="IsRead">True when read.</param>
/// <param name="Reading">The meaning; null when refused.</param>
/// <param name="Refusal">The reason; null when read.</param>
internal sealed record NotationOutcome<T>(int? Line, string Text, bool IsRead, T? Reading, NotationRefusal? Refusal)
    where T : class;
