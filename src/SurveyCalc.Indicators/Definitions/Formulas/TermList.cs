namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>A list of choices while it is read: labels, their scores where given, and what joined them.</summary>
internal sealed class TermList
{
    public List<(string Label, decimal? Score)> Items { get; } = [];

    /// <summary>Labels and brackets outside of any bracket of this list.</summary>
    public int Parts { get; set; }

    /// <summary>The last label or bracket was closed as a figure of its own (の合計, の割合).</summary>
    public bool IsClosed { get; set; }

    public bool AllQuoted { get; set; } = true;

    /// <summary>いずれか after the last label.</summary>
    public bool HasAny { get; set; }

    public bool HasOr { get; set; }

    public bool HasAnd { get; set; }

    public bool HasSum { get; set; }

    /// <summary>平均 was said.</summary>
    public bool HasMean { get; set; }

    public bool HasScores => Items.Any(i => i.Score is not null);

    public bool IsFullyScored => Items.All(i => i.Score is not null);

    public IReadOnlyList<string> Labels => [.. Items.Select(i => i.Label)];

    public LabelJoin Join =>
        HasAny ? LabelJoin.Any
        : HasSum ? LabelJoin.Sum
        : HasOr && !HasAnd ? LabelJoin.Any
        : LabelJoin.Listed;

    /// <summary>Takes in the list of a bracket.</summary>
    public void Add(TermList inner)
    {
        Items.AddRange(inner.Items);
        AllQuoted &= inner.AllQuoted;
        HasAny |= inner.HasAny;
        HasOr |= inner.HasOr;
        HasAnd |= inner.HasAnd;
        HasSum |= inner.HasSum;
        HasMean |= inner.HasMean;
    }
}
