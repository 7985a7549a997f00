namespace SurveyCalc.Statistics;

/// <summary>Fits weights to population tables (ウエイト補正).</summary>
public static class Calibrate
{
    private const double Feasible = 1e-8;

    /// <summary>Weights as near as possible to the design weights that add up to the population in every category.</summary>
    /// <param name="method">Distance to the design weights.</param>
    /// <param name="designWeights">Weights to start from, one per respondent; <see cref="Weights.Ones"/> when there are none. Their scale does not matter.</param>
    /// <param name="margins">Population tables, each with a category for every respondent; one for post-stratification.</param>
    /// <param name="options">Limits and tolerance; <see cref="CalibrationOptions.Default"/> trims nothing.</param>
    /// <returns>Weights that meet every margin, rounded to <see cref="Weights.SignificantDigits"/>, or every reason found why there are none.</returns>
    /// <remarks>
    /// The order of the respondents changes no bit of a weight. Nothing is left out silently: categories that do not fit
    /// their population table are refused by name, and so is a fit that misses a margin or a limit.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no margin or no respondent, several margins for post-stratification, or a margin with another number of respondents.</exception>
    public static CalibrationOutcome Of(
        CalibrationMethod method, Weights designWeights, IReadOnlyList<CalibrationMargin> margins, CalibrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(designWeights);
        ArgumentNullException.ThrowIfNull(margins);
        ArgumentNullException.ThrowIfNull(options);
        RequireShape(method, designWeights, margins);
        var problems = MarginProblems.Of(margins);
        if (problems.Count > 0)
            return new(problems);

        var cells = CalibrationCells.Of(margins, designWeights);
        double[] targets = [.. margins.SelectMany(margin => margin.Population).Select(count => (double)count)];
        var equations = new NormalEquations(cells);
        var linear = LinearFactors(cells, equations, targets);
        if (Unmet(cells, linear, targets) is { } infeasible)
            return new([infeasible]);
        if (method == CalibrationMethod.Linear && options.Limits is null)
            return Finish(method, designWeights, margins, new(cells, equations, linear, 0));

        var fitting = Fitting.Of(cells, targets, method != CalibrationMethod.Linear, options);
        return fitting.Problem is { } problem
            ? new([problem])
            : Finish(method, designWeights, margins, new(cells, equations, fitting.Factors, method == CalibrationMethod.PostStratification ? 0 : fitting.Sweeps));
    }

    // The intercept lies in the span of the indicators, so w = d·xᵀb with Σ d·x·xᵀ·b = population.
    private static double[] LinearFactors(CalibrationCells cells, NormalEquations equations, double[] targets)
    {
        var mean = targets[..cells.Offsets[1]].Sum() / cells.DesignWeight.Sum();
        var reached = cells.Totals(cells.DesignWeight);
        double[] rest = [.. targets.Select((target, k) => target - (mean * reached[k]))];
        return [.. equations.Fit(rest).Select(change => mean + change)];
    }

    private static CalibrationProblem? Unmet(CalibrationCells cells, double[] factors, double[] targets)
    {
        var reached = cells.Totals([.. factors.Select((factor, cell) => factor * cells.DesignWeight[cell])]);
        var total = targets[..cells.Offsets[1]].Sum();
        for (var column = 0; column < targets.Length; column++)
        {
            if (Math.Abs(reached[column] - targets[column]) <= Feasible * total)
                continue;
            var (margin, category) = cells.Place(column);
            return new(CalibrationProblemKind.Infeasible, margin, category, reached[column], targets[column]);
        }

        return null;
    }

    private static CalibrationOutcome Finish(
        CalibrationMethod method, Weights designWeights, IReadOnlyList<CalibrationMargin> margins, Calibration.Fit fit)
    {
        var one = (double)Tally.Pow10(designWeights.Decimals);
        var exact = new double[designWeights.Count];
        for (var i = 0; i < exact.Length; i++)
            exact[i] = designWeights.Units[i] / one * fit.Factors[fit.Cells.CellOf[i]];
        var decimals = Weights.DecimalsFor(exact);
        long[] units = [.. exact.Select(weight => Weights.Round(weight, decimals))];
        if (units.Min() <= 0)
            return new([new(CalibrationProblemKind.NonPositiveWeights, -1, -1, exact.Min(), 0)]);
        var weights = new Weights(units, decimals);
        return new(new Calibration(method, designWeights, weights, fit, Checks(margins, fit.Cells, weights)));
    }

    private static List<MarginCheck> Checks(IReadOnlyList<CalibrationMargin> margins, CalibrationCells cells, Weights weights)
    {
        var sums = new Int128[cells.Count];
        for (var i = 0; i < weights.Count; i++)
            sums[cells.CellOf[i]] += weights.Units[i];
        var one = (double)Tally.Pow10(weights.Decimals);
        var (before, after) = (cells.Totals(cells.DesignWeight), new Int128[cells.Columns]);
        var respondents = cells.Totals([.. cells.Respondents.Select(count => (double)count)]);
        for (var cell = 0; cell < cells.Count; cell++)
        {
            for (var m = 0; m < margins.Count; m++)
                after[cells.Offsets[m] + cells.Categories[cell][m]] += sums[cell];
        }

        List<MarginCheck> checks = [];
        for (var column = 0; column < cells.Columns; column++)
        {
            var (margin, category) = cells.Place(column);
            checks.Add(new(margin, category, margins[margin].Population[category], (long)respondents[column], before[column], (double)after[column] / one));
        }

        return checks;
    }

    private static void RequireShape(CalibrationMethod method, Weights designWeights, IReadOnlyList<CalibrationMargin> margins)
    {
        if (!Enum.IsDefined(method))
            throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method.");
        if (designWeights.Count == 0)
            throw new ArgumentException("There are no respondents to weight.", nameof(designWeights));
        if (margins.Count == 0)
            throw new ArgumentException("There is no margin to meet.", nameof(margins));
        if (method == CalibrationMethod.PostStratification && margins.Count > 1)
            throw new ArgumentException("Post-stratification has one margin; give the joint cells as that one, or rake.", nameof(margins));
        foreach (var margin in margins)
        {
            if (margin.Categories.Length != designWeights.Count)
                throw new ArgumentException($"A margin has {margin.Categories.Length} respondents, the weights have {designWeights.Count}.", nameof(margins));
        }
    }
}
