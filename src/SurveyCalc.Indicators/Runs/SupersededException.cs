namespace SurveyCalc.Indicators.Runs;

/// <summary>A write was refused because another worker has taken the run over. Nothing was written; stop the work.</summary>
public sealed class SupersededException(Lease lease)
    : Exception($"Run {lease.RunId} was taken over after epoch {lease.Epoch}.")
{
    public Lease Lease { get; } = lease;
}
