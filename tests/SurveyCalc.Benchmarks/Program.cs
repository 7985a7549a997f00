using SurveyCalc.Benchmarks;

// Measurement commands. Nothing here asserts a time: seconds of two runs are not comparable, ratios within one run are.
switch (args)
{
    case ["large", .. var options] when LargeOptions.TryParse(options, out var large):
        return await LargeCommand.RunAsync(large);
    case ["tally", var data, var size, var output]:
        return TallyCommand.Run(data, size, output);
    default:
        await Console.Error.WriteLineAsync("""
            large --data DIR [--size L] [--out FILE] [--limit PROGRAM] [--repeats 5]
                imports, stores and tallies a generated survey and prints throughput and peak memory;
                with --limit also the ratios to that yardstick program, run in between
            tally DIR SIZE FILE
                response files to results, in the format of the other tools of the comparison
            """);
        return 2;
}
