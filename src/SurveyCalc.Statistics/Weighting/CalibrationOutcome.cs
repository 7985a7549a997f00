using System.Diagnostics.CodeAnalysis;

namespace SurveyCalc.Statistics;

/// <summary>Either calibrated weights or every reason found why there are none (ウエイト補正の結果).</summary>
public sealed class CalibrationOutcome
{
    private readonly Calibration? _calibration;

    internal CalibrationOutcome(Calibration calibration) => (_calibration, Problems) = (calibration, []);

    internal CalibrationOutcome(IReadOnlyList<CalibrationProblem> problems) => Problems = problems;

    /// <summary>True when there are weights; they meet every margin and every limit asked for.</summary>
    public bool IsCalibrated => _calibration is not null;

    /// <summary>Why there are no weights; empty when there are.</summary>
    public IReadOnlyList<CalibrationProblem> Problems { get; }

    /// <summary>The calibration.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message names the first problem.</exception>
    public Calibration Value => _calibration
        ?? throw new InvalidOperationException($"Not calibrated: {Problems[0]}. Ask IsCalibrated or TryGet first.");

    /// <summary>Gives the calibration when there is one.</summary>
    public bool TryGet([NotNullWhen(true)] out Calibration? calibration)
    {
        calibration = _calibration;
        return IsCalibrated;
    }
}
