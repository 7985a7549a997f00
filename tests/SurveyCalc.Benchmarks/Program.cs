using SurveyCalc.Benchmarks;
using SurveyCalc.Benchmarks.Figures;
using SurveyCalc.Benchmarks.Http;
using SurveyCalc.Benchmarks.Simulation;
using SurveyCalc.Benchmarks.Weighting;

// Measurement commands. Nothing here asserts a time: seconds of two runs are not comparable, ratios within one run are.
switch (args)
{
    case ["large", .. var options] when LargeOptions.TryParse(options, out var large):
        return await LargeCommand.RunAsync(large);
    case ["nightly", .. var options] when NightlyOptions.TryParse(options, out var nightly):
        return await NightlyCommand.RunAsync(nightly);
    case ["http", .. var options] when HttpOptions.TryParse(options, out var http):
        return await HttpCommand.RunAsync(http);
    case ["tally", var data, var size, var output]:
        return TallyCommand.Run(data, size, output);
    case ["simulate", .. var options] when SimulateOptions.TryParse(options, out var simulate):
        return SimulateCommand.Run(simulate);
    case ["weight", .. var options] when WeightOptions.TryParse(options, out var weight):
        return WeightCommand.Run(weight);
    case ["figures", .. var options] when FiguresOptions.TryParse(options, out var figures):
        return FiguresCommand.Run(figures);
    default:
        await Console.Error.WriteLineAsync("""
            large --data DIR [--size L] [--out FILE] [--limit PROGRAM] [--repeats 5] [--database CONNECTION]
                imports, stores and tallies a generated survey and prints throughput and peak memory;
                with --limit also the ratios to that yardstick program, run in between; with --database into PostgreSQL
            nightly --data DIR [--size S] [--indicators 100] [--database CONNECTION]
                imports every wave, then recomputes: everything, with nothing changed, and with one wave changed
            http --data DIR --database CONNECTION [--size S] [--import L] [--indicators 100] [--revisions 5] [--connections 16] [--seconds 10]
                requests per second and latencies of the read API of a real service on PostgreSQL, alone and while it imports a large file
            tally DIR SIZE FILE
                response files to results, in the format of the other tools of the comparison
            simulate [--surveys 10000] [--seed N] [--only PART-OF-NAME] [--markdown]
                coverage of the default intervals and false alarms of the verdict on changes, over simulated surveys
            weight [--respondents 100000] [--indicators 120]
                raking to three margins, then every indicator by breakdown cell; beside R survey where it is installed
            figures --data DIR [--size L] [--peers FOLDER] [--limit PROGRAM] [--survey-indicators 1] [--survey-rows 100000] [--repeats 3]
                a generated survey, weighted and raked, every indicator by cell with interval and change;
                with --peers beside the R scripts of the comparison, with --limit beside that yardstick program
            """);
        return 2;
}
