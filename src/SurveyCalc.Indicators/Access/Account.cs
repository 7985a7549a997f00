namespace SurveyCalc.Indicators.Access;

/// <summary>A person who signs in to the pages (利用者).</summary>
/// <param name="Name">Sign-in name; unique without regard to case.</param>
/// <param name="Scopes">What the person may do.</param>
/// <param name="PasswordHash">As the framework's password hasher makes it.</param>
/// <param name="Failures">Failed sign-ins since the last success.</param>
/// <param name="LockedUntil">No sign-in before; null when not locked.</param>
/// <param name="IsDisabled">Withdrawn by an administrator.</param>
public sealed record Account(
    string Name, AccessScope Scopes, string PasswordHash, int Failures = 0, DateTimeOffset? LockedUntil = null, bool IsDisabled = false);
