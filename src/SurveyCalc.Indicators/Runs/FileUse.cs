namespace SurveyCalc.Indicators.Runs;

/// <summary>What the ledger knows of a received file (受付ファイル).</summary>
/// <param name="Sha256">Of its bytes.</param>
/// <param name="IsNeeded">A run waits for it, works on it, may be revived, or ended only lately.</param>
/// <param name="WasAccepted">A run took it in.</param>
public sealed record FileUse(string Sha256, bool IsNeeded, bool WasAccepted);
