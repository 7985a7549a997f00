namespace SurveyCalc.Indicators.Runs;

/// <summary>A file that was received in full and waits to be imported (受付). Its bytes lie under a name of our own.</summary>
/// <param name="FileName">Name the sender gave it; metadata only.</param>
/// <param name="Sha256">Of its bytes, lower-case hex; they lie under this name.</param>
/// <param name="Size">Bytes.</param>
public sealed record ReceivedFile(string FileName, string Sha256, long Size);
