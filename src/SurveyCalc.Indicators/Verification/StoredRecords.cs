namespace SurveyCalc.Indicators.Verification;

/// <summary>What a store holds, as it is stored: nothing is parsed and nothing is taken for granted.</summary>
/// <param name="Actuals">Every revision, by id.</param>
/// <param name="Chain">Every link, by sequence.</param>
/// <param name="Definitions">Every version of every definition, by kind, key and version.</param>
/// <param name="Snapshots">Every snapshot, also those that another one replaced, by id.</param>
/// <param name="Statements">Difference reports and proposals.</param>
public sealed record StoredRecords(
    IReadOnlyList<StoredActual> Actuals, IReadOnlyList<ChainLink> Chain, IReadOnlyList<StoredDefinition> Definitions,
    IReadOnlyList<StoredSnapshot> Snapshots, IReadOnlyList<StoredStatement> Statements);
