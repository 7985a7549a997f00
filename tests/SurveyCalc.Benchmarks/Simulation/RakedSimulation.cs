using System.Numerics;
using SurveyCalc.Statistics;

namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>Questionnaires sent by district, replies that depend on sex and age, weights raked to sex, age and district.</summary>
internal sealed class RakedSimulation : ISimulatedDesign
{
    private readonly RakedPopulation _population;
    private readonly Design _design;
    private readonly long[] _districts;
    private readonly int[] _sent;

    /// <param name="population">Residents.</param>
    /// <param name="respondents">Replies expected in all.</param>
    /// <param name="seed">Seed of the population.</param>
    public RakedSimulation(long population, long respondents, ulong seed)
    {
        (Population, Respondents) = (population, respondents);
        _population = new(population, seed);
        _districts = _population.Margin(RakedPopulation.Districts, RakedPopulation.DistrictOf);
        _design = Design.Stratified([.. _districts.Select(size => (long?)size)], SingleUnitPolicy.Refuse);
        var replies = _population.ReplyRates.Select((rate, cell) => rate * _population.CellSizes[cell]).Sum() / _districts.Sum();
        // Half by size, half the same number everywhere: small districts are sampled more than their share.
        _sent = [.. _districts.Select(size => (int)(respondents / replies * ((0.5 * size / _districts.Sum()) + (0.5 / _districts.Length))))];
    }

    public string Name => "stratified, non-response, raked";

    public long Population { get; }

    public long Respondents { get; }

    public double Truth(int question) => _population.Positive[question] / (double)_population.CellOf.Length;

    public ISimulatedWave? Draw(Xoshiro random)
    {
        var replied = Replies(random);
        int[] cells = [.. replied.Select(person => (int)_population.CellOf[person])];
        int[] strata = Array.ConvertAll(cells, RakedPopulation.DistrictOf);
        CalibrationMargin[] margins =
        [
            new(Array.ConvertAll(cells, RakedPopulation.SexOf), _population.Margin(RakedPopulation.Sexes, RakedPopulation.SexOf)),
            new(Array.ConvertAll(cells, RakedPopulation.AgeOf), _population.Margin(RakedPopulation.Ages, RakedPopulation.AgeOf)),
            new(strata, _districts),
        ];
        if (strata.Distinct().Count() < _districts.Length)
            return null;
        var outcome = Calibrate.Of(CalibrationMethod.Raking, Weights.OfDesign(_design, strata), margins, CalibrationOptions.Default);
        if (!outcome.TryGet(out var calibration))
            return null;
        var frame = DesignFrame.Of(_design, strata, default, calibration);
        return new DesignWave(frame, Count(frame, replied));
    }

    private List<int> Replies(Xoshiro random)
    {
        var replied = new List<int>();
        var taken = new bool[_population.CellOf.Length];
        var first = 0;
        for (var district = 0; district < _sent.Length; district++)
        {
            for (var sent = 0; sent < _sent[district]; sent++)
            {
                int person;
                do
                    person = first + random.Below((int)_districts[district]);
                while (taken[person]);
                taken[person] = true;
                if (random.Uniform() < _population.ReplyRates[_population.CellOf[person]])
                    replied.Add(person);
            }

            first += (int)_districts[district];
        }

        return replied;
    }

    private long[][] Count(DesignFrame frame, List<int> replied)
    {
        var positive = new long[Questions.Proportions.Count][];
        for (var question = 0; question < positive.Length; question++)
            positive[question] = new long[frame.Groups.Count];
        for (var i = 0; i < replied.Count; i++)
        {
            for (var answers = _population.Answers[replied[i]]; answers != 0; answers &= answers - 1)
                positive[BitOperations.TrailingZeroCount(answers)][frame.GroupOf[i]]++;
        }

        return positive;
    }
}
