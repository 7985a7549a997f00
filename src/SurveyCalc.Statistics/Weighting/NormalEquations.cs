namespace SurveyCalc.Statistics;

/// <summary>Weighted least squares on the categories of all margins: (Σ d·x·xᵀ)·b = r, with x the 0/1 indicators of a respondent.</summary>
/// <remarks>
/// The indicators of each margin add up to 1, so the matrix is singular; a Cholesky decomposition with diagonal pivots
/// leaves the redundant columns out, which changes no fitted value xᵀb.
/// Source: Higham (2002), Accuracy and Stability of Numerical Algorithms, section 10.3.
/// </remarks>
internal sealed class NormalEquations
{
    private const double RankTolerance = 1e-11;
    private readonly CalibrationCells _cells;
    private readonly double[,] _factor;
    private readonly int[] _pivots;

    /// <param name="cells">Their design weights are the weights of the regression.</param>
    public NormalEquations(CalibrationCells cells)
    {
        _cells = cells;
        if (cells.Offsets.Length == 2)
        {
            // A single margin: the matrix is diagonal.
            (_factor, _pivots) = (new double[0, 0], []);
            return;
        }

        (_factor, _pivots) = Decompose(Matrix(cells), cells.Columns);
    }

    /// <summary>Number of independent categories.</summary>
    public int Rank => _cells.Offsets.Length == 2 ? _cells.Count : _pivots.Length;

    /// <summary>Fitted value xᵀb of each cell for a right-hand side r.</summary>
    /// <param name="right">One per category, in the range of the matrix: a weighted sum of indicators.</param>
    public double[] Fit(ReadOnlySpan<double> right)
    {
        var solution = Solve(right);
        // One step of refinement brings back the digits the conditioning took.
        var fitted = Spread(solution);
        var reached = _cells.Totals(Weighted(fitted));
        var rest = new double[reached.Length];
        for (var k = 0; k < rest.Length; k++)
            rest[k] = right[k] - reached[k];
        var correction = Spread(Solve(rest));
        for (var cell = 0; cell < fitted.Length; cell++)
            fitted[cell] += correction[cell];
        return fitted;
    }

    private static double[,] Matrix(CalibrationCells cells)
    {
        var matrix = new double[cells.Columns, cells.Columns];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var categories = cells.Categories[cell];
            for (var a = 0; a < categories.Length; a++)
            {
                for (var b = 0; b < categories.Length; b++)
                    matrix[cells.Offsets[a] + categories[a], cells.Offsets[b] + categories[b]] += cells.DesignWeight[cell];
            }
        }

        return matrix;
    }

    // Row r of the factor belongs to column pivots[r]; what is below the rank was left out.
    private static (double[,] Factor, int[] Pivots) Decompose(double[,] matrix, int size)
    {
        int[] order = [.. Enumerable.Range(0, size)];
        var factor = new double[size, size];
        double[] diagonal = [.. order.Select(k => matrix[k, k])];
        double[] left = [.. diagonal];
        var rank = 0;
        for (; rank < size; rank++)
        {
            var best = rank;
            for (var k = rank + 1; k < size; k++)
            {
                if (left[order[k]] > left[order[best]])
                    best = k;
            }

            (order[rank], order[best]) = (order[best], order[rank]);
            for (var j = 0; j < rank; j++)
                (factor[rank, j], factor[best, j]) = (factor[best, j], factor[rank, j]);
            var pivot = order[rank];
            if (!(left[pivot] > RankTolerance * diagonal[pivot]))
                break;
            factor[rank, rank] = Math.Sqrt(left[pivot]);
            for (var k = rank + 1; k < size; k++)
            {
                var sum = matrix[order[k], pivot];
                for (var j = 0; j < rank; j++)
                    sum -= factor[k, j] * factor[rank, j];
                factor[k, rank] = sum / factor[rank, rank];
                left[order[k]] -= factor[k, rank] * factor[k, rank];
            }
        }

        return (factor, order[..rank]);
    }

    private double[] Solve(ReadOnlySpan<double> right)
    {
        var solution = new double[_cells.Columns];
        if (_cells.Offsets.Length == 2)
        {
            for (var cell = 0; cell < _cells.Count; cell++)
                solution[_cells.Categories[cell][0]] = right[_cells.Categories[cell][0]] / _cells.DesignWeight[cell];
            return solution;
        }

        var work = new double[_pivots.Length];
        for (var r = 0; r < work.Length; r++)
        {
            var sum = right[_pivots[r]];
            for (var j = 0; j < r; j++)
                sum -= _factor[r, j] * work[j];
            work[r] = sum / _factor[r, r];
        }

        for (var r = work.Length - 1; r >= 0; r--)
        {
            var sum = work[r];
            for (var j = r + 1; j < work.Length; j++)
                sum -= _factor[j, r] * solution[_pivots[j]];
            solution[_pivots[r]] = sum / _factor[r, r];
        }

        return solution;
    }

    private double[] Spread(double[] solution)
    {
        var fitted = new double[_cells.Count];
        for (var cell = 0; cell < fitted.Length; cell++)
        {
            for (var m = 0; m < _cells.Categories[cell].Length; m++)
                fitted[cell] += solution[_cells.Offsets[m] + _cells.Categories[cell][m]];
        }

        return fitted;
    }

    private double[] Weighted(double[] fitted)
    {
        var weighted = new double[fitted.Length];
        for (var cell = 0; cell < fitted.Length; cell++)
            weighted[cell] = fitted[cell] * _cells.DesignWeight[cell];
        return weighted;
    }
}
