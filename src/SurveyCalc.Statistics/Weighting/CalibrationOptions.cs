namespace SurveyCalc.Statistics;

/// <summary>Choices of a calibration beside its method.</summary>
/// <param name="Limits">Limits of the factors; null, the default, leaves them free: nothing is trimmed unasked.</param>
/// <param name="Tolerance">Largest relative error of a margin that counts as met, before the weights are rounded.</param>
/// <param name="MaxSweeps">Sweeps over all margins before the fit is given up as <see cref="CalibrationProblemKind.NotConverged"/>.</param>
public sealed record CalibrationOptions(FactorLimits? Limits = null, double Tolerance = 1e-12, int MaxSweeps = 10_000)
{
    /// <summary>No limits; margins met to 10^−12.</summary>
    public static CalibrationOptions Default { get; } = new();
}
