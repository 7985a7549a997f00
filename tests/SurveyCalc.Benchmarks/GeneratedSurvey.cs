using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Benchmarks;

/// <summary>
/// A folder of the comparison's data generator, as ordinary definitions: code books, profiles, indicators, breakdowns.
/// </summary>
/// <param name="Definitions">One code book and profile per wave; one indicator per row of the indicator file.</param>
/// <param name="Breakdowns">One per attribute.</param>
/// <param name="Waves">Code book, response file and number of each wave, in order.</param>
internal sealed record GeneratedSurvey(
    DefinitionSet Definitions, IReadOnlyList<Breakdown> Breakdowns, IReadOnlyList<(CodeBook CodeBook, FileInfo File, string Number)> Waves)
{
    private const string Survey = "bench";

    /// <summary>Results per wave: indicators × cells, everybody included.</summary>
    public int Results => Definitions.Indicators.Count
        * (1 + Breakdowns.Sum(b => b.Questions.Sum(q => Waves[0].CodeBook.Find(q)!.Choices.Count)));

    public long Bytes => Waves.Sum(w => w.File.Length);

    /// <exception cref="InvalidDataException">A file does not look like the generator's.</exception>
    public static GeneratedSurvey Read(string folder, string size)
    {
        string PathOf(string name) => Path.Combine(folder, name);
        var attributes = GeneratorTable.Read(PathOf("breakdowns.csv"), "column").Select(r => r[0]).Where(c => c.Length > 0).Distinct().ToList();
        var questions = GeneratedCodeBook.Questions(GeneratorTable.Read(PathOf($"{size}_labels.csv"), "column", "code", "label"), attributes.ToHashSet());
        List<(CodeBook, FileInfo, string)> waves =
        [
            .. GeneratorTable.Read(PathOf($"{size}_manifest.csv"), "wave", "file").Select(row => (
                new CodeBook(new WaveKey(Survey, new FiscalYear(2000 + int.Parse(row[0], CultureInfo.InvariantCulture))), questions),
                new FileInfo(PathOf(row[1])), row[0])),
        ];
        var byColumn = questions.SelectMany(q => q.HasColumnPerChoice ? q.Choices.Select(c => (Key: c.Column!, q)) : [(Key: q.Column!, q)]).ToDictionary(x => x.Key, x => x.q);
        var indicators = GeneratorTable.Read(PathOf($"{size}_indicators.csv"), "indicator", "columns", "hit_codes", "base_codes")
            .Select(row => IndicatorOf(row[0], row[1].Split(';'), row[2].Split(';'), row[3].Split(';'), byColumn));
        var definitions = new DefinitionSet
        {
            CodeBooks = [.. waves.Select(w => w.Item1)],
            Profiles = [.. waves.Select(w => ProfileOf(w.Item1.Wave))],
            Indicators = [.. indicators],
        };
        return new GeneratedSurvey(definitions, [.. attributes.Select(a => new Breakdown(a))], waves);
    }

    /// <summary>A blank is 無回答 everywhere; a multiple-answer block of zeros is the answer "none of these".</summary>
    private static ImportProfile ProfileOf(WaveKey wave) => new()
    {
        Wave = wave,
        IdColumn = "id",
        WeightColumn = "weight",
        UnmarkedValues = ["0"],
        UnmarkedBlock = UnmarkedBlock.NoneChosen,
    };

    private static Indicator IndicatorOf(string code, string[] columns, string[] hit, string[] inBase, Dictionary<string, Question> byColumn)
    {
        var question = byColumn[columns[0]];
        if (columns.Any(c => byColumn[c] != question)) throw new InvalidDataException($"{code}: columns of several questions.");
        return new Indicator
        {
            Code = code,
            Name = code,
            Survey = Survey,
            Question = question.Id,
            Rule = new AggregationRule.CountedChoices(new ChoiceList(string.Join('|', question.HasColumnPerChoice ? columns : hit))),
            Base = BaseOf(code, question, inBase),
            Unit = "%",
            Direction = Direction.HigherIsBetter,
            Decimals = 1,
        };
    }

    private static BaseRule BaseOf(string code, Question question, string[] inBase)
    {
        string[] CodesOf(params AnswerRole[] roles) => question.HasColumnPerChoice
            ? ["0", "1"]
            : [.. question.Choices.Where(c => roles.Contains(c.Role)).Select(c => c.Code)];
        if (CodesOf(AnswerRole.Substantive).ToHashSet().SetEquals(inBase)) return BaseRule.Substantive;
        if (CodesOf(AnswerRole.Substantive, AnswerRole.DontKnow).ToHashSet().SetEquals(inBase)) return BaseRule.Answered;
        throw new InvalidDataException($"{code}: the base {string.Join(';', inBase)} is none that the code book knows.");
    }
}
