namespace SurveyCalc.Statistics;

/// <summary>Variance of a linearised estimate under a design (標本設計に基づく分散).</summary>
/// <param name="Variance">Square of the unit of the estimate, or why there is none.</param>
/// <param name="DegreesOfFreedom">Sampling units in the domain less strata in the domain; may be 0.</param>
/// <param name="IsCensus">Nobody of the domain's strata was left to chance.</param>
/// <param name="Shift">Prediction of z by the calibration variables in each calibration cell; null without calibration.</param>
/// <remarks>
/// Σ_h (1 − n_h/N_h)·n_h/(n_h−1)·Σ_i (t_i − t̄_h)² over all sampled units i of stratum h, with t_i the weighted sum of z in
/// the unit: units outside the domain count with 0. After calibration z gives way to its residual z − xᵀb, b regressed on
/// the calibration variables x with the design weights over the whole sample.
/// Sources: Woodruff (1971), Journal of the American Statistical Association 66, 411–414; Deville, Särndal (1992), the same
/// 87, 376–382; Särndal, Swensson, Wretman (1992), Model Assisted Survey Sampling, sections 5.8 and 6.6.
/// </remarks>
internal readonly record struct DesignVariance(Estimable<double> Variance, double DegreesOfFreedom, bool IsCensus, double[]? Shift)
{
    // What is left below this share of the squares is rounding: nothing varies within the strata, or beside the calibration.
    private const double Rounding = 1e-13;

    /// <summary>The variance of a linear form.</summary>
    public static DesignVariance Of(LinearForm form)
    {
        var frame = form.Frame;
        var touched = new bool[frame.VarianceStrata.Count];
        long units = 0;
        var last = -1;
        for (var g = 0; g < frame.Groups.Count; g++)
        {
            var inBase = form.Base[g];
            if (inBase == 0)
                continue;
            touched[frame.StratumOf[frame.Groups[g].Stratum]] = true;
            units += !frame.Design.IsClustered ? inBase : last >= 0 && frame.IsSameUnit(last, g) ? 0 : 1;
            last = g;
        }

        var freedom = units - touched.Count(one => one);
        var census = frame.IsCensus
            || (frame.Calibration is null && Enumerable.Range(0, touched.Length).All(h => !touched[h] || frame.VarianceStrata[h].IsCensus));
        if (census)
            return new(Estimable<double>.Of(0), freedom, true, null);
        var shift = ShiftOf(form);
        var single = Enumerable.Range(0, touched.Length).Any(h => frame.VarianceStrata[h].IsSingle && (touched[h] || shift is not null));
        if (single && frame.Design.Policy != SingleUnitPolicy.Centre)
            return new(Estimable<double>.Not(freedom > 0 ? NotEstimableReason.SingleUnitStratum : NotEstimableReason.TooFewRespondents), freedom, false, shift);
        var variance = Sum(form, shift);
        return new(
            freedom <= 0 && variance == 0 ? Estimable<double>.Not(NotEstimableReason.TooFewRespondents) : Estimable<double>.Of(variance),
            freedom, false, shift);
    }

    private static double Sum(LinearForm form, double[]? shift)
    {
        var frame = form.Frame;
        var count = frame.VarianceStrata.Count;
        var (sums, squares, gross) = (new double[count], new double[count], new double[count]);
        var unit = 0.0;
        for (var g = 0; g < frame.Groups.Count; g++)
        {
            var group = frame.Groups[g];
            var h = frame.StratumOf[group.Stratum];
            var predicted = shift?[group.Cell] ?? 0;
            var first = form.First[g];
            var shifted = 0.0;
            if (shift is not null)
            {
                first -= predicted * (double)group.SumOfWeights;
                shifted = predicted * predicted * (double)group.SumOfSquaredWeights;
            }

            sums[h] += first;
            gross[h] += form.Second[g] + shifted;
            if (!frame.Design.IsClustered)
            {
                squares[h] += form.Second[g] - (2 * predicted * form.Weighted[g]) + shifted;
                continue;
            }

            unit += first;
            if (g + 1 < frame.Groups.Count && frame.IsSameUnit(g, g + 1))
                continue;
            squares[h] += unit * unit;
            unit = 0;
        }

        var variance = 0.0;
        for (var h = 0; h < count; h++)
        {
            var stratum = frame.VarianceStrata[h];
            var isAlone = stratum.SampledUnits == 1;
            var spread = isAlone ? squares[h] : squares[h] - (sums[h] / stratum.SampledUnits * sums[h]);
            if (spread > Rounding * gross[h])
                variance += stratum.Unsampled * spread * (isAlone ? 1 : (double)stratum.SampledUnits / (stratum.SampledUnits - 1));
        }

        return variance;
    }

    private static double[]? ShiftOf(LinearForm form)
    {
        if (form.Frame.Calibration is not { } calibration)
            return null;
        var one = (double)Tally.Pow10(calibration.DesignWeights.Decimals);
        var ofCells = new double[calibration.Cells.Count];
        for (var g = 0; g < form.Frame.Groups.Count; g++)
        {
            var group = form.Frame.Groups[g];
            // Within a group w/d is one number, so Σdz follows from Σwz.
            ofCells[group.Cell] += form.First[g] * ((double)group.SumOfDesignWeights / one / (double)group.SumOfWeights);
        }

        return calibration.Equations.Fit(calibration.Cells.Totals(ofCells));
    }
}
