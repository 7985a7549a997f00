namespace SurveyCalc.Benchmarks;

/// <summary>What <c>large</c> measured: seconds over all waves, bytes.</summary>
internal sealed class LargeTimes
{
    public long Rows { get; set; }

    /// <summary>Parse, check and freeze, hash and encoding included.</summary>
    public double Import { get; set; }

    /// <summary>Hash and encoding alone, measured apart.</summary>
    public double Scan { get; set; }

    /// <summary>Writing and committing to the embedded store.</summary>
    public double Save { get; set; }

    /// <summary>Reading the columns that the tally needs.</summary>
    public double ReadBack { get; set; }

    /// <summary>The first tally of each wave, compilation of the code included.</summary>
    public double FirstTally { get; set; }

    /// <summary>Median of the repeated tallies of each wave.</summary>
    public double WarmTally { get; set; }

    /// <summary>The fastest of them.</summary>
    public double FastestTally { get; set; }

    /// <summary>All estimates and changes, and writing them.</summary>
    public double Estimate { get; set; }

    /// <summary>Size of the store.</summary>
    public long Stored { get; set; }

    public long PeakOfImport { get; set; }

    public long PeakAtEnd { get; set; }
}
