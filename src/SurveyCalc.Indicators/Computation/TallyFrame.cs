using SurveyCalc.Indicators.Waves;
using SurveyCalc.Indicators.Weighting;

namespace SurveyCalc.Indicators.Computation;

/// <summary>The frame of a wave as a tally needs it: its groups as one more column of the joint histogram, its weights by row.</summary>
internal sealed class TallyFrame
{
    /// <summary>No question can have this id: it holds a control character.</summary>
    private const string ColumnId = "\u0001frame";

    /// <param name="frame">The frame; null when none is needed.</param>
    /// <param name="panel">Frame of the panel, whose influences are wanted; null when none are.</param>
    /// <param name="snapshot">The wave.</param>
    public TallyFrame(WaveFrame? frame, WaveFrame? panel, WaveSnapshot snapshot)
    {
        (Frame, Panel) = (frame, panel);
        if (frame is null)
        {
            (Weights, Respondents) = (new RowWeights(snapshot.Weights, snapshot.Respondents), snapshot.Respondents);
            return;
        }

        Respondents = frame.Frame.Respondents;
        Excluded = frame.Frame.Groups.Count;
        Column = ColumnOf(frame);
        // An excluded row belongs to no figure, so any weight will do.
        var weights = new long[snapshot.Respondents];
        Array.Fill(weights, 1);
        for (var i = 0; i < frame.RowOf.Length; i++) weights[frame.RowOf[i]] = frame.Frame.Weights.Units[i];
        Weights = new RowWeights(new WeightColumn(weights, frame.Frame.Weights.Decimals), snapshot.Respondents);
    }

    public WaveFrame? Frame { get; }

    public WaveFrame? Panel { get; }

    /// <summary>Groups of the frame as a column; null without a frame.</summary>
    public AnswerColumn? Column { get; }

    /// <summary>Number of the group of the excluded in <see cref="Column"/>.</summary>
    public int Excluded { get; } = -1;

    public RowWeights Weights { get; }

    /// <summary>Everybody who may belong to a figure.</summary>
    public int Respondents { get; }

    private static AnswerColumn ColumnOf(WaveFrame frame)
    {
        var groups = frame.Frame.Groups.Count + 1;
        var width = groups <= 256 ? 1 : groups <= 65_536 ? 2 : 4;
        var chunks = new List<byte[]>();
        foreach (var rows in frame.GroupOf.Chunk(AnswerColumn.ChunkRows))
        {
            var chunk = new byte[rows.Length * width];
            for (var i = 0; i < rows.Length; i++)
                for (var b = 0; b < width; b++)
                    chunk[(i * width) + b] = (byte)((rows[i] >> (8 * b)) & 0xFF);
            chunks.Add(chunk);
        }

        return new AnswerColumn(ColumnId, new Answer[groups], width, frame.GroupOf.Length, chunks);
    }
}
