using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Computation;

/// <summary>Applies rules to the joint histogram of one question: a rule looks at distinct answers, never at rows.</summary>
internal sealed class CellCounter
{
    private readonly AnswerColumn column;
    private readonly AnswerHistogram histogram;
    private readonly Grouping grouping;
    private readonly int conditionColumn;
    private readonly int frameColumn;
    private readonly TallyFrame sample;
    private readonly List<(BreakdownCell Cell, int[] Groups)> cells = [];

    /// <param name="column">The question counted.</param>
    /// <param name="grouping">By the attributes, then by the condition's question and by the frame when there are such.</param>
    /// <param name="dimensions">The attributes, in the order of the grouping.</param>
    /// <param name="breakdowns">Breakdowns by those attributes.</param>
    /// <param name="hasCondition">The attributes are followed by a condition's question.</param>
    /// <param name="sample">Weights of the wave, and its frame when it has one.</param>
    public CellCounter(
        AnswerColumn column, Grouping grouping, List<TallyWave.Attribute> dimensions, IReadOnlyList<Breakdown> breakdowns,
        bool hasCondition, TallyFrame sample)
    {
        (this.column, this.grouping, this.sample) = (column, grouping, sample);
        histogram = AnswerHistogram.Of(column, grouping, sample.Weights);
        conditionColumn = hasCondition ? dimensions.Count : -1;
        frameColumn = sample.Column is null ? -1 : grouping.Columns.Count - 1;
        int[] everyGroup = [.. Enumerable.Range(0, grouping.Count).Where(g => frameColumn < 0 || grouping.NumberOf(g, frameColumn) != sample.Excluded)];
        cells.Add((BreakdownCell.Everybody, everyGroup));
        foreach (var breakdown in breakdowns)
            AddCells(breakdown, [.. breakdown.Questions.Select(q => dimensions.FindIndex(d => d.Question.Id == q))], dimensions, everyGroup, "");
    }

    /// <summary>Tallies of a rule in every cell, with or without the one of everybody.</summary>
    public IEnumerable<IndicatorTally> Of(BoundRule rule, bool everybody)
    {
        var inside = new bool[grouping.Count];
        for (var group = 0; group < inside.Length; group++)
            inside[group] = conditionColumn < 0
                || rule.Condition!.Holds(grouping.Columns[conditionColumn].Answers[grouping.NumberOf(group, conditionColumn)]);
        var contributions = Contributions(rule);
        foreach (var (cell, groups) in cells)
            if (everybody || !cell.IsEverybody)
                yield return conditionColumn < 0
                    ? Count(rule, contributions, cell, groups, [])
                    : Count(rule, contributions, cell, Array.FindAll(groups, g => inside[g]), Array.FindAll(groups, g => !inside[g]));
    }

    /// <summary>Adds the cells of the first attribute within these groups, crossed with those of the others.</summary>
    private void AddCells(Breakdown breakdown, ReadOnlySpan<int> path, List<TallyWave.Attribute> dimensions, int[] within, string label)
    {
        var (question, attribute) = (dimensions[path[0]].Question, dimensions[path[0]].Column);
        var byNumber = new List<int>[Math.Max(1, attribute.Answers.Count)];
        for (var number = 0; number < byNumber.Length; number++) byNumber[number] = [];
        foreach (var group in within) byNumber[grouping.NumberOf(group, path[0])].Add(group);
        for (var choice = 0; choice < question.Choices.Count; choice++)
        {
            if (question.Choices[choice].Role != AnswerRole.Substantive) continue;
            int[] groups = [.. Enumerable.Range(0, attribute.Answers.Count).Where(n => attribute.Answers[n].Choice == choice).SelectMany(n => byNumber[n])];
            var name = label + question.Choices[choice].Label;
            if (path.Length > 1) AddCells(breakdown, path[1..], dimensions, groups, name + "×");
            else cells.Add((new BreakdownCell(breakdown.ToString(), name), groups));
        }
    }

    private IndicatorTally Count(BoundRule rule, AnswerContribution[] contributions, BreakdownCell cell, int[] inside, int[] outside)
    {
        var tally = Tally.Empty;
        var roles = default(RoleCounts);
        for (var number = 0; number < column.Answers.Count; number++)
        {
            var answer = column.Answers[number];
            var bin = histogram.Sum(inside, number);
            roles = roles.Add(answer.Role, bin.Count) with { OutsideCondition = roles.OutsideCondition + histogram.Sum(outside, number).Count };
            if (bin.Count == 0 || !contributions[number].InBase) continue;
            var one = contributions[number];
            tally += Tally.OfGroup(bin.Count, one.InNumerator, bin.Weight, bin.Square, sample.Weights.Decimals, one.Units, one.Decimals);
        }

        tally += Tally.OutsideBase(sample.Respondents - tally.Sampled);
        var design = sample.Frame is null ? null : Design(contributions, inside);
        return new IndicatorTally(rule.Indicator, cell, tally, roles, design, sample.Panel is null ? null : Panel(contributions, inside, tally, design));
    }

    private DesignTally Design(AnswerContribution[] contributions, int[] inside)
    {
        var decimals = AnswerContribution.CommonDecimals(contributions);
        var builder = new DesignTallyBuilder(sample.Frame!.Frame, decimals);
        for (var number = 0; number < contributions.Length; number++)
        {
            if (!contributions[number].InBase) continue;
            var score = contributions[number].UnitsOf(decimals);
            foreach (var group in inside)
            {
                var bin = histogram.Sum([group], number);
                if (bin.Count > 0)
                    builder.Add(grouping.NumberOf(group, frameColumn), bin.Count, contributions[number].InNumerator, bin.Weight, bin.Square, score);
            }
        }

        return builder.ToTally();
    }

    /// <summary>The one pass over rows that a panel needs: what each respondent contributes.</summary>
    private PanelSide? Panel(AnswerContribution[] contributions, int[] inside, Tally tally, DesignTally? design)
    {
        var frame = sample.Panel!;
        if (!RatioEstimate.Of(design ?? DesignTally.OfSimpleRandom(frame.Frame, tally)).TryGet(out var estimate)) return null;
        var isInside = new bool[grouping.Count];
        foreach (var group in inside) isInside[group] = true;
        var (inBase, scores) = (new bool[frame.RowOf.Length], new long[frame.RowOf.Length]);
        for (var i = 0; i < inBase.Length; i++)
        {
            var one = contributions[column.NumberAt(frame.RowOf[i])];
            if (!(inBase[i] = one.InBase && isInside[grouping.Ids[frame.RowOf[i]]])) continue;
            scores[i] = checked((long)one.UnitsOf(estimate.Domain.ScoreDecimals));
        }

        return new PanelSide(estimate, estimate.Influences(inBase, scores), inBase);
    }

    private AnswerContribution[] Contributions(BoundRule rule) => [.. column.Answers.Select(answer => AnswerContribution.Of(rule, answer))];
}
