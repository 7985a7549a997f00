namespace SurveyCalc.Statistics;

/// <summary>Weights fitted to a population, and how the fit went (ウエイト補正).</summary>
public sealed class Calibration
{
    private readonly double[] _factors;

    internal Calibration(CalibrationMethod method, Weights designWeights, Weights weights, Fit fit, IReadOnlyList<MarginCheck> margins)
    {
        (Method, DesignWeights, Weights, Margins) = (method, designWeights, weights, margins);
        (Cells, Equations, _factors, Sweeps) = (fit.Cells, fit.Equations, fit.Factors, fit.Sweeps);
        Summary = weights.Summarise();
    }

    /// <summary>Method of the fit.</summary>
    public CalibrationMethod Method { get; }

    /// <summary>The weights it started from.</summary>
    public Weights DesignWeights { get; }

    /// <summary>The calibrated weights; they add up to the population.</summary>
    public Weights Weights { get; }

    /// <summary>Range, sum and effective number of the calibrated weights.</summary>
    public WeightSummary Summary { get; }

    /// <summary>Sweeps over the margins; 0 when the weights follow in one step.</summary>
    public int Sweeps { get; }

    /// <summary>Every category before and after, in the order of the margins.</summary>
    public IReadOnlyList<MarginCheck> Margins { get; }

    /// <summary>Largest relative error of a margin, measured on the rounded weights.</summary>
    public double MaxMarginError => Margins.Max(check => check.RelativeError);

    /// <summary>Smallest factor w/d, relative to the mean factor; what limits are held against.</summary>
    public double SmallestFactor => _factors.Min() / MeanFactor;

    /// <summary>Largest factor w/d, relative to the mean factor.</summary>
    public double LargestFactor => _factors.Max() / MeanFactor;

    internal CalibrationCells Cells { get; }

    internal NormalEquations Equations { get; }

    private double MeanFactor => Margins.Where(check => check.Margin == 0).Sum(check => (double)check.Population) / Cells.DesignWeight.Sum();

    /// <summary>The parts of a fit that hold for its cells.</summary>
    internal sealed record Fit(CalibrationCells Cells, NormalEquations Equations, double[] Factors, int Sweeps);
}
