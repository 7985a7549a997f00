namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>A population and the way surveys are drawn from it. Safe for use by several threads.</summary>
internal interface ISimulatedDesign
{
    /// <summary>How the sample is drawn and weighted.</summary>
    string Name { get; }

    /// <summary>Persons N in the population.</summary>
    long Population { get; }

    /// <summary>Respondents n of a survey; expected ones when not everybody answers.</summary>
    long Respondents { get; }

    /// <summary>Proportion of a question in the population.</summary>
    double Truth(int question);

    /// <summary>One survey, or null when it could not be weighted.</summary>
    ISimulatedWave? Draw(Xoshiro random);
}
