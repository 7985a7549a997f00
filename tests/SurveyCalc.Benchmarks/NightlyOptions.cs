using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SurveyCalc.Benchmarks;

/// <summary>What <c>nightly</c> was asked to do.</summary>
/// <param name="Data">Folder of the data generator.</param>
/// <param name="Size">S, M or L.</param>
/// <param name="Indicators">How many; those of the generator are repeated under other codes.</param>
/// <param name="Database">Connection string of a PostgreSQL server's empty database; null uses the embedded one.</param>
internal sealed record NightlyOptions(string Data, string Size = "S", int Indicators = 100, string? Database = null)
{
    /// <returns>False when an option is unknown, has no value, or the data folder is missing.</returns>
    public static bool TryParse(string[] args, [NotNullWhen(true)] out NightlyOptions? options)
    {
        options = new NightlyOptions("");
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
                case "--indicators" when int.TryParse(value, CultureInfo.InvariantCulture, out var indicators) && indicators > 0:
                    options = options with { Indicators = indicators };
                    break;
                case "--database":
                    options = options with { Database = value };
                    break;
                default:
                    return false;
            }
        }

        return options.Data.Length > 0;
    }
}
