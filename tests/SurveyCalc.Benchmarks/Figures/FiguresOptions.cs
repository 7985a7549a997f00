using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SurveyCalc.Benchmarks.Figures;

/// <summary>What <c>figures</c> was asked to do.</summary>
internal sealed record FiguresOptions
{
    public required string Data { get; init; }

    public string Size { get; init; } = "L";

    /// <summary>Folder of the R scripts of the comparison; null leaves them out.</summary>
    public string? Peers { get; init; }

    /// <summary>The built yardstick program; null leaves it out.</summary>
    public string? Limit { get; init; }

    /// <summary>Indicators that R survey estimates, which takes long.</summary>
    public int SurveyIndicators { get; init; } = 1;

    /// <summary>Rows that R survey reads; the others estimate from all.</summary>
    public int SurveyRows { get; init; } = 100_000;

    /// <summary>How often a tally is repeated once it is warm.</summary>
    public int Repeats { get; init; } = 3;

    /// <returns>False when an option is unknown, has no fitting value, or the data folder is missing.</returns>
    public static bool TryParse(string[] args, [NotNullWhen(true)] out FiguresOptions? options)
    {
        options = new FiguresOptions { Data = "" };
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) return false;
            var isNumber = int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var number) && number > 0;
            switch (args[i])
            {
                case "--data":
                    options = options with { Data = args[i + 1] };
                    break;
                case "--size":
                    options = options with { Size = args[i + 1] };
                    break;
                case "--peers":
                    options = options with { Peers = args[i + 1] };
                    break;
                case "--limit":
                    options = options with { Limit = args[i + 1] };
                    break;
                case "--survey-indicators" when isNumber:
                    options = options with { SurveyIndicators = number };
                    break;
                case "--survey-rows" when isNumber:
                    options = options with { SurveyRows = number };
                    break;
                case "--repeats" when isNumber:
                    options = options with { Repeats = number };
                    break;
                default:
                    return false;
            }
        }

        return options.Data.Length > 0;
    }
}
