using System.Collections.Concurrent;
using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Golden;

/// <summary>The samples of the reference files under their designs and weightings.</summary>
internal static class GoldenDesigns
{
    private static readonly ConcurrentDictionary<string, GoldenTable> Tables = new();
    private static readonly ConcurrentDictionary<(string, string), DesignFrame> Frames = new();
    private static readonly ConcurrentDictionary<(string, string, string, string), RatioEstimate> Estimates = new();

    public static GoldenTable Table(string dataset) => Tables.GetOrAdd(dataset, GoldenTable.Read);

    public static DesignFrame Frame(string dataset, string design) => Frames.GetOrAdd((dataset, design), key => Make(Table(key.Item1), key.Item1, key.Item2));

    public static RatioEstimate Estimate(string dataset, string design, string indicator, string domain) =>
        Estimates.GetOrAdd((dataset, design, indicator, domain), key => RatioEstimate.Of(Tally(key.Item1, key.Item2, key.Item3, key.Item4)).Value);

    public static DesignTally Tally(string dataset, string design, string indicator, string domain)
    {
        var (table, builder) = (Table(dataset), new DesignTallyBuilder(Frame(dataset, design)));
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (GoldenIndicators.IsIn(table, table.Rows[i], domain) && GoldenIndicators.ScoreOf(table, table.Rows[i], indicator) is { } score)
                builder.Add(i, score > 0, score);
        }

