namespace SurveyCalc.Indicators.Definitions;

/// <summary>A definition file to be written.</summary>
/// <param name="Name">File name without folder.</param>
/// <param name="Content">UTF-8 with byte order mark, CRLF.</param>
public sealed record DefinitionFile(string Name, byte[] Content);
