namespace SurveyCalc.Statistics;

/// <summary>Everybody sampled who shares stratum, sampling unit and calibration cell, whatever they answered.</summary>
/// <param name="Stratum">Number of the stratum in the design.</param>
/// <param name="Unit">The caller's number of the cluster; 0 when the design is not clustered.</param>
/// <param name="Cell">Calibration cell; 0 without calibration.</param>
/// <param name="Sampled">Their number n, 1 or more.</param>
/// <param name="SumOfWeights">Σw in units of the weights.</param>
/// <param name="SumOfSquaredWeights">Σw² in squared units.</param>
/// <param name="SumOfDesignWeights">Σd, the weights before calibration, in units of those; equal to Σw without calibration.</param>
public readonly record struct DesignGroup(
    int Stratum, int Unit, int Cell, long Sampled, Int128 SumOfWeights, Int128 SumOfSquaredWeights, Int128 SumOfDesignWeights);
