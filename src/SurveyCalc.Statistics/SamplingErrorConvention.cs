namespace SurveyCalc.Statistics;

/// <summary>How a report computes its sampling error (標本誤差の算式).</summary>
/// <remarks>The multiplier is the printed number 1.96 or 2, not the normal quantile: reports are reproduced digit by digit.</remarks>
public readonly record struct SamplingErrorConvention
{
    /// <param name="z">Multiplier of the standard error, greater than 0: 1.96 or 2.</param>
    /// <param name="finitePopulationCorrection">Whether (N−n)/(N−1) is applied.</param>
    /// <param name="designFactor">Factor on the variance, at least 1: 2 for two-stage samples by custom.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range or NaN.</exception>
    public SamplingErrorConvention(double z, bool finitePopulationCorrection, double designFactor)
    {
        if (!(z > 0 && double.IsFinite(z)))
            throw new ArgumentOutOfRangeException(nameof(z), z, "The multiplier is finite and greater than 0.");
        if (!(designFactor >= 1 && double.IsFinite(designFactor)))
            throw new ArgumentOutOfRangeException(nameof(designFactor), designFactor, "The design factor is finite and at least 1.");
        (Z, FinitePopulationCorrection, DesignFactor) = (z, finitePopulationCorrection, designFactor);
    }

    /// <summary>±1.96·√((N−n)/(N−1)·p(1−p)/n): the formula most cities print.</summary>
    public static SamplingErrorConvention FinitePopulation { get; } = new(1.96, true, 1);

    /// <summary>±1.96·√(p(1−p)/n): a population so large that (N−n)/(N−1) ≒ 1 (単純無作為抽出).</summary>
    public static SamplingErrorConvention SimpleRandom { get; } = new(1.96, false, 1);

    /// <summary>±2·√(2·(N−n)/(N−1)·p(1−p)/n): stratified two-stage samples (層化二段無作為抽出).</summary>
    public static SamplingErrorConvention TwoStageStratified { get; } = new(2, true, 2);

    /// <summary>Multiplier of the standard error.</summary>
    public double Z { get; }

    /// <summary>Whether (N−n)/(N−1) is applied.</summary>
    public bool FinitePopulationCorrection { get; }

    /// <summary>Factor on the variance (デザイン効果).</summary>
    public double DesignFactor { get; }
}
