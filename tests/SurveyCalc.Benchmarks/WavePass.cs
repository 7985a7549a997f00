using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Benchmarks;

/// <summary>The product's own path for one wave: file → checked snapshot, snapshot → tallies.</summary>
internal static class WavePass
{
    /// <summary>Parse, check and freeze.</summary>
    /// <exception cref="InvalidDataException">The file was refused.</exception>
    public static (ImportReport Report, WaveSnapshot Snapshot) Import(GeneratedSurvey survey, CodeBook codeBook, FileInfo file)
    {
        using var stream = file.OpenRead();
        var (report, snapshot) = ResponseImport.Read(
            stream, file.Name, codeBook, DefinitionItems.Of(codeBook).Hash, survey.Definitions.ProfileOf(codeBook.Wave));
        if (snapshot is not null) return (report, snapshot);
        throw new InvalidDataException(string.Join('\n', report.Problems.Take(5).Select(p => $"{p.Message} {p.Remedy}").Prepend($"{file.Name} was refused.")));
    }

    /// <summary>Every indicator for everybody and in every cell.</summary>
    public static IReadOnlyList<IndicatorTally> Tally(GeneratedSurvey survey, CodeBook codeBook, WaveSnapshot snapshot) =>
        TallyWave.Of(snapshot, codeBook, Rules(survey, codeBook), survey.Breakdowns, Environment.ProcessorCount);

    /// <summary>The indicators in the words of a code book.</summary>
    /// <exception cref="InvalidDataException">One cannot be bound.</exception>
    public static IReadOnlyList<BoundRule> Rules(GeneratedSurvey survey, CodeBook codeBook) =>
    [
        .. survey.Definitions.Indicators.Select(indicator =>
            BoundRule.TryBind(indicator, codeBook, out var rule, out var reason) ? rule : throw new InvalidDataException(reason)),
    ];
}
