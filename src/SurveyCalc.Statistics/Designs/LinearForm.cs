namespace SurveyCalc.Statistics;

/// <summary>
/// A linearised estimate: z = ±(y − r)/Σwx for respondents of each disjoint domain and 0 for all others. Its variance under
/// the design is that of the estimate. Weights count in their units, which cancel.
/// </summary>
internal sealed class LinearForm
{
    private LinearForm(DesignFrame frame)
    {
        Frame = frame;
        (Base, First, Weighted, Second) = (
            new long[frame.Groups.Count], new double[frame.Groups.Count], new double[frame.Groups.Count], new double[frame.Groups.Count]);
    }

    /// <summary>The sample all domains belong to.</summary>
    public DesignFrame Frame { get; }

    /// <summary>Respondents of all domains in each group.</summary>
    public long[] Base { get; }

    /// <summary>Σwz of each group.</summary>
    public double[] First { get; }

    /// <summary>Σw²z of each group.</summary>
    public double[] Weighted { get; }

    /// <summary>Σw²z² of each group.</summary>
    public double[] Second { get; }

    /// <summary>Ratio r = Σwy/Σwx of one domain.</summary>
    /// <param name="domain">Its base is not empty.</param>
    public static LinearForm OfRatio(DesignTally domain) => new LinearForm(domain.Frame).With(domain, 1);

    /// <summary>Difference of the ratios of two disjoint domains of one sample.</summary>
    /// <param name="first">Its base is not empty.</param>
    /// <param name="second">Subtracted; its base is not empty.</param>
    public static LinearForm OfDifference(DesignTally first, DesignTally second) =>
        new LinearForm(first.Frame).With(first, 1).With(second, -1);

    private LinearForm With(DesignTally domain, int sign)
    {
        var sums = new CentredSums(domain);
        var factor = sign / (double)domain.Total.Wx;
        for (var g = 0; g < Base.Length; g++)
        {
            var group = domain[g];
            if (group.Base == 0)
                continue;
            Base[g] += group.Base;
            First[g] += factor * sums.First(group);
            Weighted[g] += factor * sums.Weighted(group);
            Second[g] += factor * factor * sums.Second(group);
        }

        return this;
    }
}
