namespace SurveyCalc.Tests.Demo;

/// <summary>An answer scale: which choices are the numerator of its indicators, and how the counts spread over choices.</summary>
internal sealed class DemoScale
{
    /// <summary>満足度: 満足、やや満足、普通 count.</summary>
    public static readonly DemoScale Satisfaction = new(
        [.. DemoChoice.Numbered("満足", "やや満足", "普通", "やや不満", "不満"), new DemoChoice("6", "わからない", "わからない")],
        [13, 27, 60], [70, 30]);

    /// <summary>満足度 for those who used a service: as above, without わからない.</summary>
    public static readonly DemoScale Service = new(
        DemoChoice.Numbered("満足", "やや満足", "普通", "やや不満", "不満"),
        [30, 33, 37], [64, 36]);

    /// <summary>実感: そう思う、ややそう思う count.</summary>
    public static readonly DemoScale Agreement = new(
        [.. DemoChoice.Numbered("そう思う", "ややそう思う", "どちらともいえない", "あまりそう思わない", "そう思わない"), new DemoChoice("6", "わからない", "わからない")],
        [28, 72], [48, 33, 19]);

    private readonly int[] positive;
    private readonly int[] rest;

    private DemoScale(IReadOnlyList<DemoChoice> choices, int[] positive, int[] rest) =>
        (Choices, this.positive, this.rest) = (choices, positive, rest);

    /// <summary>The choices from the best to the worst, then わからない where it is offered.</summary>
    public IReadOnlyList<DemoChoice> Choices { get; }

    /// <summary>Exact counts of the choices from the best to the worst.</summary>
    public int[] Counts(DemoTally tally, int asked) =>
        [.. Split(tally.Positive, positive), .. Split(asked - tally.NoAnswer - tally.DontKnow - tally.Positive, rest)];

    /// <summary>Splits a total in proportion to the weights, by largest remainder; the parts add up to the total.</summary>
    public static int[] Split(int total, int[] weights)
    {
        var sum = weights.Sum();
        var parts = weights.Select(weight => total * weight / sum).ToArray();
        var order = Enumerable.Range(0, weights.Length).OrderByDescending(i => total * weights[i] % sum).ThenBy(i => i).ToArray();
        for (var i = 0; parts.Sum() < total; i++) parts[order[i]]++;
        return parts;
    }
}
