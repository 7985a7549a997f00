namespace SurveyCalc.Indicators.Access;

/// <summary>A key of another system (APIキー). The secret itself is shown once when it is made, and never stored.</summary>
/// <param name="Id">Public part of the key, by which it is found.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Hash">SHA-256 of the secret part, lower-case hex; the secret is random and long, so that no slow hash is needed.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="RevokedAt">When it was withdrawn; null while it is valid.</param>
public sealed record ApiKey(
    string Id, string Name, AccessScope Scopes, string Hash, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? RevokedAt = null);
