using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SurveyCalc.Benchmarks;

/// <summary>What <c>large</c> was asked to do.</summary>
internal sealed record LargeOptions
{
    public required string Data { get; init; }

    public string Size { get; init; } = "L";

    /// <summary>Connection string of a PostgreSQL server's empty database; null uses the embedded one.</summary>
    public string? Database { get; init; }

    /// <summary>Result file; null writes none.</summary>
    public string? Output { get; init; }

    /// <summary>The built yardstick program; null leaves the ratios out.</summary>
    public string? Limit { get; init; }

    /// <summary>How often the tally is repeated once it is warm.</summary>
    public int Repeats { get; init; } = 5;

    /// <returns>False when an option is unknown, has no value, or the data folder is missing.</returns>
    public static bool TryParse(string[] args, [NotNullWhen(true)] out LargeOptions? options)
    {
        options = new LargeOptions { Data = "" };
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) return false;
            var value = args[i + 1];
            switch (args[i])
            {
                case "--data":
                    options = options with { Data = value };
                    break;
                case "--size":
                    options = options with { Size = value };
                    break;
                case "--database":
                    options = options with { Database = value };
                    break;
                case "--out":
                    options = options with { Output = value };
                    break;
                case "--limit":
                    options = options with { Limit = value };
                    break;
                case "--repeats" when int.TryParse(value, CultureInfo.InvariantCulture, out var repeats) && repeats > 0:
                    options = options with { Repeats = repeats };
                    break;
                default:
                    return false;
            }
        }

        return options.Data.Length > 0;
    }
}
