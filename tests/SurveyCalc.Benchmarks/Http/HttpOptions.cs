using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SurveyCalc.Benchmarks.Http;

/// <summary>What <c>http</c> was asked to do.</summary>
/// <param name="Data">Folder of the data generator.</param>
/// <param name="Database">Connection string of a PostgreSQL server's empty database.</param>
/// <param name="Size">Survey whose actuals are read.</param>
/// <param name="Import">Survey whose first wave is imported meanwhile.</param>
/// <param name="Indicators">How many; those of the generator are repeated under other codes.</param>
/// <param name="Revisions">Revisions of every actual.</param>
/// <param name="Connections">Connections that each send one request after the other.</param>
/// <param name="Seconds">Length of each measurement without an import.</param>
internal sealed record HttpOptions(
    string Data, string Database, string Size = "S", string Import = "L", int Indicators = 100, int Revisions = 5, int Connections = 16, int Seconds = 10)
{
    /// <returns>False when an option is unknown, has no value, or data or database is missing.</returns>
    public static bool TryParse(string[] args, [NotNullWhen(true)] out HttpOptions? options)
    {
        options = new HttpOptions("", "");
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) return false;
            var value = args[i + 1];
            var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed > 0 ? parsed : 0;
            switch (args[i])
            {
                case "--data":
                    options = options with { Data = value };
                    break;
                case "--database":
                    options = options with { Database = value };
                    break;
                case "--size":
                    options = options with { Size = value };
                    break;
                case "--import":
                    options = options with { Import = value };
                    break;
                case "--indicators" when number > 0:
                    options = options with { Indicators = number };
                    break;
                case "--revisions" when number > 0:
                    options = options with { Revisions = number };
                    break;
                case "--connections" when number > 0:
                    options = options with { Connections = number };
                    break;
                case "--seconds" when number > 0:
                    options = options with { Seconds = number };
                    break;
                default:
                    return false;
            }
        }

        return options.Data.Length > 0 && options.Database.Length > 0;
    }
}
