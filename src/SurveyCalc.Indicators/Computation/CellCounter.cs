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
    private readonly RowWeights weights;
    private readonly List<(BreakdownCell Cell, int[] Groups)> cells = [];

    /// <param name="column">The question counted.</param>
    /// <param name="grouping">By the attributes, and last by the condition's question when there is one.</param>
    /// <param name="dimensions">The attributes, in the order of the grouping.</param>
    /// <param name="breakdowns">Breakdowns by those attributes.</param>
    /// <param name="hasCondition">The grouping ends with a condition's question.</param>
    /// <param name="weights">Weights of the wave.</param>
    public CellCounter(
        AnswerColumn column, Grouping grouping, List<TallyWave.Attribute> dimensions, IReadOnlyList<Breakdown> breakdowns,
        bool hasCondition, RowWeights weights)
    {
        (this.column, this.grouping, this.weights) = (column, grouping, weights);
        histogram = AnswerHistogram.Of(column, grouping, weights);
        conditionColumn = hasCondition ? dimensions.Count : -1;
        int[] everyGroup = [.. Enumerable.Range(0, grouping.Count)];
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
        foreach (var (cell, groups) in cells)
            if (everybody || !cell.IsEverybody)
                yield return conditionColumn < 0
                    ? Count(rule, cell, groups, [])
                    : Count(rule, cell, Array.FindAll(groups, g => inside[g]), Array.FindAll(groups, g => !inside[g]));
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

    private IndicatorTally Count(BoundRule rule, BreakdownCell cell, int[] inside, int[] outside)
    {
        var tally = Tally.Empty;
        var roles = default(RoleCounts);
        for (var number = 0; number < column.Answers.Count; number++)
        {
            var answer = column.Answers[number];
            var bin = histogram.Sum(inside, number);
            roles = roles.Add(answer.Role, bin.Count) with { OutsideCondition = roles.OutsideCondition + histogram.Sum(outside, number).Count };
            if (bin.Count == 0 || !rule.InBase(answer)) continue;
            var (units, scoreDecimals) = FixedPoint(rule.Score(answer));
            tally += Tally.OfGroup(bin.Count, rule.InNumerator(answer), bin.Weight, bin.Square, weights.Decimals, units, scoreDecimals);
        }

        return new IndicatorTally(rule.Indicator, cell, tally + Tally.OutsideBase(column.Rows - tally.Sampled), roles);
    }

    private static (Int128 Units, int Decimals) FixedPoint(decimal score)
    {
        var units = score;
        for (var i = 0; i < score.Scale; i++) units *= 10;
        return ((Int128)units, score.Scale);
    }
}
