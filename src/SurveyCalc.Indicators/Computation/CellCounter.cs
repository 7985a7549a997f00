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
    private readonly WaveSnapshot snapshot;
    private readonly List<(BreakdownCell Cell, int[] Groups)> cells = [];

    /// <param name="column">The question counted.</param>
    /// <param name="grouping">By the attributes, and last by the condition's question when there is one.</param>
    /// <param name="dimensions">The attributes, in the order of the grouping.</param>
    /// <param name="breakdowns">Breakdowns by those attributes.</param>
    /// <param name="hasCondition">The grouping ends with a condition's question.</param>
    /// <param name="snapshot">The wave.</param>
    public CellCounter(
        AnswerColumn column, Grouping grouping, List<TallyWave.Attribute> dimensions, IReadOnlyList<Breakdown> breakdowns,
        bool hasCondition, WaveSnapshot snapshot)
    {
        (this.column, this.grouping, this.snapshot) = (column, grouping, snapshot);
        histogram = AnswerHistogram.Of(column, grouping, snapshot.Weights);
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
        return cells.Where(c => everybody || !c.Cell.IsEverybody).Select(c => Count(rule, c.Cell, c.Groups, inside));
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

    private IndicatorTally Count(BoundRule rule, BreakdownCell cell, int[] groups, bool[] inside)
    {
        var tally = Tally.Empty;
        var roles = default(RoleCounts);
        var decimals = snapshot.Weights?.Decimals ?? 0;
        for (var number = 0; number < column.Answers.Count; number++)
        {
            var answer = column.Answers[number];
            var (bin, outside) = Sum(number, groups, inside);
            roles = roles.Add(answer.Role, bin.Count) with { OutsideCondition = roles.OutsideCondition + outside };
            if (bin.Count == 0 || !rule.InBase(answer)) continue;
            var (units, scoreDecimals) = FixedPoint(rule.Score(answer));
            tally += Tally.OfGroup(bin.Count, rule.InNumerator(answer), bin.Weight, bin.Square, decimals, units, scoreDecimals);
        }

        return new IndicatorTally(rule.Indicator, cell, tally + Tally.OutsideBase(snapshot.Respondents - tally.Sampled), roles);
    }

    private (AnswerHistogram.Bin InCell, long Outside) Sum(int number, int[] groups, bool[] inside)
    {
        long count = 0, outside = 0;
        Int128 weight = 0, square = 0;
        foreach (var group in groups)
        {
            var bin = histogram[group, number];
            if (!inside[group])
            {
                outside += bin.Count;
                continue;
            }

            count += bin.Count;
            weight += bin.Weight;
            square += bin.Square;
        }

        return (new AnswerHistogram.Bin(count, weight, square), outside);
    }

    private static (Int128 Units, int Decimals) FixedPoint(decimal score)
    {
        var units = score;
        for (var i = 0; i < score.Scale; i++) units *= 10;
        return ((Int128)units, score.Scale);
    }
}
