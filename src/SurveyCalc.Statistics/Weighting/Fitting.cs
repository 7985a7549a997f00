namespace SurveyCalc.Statistics;

/// <summary>Finds the factor of each cell, one category after the other, until all margins are met.</summary>
/// <remarks>
/// Every step meets one category exactly and never moves away from the solution of the convex problem behind it, so the
/// sweeps converge whenever the margins can be met at all. Without limits the steps of raking are those of Deming and
/// Stephan (1940). Source: Deville, Särndal, Sautory (1993), Journal of the American Statistical Association 88, 1013–1020.
/// </remarks>
internal sealed class Fitting
{
    private const int Halvings = 200;
    private readonly CalibrationCells _cells;
    private readonly double[] _targets;
    private readonly bool _isRaking;
    private readonly CalibrationOptions _options;
    private readonly double _mean;
    private readonly int[][] _cellsOf;
    private readonly double[] _scores;

    private Fitting(CalibrationCells cells, double[] targets, bool isRaking, CalibrationOptions options)
    {
        (_cells, _targets, _isRaking, _options) = (cells, targets, isRaking, options);
        _mean = targets[..cells.Offsets[1]].Sum() / cells.DesignWeight.Sum();
        _scores = new double[cells.Count];
        _cellsOf = [.. Enumerable.Range(0, cells.Columns).Select(CellsOf)];
        Factors = new double[cells.Count];
        for (var cell = 0; cell < cells.Count; cell++)
            Update(cell);
    }

    /// <summary>w/d of each cell.</summary>
    public double[] Factors { get; }

    /// <summary>Sweeps done.</summary>
    public int Sweeps { get; private set; }

    /// <summary>Why there are no factors, or null.</summary>
    public CalibrationProblem? Problem { get; private set; }

    /// <summary>Fits the factors.</summary>
    /// <param name="cells">Cells that somebody is in.</param>
    /// <param name="targets">Population of each category, the margins numbered through.</param>
    /// <param name="isRaking">Factors are exponentials of the scores, else linear in them.</param>
    /// <param name="options">Limits, tolerance and sweeps.</param>
    public static Fitting Of(CalibrationCells cells, double[] targets, bool isRaking, CalibrationOptions options)
    {
        var fitting = new Fitting(cells, targets, isRaking, options);
        fitting.Run();
        return fitting;
    }

    private void Run()
    {
        var (worst, error) = (0, 0.0);
        for (Sweeps = 1; Sweeps <= _options.MaxSweeps; Sweeps++)
        {
            for (var column = 0; column < _cells.Columns; column++)
            {
                if (_targets[column] > 0 && !Meet(column))
                    return;
            }

            (worst, error) = Worst();
            if (error <= _options.Tolerance)
                return;
        }

        Sweeps = _options.MaxSweeps;
        var (margin, category) = _cells.Place(worst);
        Problem = new(CalibrationProblemKind.NotConverged, margin, category, error, 0);
    }

    private bool Meet(int column)
    {
        if (_isRaking && _options.Limits is null)
        {
            Shift(column, Math.Log(_targets[column] / Total(column)));
            return true;
        }

        var limits = _options.Limits!.Value;
        var atMean = _mean * _cellsOf[column].Sum(cell => _cells.DesignWeight[cell]);
        var nearest = Math.Clamp(_targets[column], atMean * limits.Lower, atMean * limits.Upper);
        if (Math.Abs(nearest - _targets[column]) > _options.Tolerance * _targets[column])
        {
            var (margin, category) = _cells.Place(column);
            Problem = new(CalibrationProblemKind.LimitsTooNarrow, margin, category, nearest, _targets[column]);
            return false;
        }

        var (low, high) = Reach(column, limits);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high)
                break;
            if (TotalAt(column, middle) < _targets[column])
                low = middle;
            else
                high = middle;
        }

        Shift(column, high);
        return true;
    }

    // Shifts of the scores that push all cells of the category to their lower and upper limits.
    private (double Low, double High) Reach(int column, FactorLimits limits)
    {
        var (least, most) = (ScoreOf(limits.Lower), ScoreOf(limits.Upper));
        var (low, high) = (0.0, 0.0);
        foreach (var cell in _cellsOf[column])
            (low, high) = (Math.Min(low, least - _scores[cell]), Math.Max(high, most - _scores[cell]));
        return (low, high);
    }

    // A limit of 0 is reached by raking at minus infinity only; e^−700 stands for it.
    private double ScoreOf(double factor) => _isRaking ? Math.Max(-700, Math.Log(factor)) : factor - 1;

    private double FactorOf(double score)
    {
        var factor = _isRaking ? Math.Exp(score) : 1 + score;
        return _mean * (_options.Limits is { } limits ? Math.Clamp(factor, limits.Lower, limits.Upper) : factor);
    }

    private void Shift(int column, double by)
    {
        foreach (var cell in _cellsOf[column])
        {
            _scores[cell] += by;
            Update(cell);
        }
    }

    private void Update(int cell) => Factors[cell] = FactorOf(_scores[cell]);

    private double Total(int column) => TotalAt(column, 0);

    private double TotalAt(int column, double shift)
    {
        var sum = 0.0;
        foreach (var cell in _cellsOf[column])
            sum += _cells.DesignWeight[cell] * FactorOf(_scores[cell] + shift);
        return sum;
    }

    private (int Column, double Error) Worst()
    {
        var (worst, error) = (0, 0.0);
        for (var column = 0; column < _cells.Columns; column++)
        {
            var relative = _targets[column] > 0 ? Math.Abs(Total(column) - _targets[column]) / _targets[column] : 0;
            if (relative > error)
                (worst, error) = (column, relative);
        }

        return (worst, error);
    }

    private int[] CellsOf(int column)
    {
        var (margin, category) = _cells.Place(column);
        return [.. Enumerable.Range(0, _cells.Count).Where(cell => _cells.Categories[cell][margin] == category)];
    }
}
