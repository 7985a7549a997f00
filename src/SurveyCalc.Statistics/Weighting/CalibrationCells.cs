namespace SurveyCalc.Statistics;

/// <summary>Respondents gathered by their joint category in all margins: calibration looks at these cells, never at rows.</summary>
/// <remarks>Cells are in the order of their categories and the sums exact, so the order of the respondents changes no bit.</remarks>
internal sealed class CalibrationCells
{
    private CalibrationCells(int[] cellOf, int[][] categories, int[] offsets, Weights weights)
    {
        (CellOf, Categories, Offsets) = (cellOf, categories, offsets);
        var sums = new Int128[categories.Length];
        Respondents = new long[categories.Length];
        for (var i = 0; i < cellOf.Length; i++)
        {
            sums[cellOf[i]] += weights.Units[i];
            Respondents[cellOf[i]]++;
        }

        var one = (double)Tally.Pow10(weights.Decimals);
        DesignWeight = [.. sums.Select(sum => (double)sum / one)];
    }

    /// <summary>Cell of each respondent.</summary>
    public int[] CellOf { get; }

    /// <summary>Σd of each cell.</summary>
    public double[] DesignWeight { get; }

    /// <summary>Number of respondents of each cell.</summary>
    public long[] Respondents { get; }

    /// <summary>Number of cells that somebody is in.</summary>
    public int Count => Categories.Length;

    /// <summary>Category of a cell in each margin.</summary>
    public int[][] Categories { get; }

    /// <summary>Where the categories of each margin begin when those of all margins are numbered through; last: their number.</summary>
    public int[] Offsets { get; }

    /// <summary>All categories of all margins.</summary>
    public int Columns => Offsets[^1];

    /// <param name="margins">All categories known.</param>
    /// <exception cref="OverflowException">The margins have more joint cells than fit 64 bits.</exception>
    public static CalibrationCells Of(IReadOnlyList<CalibrationMargin> margins, Weights weights)
    {
        var keys = new long[weights.Count];
        var offsets = new int[margins.Count + 1];
        for (var m = 0; m < margins.Count; m++)
        {
            var categories = margins[m].Categories.Span;
            long radix = margins[m].Population.Count;
            for (var i = 0; i < keys.Length; i++)
                keys[i] = checked((keys[i] * radix) + categories[i]);
            offsets[m + 1] = offsets[m] + margins[m].Population.Count;
        }

        long[] cells = [.. keys.Distinct().Order()];
        var number = new Dictionary<long, int>(cells.Length);
        for (var cell = 0; cell < cells.Length; cell++)
            number.Add(cells[cell], cell);
        return new([.. keys.Select(key => number[key])], [.. cells.Select(key => Split(key, margins))], offsets, weights);
    }

    /// <summary>Sum over the cells of each category, all margins numbered through.</summary>
    public double[] Totals(ReadOnlySpan<double> ofCells)
    {
        var totals = new double[Columns];
        for (var cell = 0; cell < Count; cell++)
        {
            for (var m = 0; m < Categories[cell].Length; m++)
                totals[Offsets[m] + Categories[cell][m]] += ofCells[cell];
        }

        return totals;
    }

    /// <summary>Margin and category of a column.</summary>
    public (int Margin, int Category) Place(int column)
    {
        var margin = Array.FindLastIndex(Offsets, Offsets.Length - 2, offset => offset <= column);
        return (margin, column - Offsets[margin]);
    }

    private static int[] Split(long key, IReadOnlyList<CalibrationMargin> margins)
    {
        var categories = new int[margins.Count];
        for (var m = margins.Count - 1; m >= 0; m--)
            (key, categories[m]) = (key / margins[m].Population.Count, (int)(key % margins[m].Population.Count));
        return categories;
    }
}