        return builder.ToTally();
    }

    /// <summary>The weights of a calibrated design of the city survey.</summary>
    public static Calibration Calibration(string dataset, string design)
    {
        var table = Table(dataset);
        var year = dataset.Replace("city_", "", StringComparison.Ordinal);
        var population = Table($"population_{year}");
        CalibrationMargin Margin(params string[] columns) => GoldenDesigns.Margin(table, columns, key => population.Rows
            .Where(row => Key(population, row, columns) == key).Sum(row => (long)population.Number(row, "N")!));
        var start = Weights.Rounded([.. table.Rows.Select(row => table.Real(row, "base_weight"))]);
        return design switch
        {
            "poststrat" => Calibrate.Of(CalibrationMethod.PostStratification, start, [Margin("sex", "age")], CalibrationOptions.Default).Value,
            "rake" or "cal_raking" => Calibrate.Of(CalibrationMethod.Raking, start, [Margin("sex"), Margin("age"), Margin("district")], CalibrationOptions.Default).Value,
            "cal_linear" => Calibrate.Of(CalibrationMethod.Linear, start, [Margin("sex"), Margin("age"), Margin("district")], CalibrationOptions.Default).Value,
            _ => throw new NotSupportedException($"The runner has no weighting {design}."),
        };
    }

    private static DesignFrame Make(GoldenTable table, string dataset, string design)
    {
        if (dataset.StartsWith("nhanes", StringComparison.Ordinal))
            return MakePersons(table);
        if (dataset.StartsWith("api", StringComparison.Ordinal))
            return MakeSchools(table, design);
        if (design.StartsWith("srs_fpc with N of", StringComparison.Ordinal))
            return DesignFrame.Of(Design.SimpleRandom(table.Number(table.Rows[0], "N")), [], [], Weights.Ones(table.Rows.Count));
        var strata = Numbers(table, ["district"], out var districts);
        long?[] sizes = [.. districts.Select(name => (long?)table.Number(table.Rows.First(row => table.Text(row, "district") == name), "N_h"))];
        var stratified = Design.Stratified(sizes, SingleUnitPolicy.Refuse);
        Weights Given() => Weights.Rounded([.. table.Rows.Select(row => table.Real(row, "base_weight"))]);
        return design switch
        {
            "srs_unweighted" => DesignFrame.Of(Design.WeightsOnly, [], [], Weights.Ones(table.Rows.Count)),
            "srs_fpc" => DesignFrame.Of(Design.SimpleRandom(sizes.Sum()), [], [], Weights.Ones(table.Rows.Count)),
            "strat_nofpc" => DesignFrame.Of(Design.Stratified(sizes.Select(_ => (long?)null), SingleUnitPolicy.Refuse), strata, [], Given()),
            "strat" => DesignFrame.Of(stratified, strata, [], Given()),
            "weights_only" => DesignFrame.Of(Design.WeightsOnly, [], [], Calibration(dataset, "rake").Weights),
            _ => DesignFrame.Of(stratified, strata, [], Calibration(dataset, design)),
        };
    }

    private static DesignFrame MakeSchools(GoldenTable table, string design)
    {
        var parts = design.Split('_', 2);
        var weights = Weights.Rounded([.. table.Rows.Select(row => table.Real(row, "pw"))]);
        var corrected = parts is not [_, "nofpc"];
        long? Size(string[] row) => corrected ? table.Number(row, "fpc") : null;
        var strata = parts[0] == "apistrat" ? Numbers(table, ["stype"], out _) : [];
        int[] clusters = parts[0] == "apiclus1" ? [.. table.Rows.Select(row => table.Number(row, "dnum")!.Value)] : [];
        long?[] sizes = strata.Length == 0
            ? [Size(table.Rows[0])]
            : [.. Enumerable.Range(0, strata.Max() + 1).Select(h => Size(table.Rows[Array.IndexOf(strata, h)]))];
        var drawn = clusters.Length > 0 ? Design.Clustered(sizes, SingleUnitPolicy.Refuse) : Design.Stratified(sizes, SingleUnitPolicy.Refuse);
        CalibrationMargin Types() => Margin(table, ["stype"], key => key switch { "E" => 4421, "H" => 755, _ => 1018 });
        CalibrationMargin Wide() => Margin(table, ["sch.wide"], key => key == "Yes" ? 5122 : 1072);
        CalibrationOutcome? outcome = parts.ElementAtOrDefault(1) switch
        {
            null or "nofpc" => null,
            "poststrat" => Calibrate.Of(CalibrationMethod.PostStratification, weights, [Types()], CalibrationOptions.Default),
            "rake" or "cal_raking" => Calibrate.Of(CalibrationMethod.Raking, weights, [Types(), Wide()], CalibrationOptions.Default),
            "cal_linear" => Calibrate.Of(CalibrationMethod.Linear, weights, [Types(), Wide()], CalibrationOptions.Default),
            _ => throw new NotSupportedException($"The runner has no design {design}."),
        };
        return outcome is null ? DesignFrame.Of(drawn, strata, clusters, weights) : DesignFrame.Of(drawn, strata, clusters, outcome.Value);
    }

    // A stratified cluster sample without known populations, named by the API file.
    private static DesignFrame MakePersons(GoldenTable table)
    {
        var strata = Numbers(table, ["SDMVSTRA"], out var names);
        int[] clusters = [.. table.Rows.Select(row => table.Number(row, "SDMVPSU")!.Value)];
        var weights = Weights.Rounded([.. table.Rows.Select(row => table.Real(row, "WTMEC2YR"))]);
        return DesignFrame.Of(Design.Clustered(names.Select(_ => (long?)null), SingleUnitPolicy.Refuse), strata, clusters, weights);
    }

    private static CalibrationMargin Margin(GoldenTable table, string[] columns, Func<string, long> population)
    {
        var numbers = Numbers(table, columns, out var keys);
        return new(numbers, [.. keys.Select(population)]);
    }

    private static int[] Numbers(GoldenTable table, string[] columns, out string[] keys)
    {
        string[] names = [.. table.Rows.Select(row => Key(table, row, columns))];
        var distinct = keys = [.. names.Distinct().Order(StringComparer.Ordinal)];
        return [.. names.Select(name => Array.IndexOf(distinct, name))];
    }

    private static string Key(GoldenTable table, string[] row, string[] columns) => string.Join('|', columns.Select(column => table.Text(row, column)));
}
