namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>Residents by district, sex and age, with what each would answer and how likely each is to reply.</summary>
/// <remarks>The young reply least and answer most differently, so an unweighted survey is biased.</remarks>
internal sealed class RakedPopulation
{
    public const int Sexes = 2;
    public const int Ages = 6;

    private const int CellsOfDistrict = Sexes * Ages;

    private static readonly double[] DistrictShares = [0.4, 0.3, 0.2, 0.1];
    private static readonly double[] DistrictEffects = [-0.4, 0.1, 0.3, 0.5];
    private static readonly double[] SexShares = [0.48, 0.52];
    private static readonly double[] SexEffects = [-0.15, 0.15];
    private static readonly double[] SexReplies = [0.92, 1];
    private static readonly double[] AgeShares = [0.14, 0.13, 0.17, 0.17, 0.16, 0.23];
    private static readonly double[] AgeEffects = [-0.6, -0.35, -0.1, 0.1, 0.35, 0.6];
    private static readonly double[] AgeReplies = [0.25, 0.32, 0.40, 0.50, 0.60, 0.62];

    /// <param name="persons">Number of residents, kept up to the rounding of the cells.</param>
    /// <param name="seed">Seed of who answers what.</param>
    public RakedPopulation(long persons, ulong seed)
    {
        var cells = Enumerable.Range(0, DistrictShares.Length * CellsOfDistrict).ToArray();
        CellSizes = [.. cells.Select(cell => (long)Math.Floor(persons * DistrictShares[cell / CellsOfDistrict] * SexShares[SexOf(cell)] * AgeShares[AgeOf(cell)]))];
        ReplyRates = [.. cells.Select(cell => SexReplies[SexOf(cell)] * AgeReplies[AgeOf(cell)])];
        double[] effects = [.. cells.Select(cell => DistrictEffects[cell / CellsOfDistrict] + SexEffects[SexOf(cell)] + AgeEffects[AgeOf(cell)])];
        CellOf = [.. cells.SelectMany(cell => Enumerable.Repeat((byte)cell, (int)CellSizes[cell]))];
        Answers = new ulong[CellOf.Length];
        Positive = new long[Questions.Proportions.Count];
        var random = new Xoshiro(seed, ulong.MaxValue);
        for (var question = 0; question < Positive.Length; question++)
            Answer(question, Questions.OfGroups(Questions.Proportions[question], effects, CellSizes), random);
    }

    /// <summary>Number of districts, which are the strata.</summary>
    public static int Districts => DistrictShares.Length;

    /// <summary>Persons of each cell; cells are numbered by district, sex and age, persons by cell.</summary>
    public IReadOnlyList<long> CellSizes { get; }

    /// <summary>Chance that a person of the cell replies.</summary>
    public IReadOnlyList<double> ReplyRates { get; }

    /// <summary>Cell of each person.</summary>
    public byte[] CellOf { get; }

    /// <summary>Positive answers of each person, one bit per question.</summary>
    public ulong[] Answers { get; }

    /// <summary>Persons with a positive answer to each question.</summary>
    public long[] Positive { get; }

    /// <summary>Sex of a cell.</summary>
    public static int SexOf(int cell) => cell / Ages % Sexes;

    /// <summary>Age group of a cell.</summary>
    public static int AgeOf(int cell) => cell % Ages;

    /// <summary>District of a cell.</summary>
    public static int DistrictOf(int cell) => cell / CellsOfDistrict;

    /// <summary>Persons of each category when cells are gathered.</summary>
    public long[] Margin(int categories, Func<int, int> categoryOf)
    {
        var margin = new long[categories];
        for (var cell = 0; cell < CellSizes.Count; cell++)
            margin[categoryOf(cell)] += CellSizes[cell];
        return margin;
    }

    // Exactly the rounded number of positive answers in each cell, given to persons at random.
    private void Answer(int question, double[] proportions, Xoshiro random)
    {
        var person = 0;
        for (var cell = 0; cell < CellSizes.Count; cell++)
        {
            var positive = (long)Math.Floor((proportions[cell] * CellSizes[cell]) + random.Uniform());
            Positive[question] += positive;
            for (var left = CellSizes[cell]; left > 0; left--, person++)
            {
                if (random.Uniform() * left >= positive)
                    continue;
                Answers[person] |= 1UL << question;
                positive--;
            }
        }
    }
}
