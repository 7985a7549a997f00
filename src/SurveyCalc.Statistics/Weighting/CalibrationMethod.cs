namespace SurveyCalc.Statistics;

/// <summary>How weights are fitted to a population (ウエイト補正の方法).</summary>
public enum CalibrationMethod
{
    /// <summary>Every cell of one margin gets its population (事後層化); give joint cells, for example sex × age, as that one margin.</summary>
    /// <remarks>Source: Holt, Smith (1979), Journal of the Royal Statistical Society A 142, 33–46.</remarks>
    PostStratification = 0,

    /// <summary>Factors per category so that all margins are met (レイキング, 比例反復法); weights stay positive.</summary>
    /// <remarks>
    /// The same weights as calibration with the raking distance. Sources: Deming, Stephan (1940), Annals of Mathematical
    /// Statistics 11, 427–444; Deville, Särndal, Sautory (1993), Journal of the American Statistical Association 88, 1013–1020.
    /// </remarks>
    Raking,

    /// <summary>Smallest squared change of the design weights that meets all margins (線形キャリブレーション, GREG); can go below 0.</summary>
    /// <remarks>Source: Deville, Särndal (1992), Journal of the American Statistical Association 87, 376–382.</remarks>
    Linear,
}
