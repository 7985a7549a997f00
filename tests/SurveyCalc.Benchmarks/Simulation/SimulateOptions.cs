using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>What <c>simulate</c> was asked to do.</summary>
/// <param name="Surveys">Pairs of surveys per setting.</param>
/// <param name="Seed">Seed of all random numbers.</param>
/// <param name="Only">Part of the name of the designs wanted; empty for all.</param>
/// <param name="Markdown">Print compact tables in Markdown instead of all figures.</param>
internal sealed record SimulateOptions(int Surveys = 10_000, ulong Seed = 20_260_401, string Only = "", bool Markdown = false)
{
    /// <returns>False when an option is unknown or has no fitting value.</returns>
    public static bool TryParse(string[] args, [NotNullWhen(true)] out SimulateOptions? options)
    {
        options = new SimulateOptions();
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "--markdown":
                    options = options with { Markdown = true };
                    break;
                case "--surveys" when int.TryParse(value, CultureInfo.InvariantCulture, out var surveys) && surveys > 0:
                    options = options with { Surveys = surveys };
                    i++;
                    break;
                case "--only" when value.Length > 0:
                    options = options with { Only = value };
                    i++;
                    break;
                case "--seed" when ulong.TryParse(value, CultureInfo.InvariantCulture, out var seed):
                    options = options with { Seed = seed };
                    i++;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
