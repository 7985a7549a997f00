using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SurveyCalc.Benchmarks.Weighting;

/// <summary>What <c>weight</c> was asked to do.</summary>
/// <param name="Respondents">Rows of the generated survey.</param>
/// <param name="Indicators">Indicators estimated.</param>
internal sealed record WeightOptions(int Respondents = 100_000, int Indicators = 120)
{
    /// <returns>False when an option is unknown or has no fitting value.</returns>
    public static bool TryParse(string[] args, [NotNullWhen(true)] out WeightOptions? options)
    {
        options = new WeightOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var number) || number < 1)
                return false;
            switch (args[i])
            {
                case "--respondents":
                    options = options with { Respondents = number };
                    break;
                case "--indicators":
                    options = options with { Indicators = number };
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
