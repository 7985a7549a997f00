namespace SurveyCalc.Statistics;

/// <summary>What stands beside a weighted figure (ウエイトの概要).</summary>
/// <param name="Respondents">Number of weights.</param>
/// <param name="Sum">Σw.</param>
/// <param name="Smallest">Smallest weight, greater than 0.</param>
/// <param name="Largest">Largest weight.</param>
/// <param name="KishEffectiveN">(Σw)²/Σw² (有効標本サイズ), at most the number of respondents.</param>
/// <remarks>Source: Kish (1965), Survey Sampling, section 11.7.</remarks>
public readonly record struct WeightSummary(long Respondents, double Sum, double Smallest, double Largest, double KishEffectiveN)
{
    /// <summary>n·Σw²/(Σw)²: the loss by unequal weights alone (デザイン効果), 1 or more.</summary>
    public double KishDesignEffect => Respondents / KishEffectiveN;
}
