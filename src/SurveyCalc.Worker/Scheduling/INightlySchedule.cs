namespace SurveyCalc.Worker.Scheduling;

/// <summary>
/// When the nightly run is due (夜間処理の予定). It only wakes <see cref="NightlyRequest"/>, which enters the run in the
/// ledger; firing twice, late or on two servers is harmless.
/// </summary>
internal interface INightlySchedule
{
    /// <summary>The latest due time that is not after <paramref name="now"/>; null when there is none.</summary>
    DateTimeOffset? LastDue(DateTimeOffset now);

    /// <summary>The next due time; null when there is none.</summary>
    DateTimeOffset? NextDue(DateTimeOffset now);
}
