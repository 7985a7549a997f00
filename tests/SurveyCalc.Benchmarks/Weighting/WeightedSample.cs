using SurveyCalc.Benchmarks.Simulation;

namespace SurveyCalc.Benchmarks.Weighting;

/// <summary>A generated survey with three attributes and answers on five codes; who answered differs from the population.</summary>
internal sealed class WeightedSample
{
    /// <summary>Answer codes of a question, 0 to 4.</summary>
    public const int Codes = 5;

    private const ulong Seed = 7;

    private static readonly int[] Categories = [2, 7, 12];

    /// <param name="options">Rows and indicators.</param>
    public WeightedSample(WeightOptions options)
    {
        var random = new Xoshiro(Seed, 0);
        Attributes = [.. Categories.Select(_ => new int[options.Respondents])];
        for (var i = 0; i < options.Respondents; i++)
        {
            for (var a = 0; a < Attributes.Length; a++)
            {
                // Some the larger of two draws: high categories answer more often.
                var category = random.Below(Categories[a]);
                Attributes[a][i] = random.Below(3) == 0 ? Math.Max(category, random.Below(Categories[a])) : category;
            }
        }

        // The same total in every margin; categories of the population are of equal size up to the remainder.
        Populations = [.. Categories.Select(count => Enumerable.Range(0, count).Select(k => (Persons(options) / count) + (k < Persons(options) % count ? 1 : 0)).ToArray())];
        Answers = [.. Enumerable.Range(0, options.Indicators).Select(_ => Column(options.Respondents, random))];
    }

    /// <summary>Sex, age and district of each respondent.</summary>
    public int[][] Attributes { get; }

    /// <summary>Population of each category of each attribute.</summary>
    public long[][] Populations { get; }

    /// <summary>Code of each respondent, by question.</summary>
    public byte[][] Answers { get; }

    /// <summary>Names of the attributes.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sex", "age", "district"];

    private static long Persons(WeightOptions options) => 10L * options.Respondents;

    // The answer leans on the age, so that weights move the figures.
    private byte[] Column(int respondents, Xoshiro random)
    {
        var column = new byte[respondents];
        var share = 0.2 + (0.6 * random.Uniform());
        for (var i = 0; i < respondents; i++)
        {
            var positive = random.Uniform() < share + (0.02 * (Attributes[1][i] - 3));
            column[i] = (byte)(positive ? 3 + random.Below(2) : random.Below(3));
        }

        return column;
    }
}
