using System.Collections.Concurrent;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Indicators.Weighting;

namespace SurveyCalc.Indicators.Computation;

/// <summary>
/// Snapshot × rules × breakdowns → exact tallies (集計). Pure: the same input gives the same bits however the rows are
/// split or the questions scheduled.
/// </summary>
public static class TallyWave
{
    private const int RowsWorthJoining = 50_000;

    /// <summary>Beyond this many possible groups of a frame, more than a joint histogram holds are sure to occur.</summary>
    private const long MostGroupsToLookAt = 1L << 31;

    /// <summary>Question ids whose columns the rules and breakdowns need.</summary>
    public static IReadOnlyCollection<string> QuestionsOf(IEnumerable<BoundRule> rules, IEnumerable<Breakdown> breakdowns) =>
        [.. rules.SelectMany(r => r.Condition is null ? [r.Question.Id] : new[] { r.Question.Id, r.Condition.Question.Id })
            .Concat(breakdowns.SelectMany(b => b.Questions)).Distinct(StringComparer.Ordinal)];

    /// <summary>Tallies every rule for everybody and for each cell of each breakdown.</summary>
    /// <param name="snapshot">Holds the columns of <see cref="QuestionsOf"/>.</param>
    /// <param name="codeBook">The code book the snapshot was checked with.</param>
    /// <param name="rules">Rules bound to that code book.</param>
    /// <param name="breakdowns">By attribute questions with choices; may be empty.</param>
    /// <param name="threads">How many questions are counted at a time; the outcome does not depend on it.</param>
    /// <param name="frame">
    /// Design and weights of the wave; null when it needs none. The excluded belong to no figure, and every tally then has
    /// its <see cref="IndicatorTally.Design"/>.
    /// </param>
    /// <param name="panel">Frame of a panel, whose <see cref="IndicatorTally.Panel"/> is wanted; null otherwise.</param>
    /// <returns>In the order of the rules; per rule everybody first, then the cells in the order of the code book.</returns>
    /// <exception cref="KeyNotFoundException">The snapshot or the code book lacks a question.</exception>
    public static IReadOnlyList<IndicatorTally> Of(
        WaveSnapshot snapshot, CodeBook codeBook, IReadOnlyList<BoundRule> rules, IReadOnlyList<Breakdown> breakdowns, int threads = 1,
        WaveFrame? frame = null, WaveFrame? panel = null)
    {
        var attributes = breakdowns.SelectMany(b => b.Questions).Distinct(StringComparer.Ordinal).ToDictionary(
            id => id, id => new Attribute(codeBook.Find(id)
                ?? throw new KeyNotFoundException($"The code book of {codeBook.Wave} has no question '{id}'."), snapshot.Columns[id]));
        var sample = new TallyFrame(frame, panel, snapshot);
        var groupings = new ConcurrentDictionary<string, Lazy<Grouping>>(StringComparer.Ordinal);
        var found = new ConcurrentDictionary<BoundRule, List<IndicatorTally>>();
        var sets = rules.GroupBy(r => (r.Question.Id, r.Condition?.Question.Id)).ToList();
        Parallel.ForEach(sets, new ParallelOptions { MaxDegreeOfParallelism = threads }, set =>
        {
            var column = snapshot.Columns[set.Key.Item1];
            AnswerColumn[] condition = set.Key.Item2 is { } id ? [snapshot.Columns[id]] : [];
            AnswerColumn[] others = sample.Column is null ? condition : [.. condition, sample.Column];
            foreach (var together in Plan(breakdowns, attributes.Values, column, others, frame is not null, () => GroupingOf(breakdowns, others).Grouping))
            {
                var (dimensions, grouping) = GroupingOf(together, others);
                var counter = new CellCounter(column, grouping, dimensions, together, condition.Length > 0, sample);
                foreach (var rule in set)
                {
                    var tallies = found.GetOrAdd(rule, _ => []);
                    tallies.AddRange(counter.Of(rule, everybody: tallies.Count == 0));
                }
            }
        });
        return [.. rules.SelectMany(r => found[r])];

        (List<Attribute> Dimensions, Grouping Grouping) GroupingOf(IReadOnlyList<Breakdown> together, AnswerColumn[] others)
        {
            var dimensions = together.SelectMany(b => b.Questions).Distinct(StringComparer.Ordinal).Select(q => attributes[q]).ToList();
            var columns = dimensions.Select(d => d.Column).Concat(others).ToList();
            return (dimensions, groupings.GetOrAdd(
                string.Join('\n', columns.Select(c => c.Question)),
                _ => new Lazy<Grouping>(() => Grouping.By(columns, snapshot.Respondents))).Value);
        }
    }

    /// <summary>
    /// All breakdowns in one joint grouping while its histogram stays small and there are rows enough to be worth it;
    /// otherwise one grouping each. Cells of a weighting are mostly those of the breakdowns, so that of a frame few of the
    /// possible groups occur: there the groups themselves tell.
    /// </summary>
    private static IEnumerable<IReadOnlyList<Breakdown>> Plan(
        IReadOnlyList<Breakdown> breakdowns, IEnumerable<Attribute> attributes, AnswerColumn column, AnswerColumn[] others, bool hasFrame,
        Func<Grouping> joint)
    {
        if (breakdowns.Count <= 1) return [breakdowns];
        var groups = Grouping.CountOf(attributes.Select(a => a.Column).Concat(others));
        if (column.Rows >= RowsWorthJoining && groups <= (hasFrame ? MostGroupsToLookAt : Grouping.MostJointBins))
        {
            var found = hasFrame ? joint().Count : groups;
            if (found * Math.Max(1, column.Answers.Count) <= Grouping.MostJointBins) return [breakdowns];
        }

        return breakdowns.Select(b => new[] { b });
    }

    /// <summary>A question to break down by, and its answers.</summary>
    internal sealed record Attribute(Question Question, AnswerColumn Column);
}
