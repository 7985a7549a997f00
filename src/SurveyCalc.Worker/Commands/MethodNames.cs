using SurveyCalc.Statistics;

namespace SurveyCalc.Worker.Commands;

/// <summary>Names of the methods on a command line.</summary>
internal static class MethodNames
{
    public static IReadOnlyList<(string Name, ProportionMethod Method)> Proportion { get; } =
    [
        ("wilson", ProportionMethod.Wilson), ("wilson-cc", ProportionMethod.WilsonCorrected), ("wald", ProportionMethod.Wald),
        ("agresti-coull", ProportionMethod.AgrestiCoull), ("clopper-pearson", ProportionMethod.ClopperPearson),
        ("jeffreys", ProportionMethod.Jeffreys), ("logit", ProportionMethod.Logit), ("arcsine", ProportionMethod.Arcsine),
    ];

    public static IReadOnlyList<(string Name, DifferenceMethod Method)> Difference { get; } =
    [
        ("newcombe", DifferenceMethod.Newcombe), ("newcombe-cc", DifferenceMethod.NewcombeCorrected), ("wald", DifferenceMethod.Wald),
        ("agresti-caffo", DifferenceMethod.AgrestiCaffo), ("miettinen-nurminen", DifferenceMethod.MiettinenNurminen),
    ];
}
