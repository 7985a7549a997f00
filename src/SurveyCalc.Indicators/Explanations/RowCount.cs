using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Indicators.Weighting;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Explanations;

/// <summary>
/// One rule counted over one snapshot row by row (行ごとの数え直し). A computation asks per distinct answer and forgets
/// who gave it; an explanation must know who, so it counts again by another way and compares.
/// </summary>
internal sealed class RowCount
{
    private readonly (long Count, Int128 Weight)[] byUse = new (long Count, Int128 Weight)[Enum.GetValues<RowUse>().Length];

    private RowCount()
    {
    }

    /// <summary>Use of every row, in row order.</summary>
    public required RowUse[] Uses { get; init; }

    public RoleCounts Roles { get; private set; }

    public Tally Tally { get; private set; }

    /// <summary>Distinct answers of those within the condition who are not excluded, with how many gave them and their Σw.</summary>
    public required IReadOnlyList<(Answer Answer, long Count, Int128 Weight)> Answers { get; init; }

    /// <summary>Decimals of the weights; 0 without weights.</summary>
    public required int WeightDecimals { get; init; }

    public long CountOf(RowUse use) => byUse[(int)use].Count;

    /// <summary>Σw of a use; the excluded have no weight.</summary>
    public Int128 WeightOf(RowUse use) => byUse[(int)use].Weight;

    /// <summary>Counts.</summary>
    /// <param name="snapshot">Holds the column of the rule's question and of its condition's.</param>
    /// <param name="rule">The rule, bound to the snapshot's code book.</param>
    /// <param name="frame">Design and weights; null when the wave needs none.</param>
    public static RowCount Of(WaveSnapshot snapshot, BoundRule rule, WaveFrame? frame)
    {
        var column = snapshot.Columns[rule.Question.Id];
        var condition = rule.Condition is null ? null : snapshot.Columns[rule.Condition.Question.Id];
        var contributions = column.Answers.Select(a => AnswerContribution.Of(rule, a)).ToArray();
        var (weights, decimals) = WeightsOf(snapshot, frame);
        var sums = new (long Count, Int128 Weight, Int128 Square)[column.Answers.Count];
        var uses = new RowUse[snapshot.Respondents];
        var roles = default(RoleCounts);
        for (var row = 0; row < uses.Length; row++)
        {
            var number = column.NumberAt(row);
            if (frame is not null && frame.GroupOf[row] == frame.Frame.Groups.Count) uses[row] = RowUse.ExcludedByWeighting;
            else if (condition is not null && !rule.Condition!.Holds(condition.At(row)))
            {
                uses[row] = RowUse.OutsideCondition;
                roles = roles with { OutsideCondition = roles.OutsideCondition + 1 };
            }
            else
            {
                uses[row] = UseOf(contributions[number], column.Answers[number].Role);
                roles = roles.Add(column.Answers[number].Role, 1);
                var sum = sums[number];
                sums[number] = (sum.Count + 1, sum.Weight + weights[row], sum.Square + ((Int128)weights[row] * weights[row]));
            }
        }

        var count = new RowCount
        {
            Uses = uses,
            Answers = [.. sums.Select((s, number) => (column.Answers[number], s.Count, s.Weight)).Where(a => a.Count > 0)],
            WeightDecimals = decimals,
            Roles = roles,
        };
        for (var row = 0; row < uses.Length; row++)
        {
            var (number, weight) = count.byUse[(int)uses[row]];
            count.byUse[(int)uses[row]] = (number + 1, weight + (uses[row] is RowUse.ExcludedByWeighting ? 0 : weights[row]));
        }

        for (var number = 0; number < sums.Length; number++)
            if (sums[number].Count > 0 && contributions[number] is { InBase: true } one)
                count.Tally += Tally.OfGroup(sums[number].Count, one.InNumerator, sums[number].Weight, sums[number].Square, decimals, one.Units, one.Decimals);
        return count;
    }

    /// <summary>What an answer within the condition is to the rule.</summary>
    public static RowUse UseOf(BoundRule rule, Answer answer) => UseOf(AnswerContribution.Of(rule, answer), answer.Role);

    private static RowUse UseOf(AnswerContribution one, AnswerRole role) => one switch
    {
        { InNumerator: true } => RowUse.Numerator,
        { InBase: true } => RowUse.DenominatorOnly,
        _ => role switch
        {
            AnswerRole.NoAnswer => RowUse.NoAnswer,
            AnswerRole.DontKnow => RowUse.DontKnow,
            AnswerRole.NotApplicable => RowUse.NotApplicable,
            AnswerRole.Invalid => RowUse.Invalid,
            _ => RowUse.NoScore,
        },
    };

    private static (long[] Weights, int Decimals) WeightsOf(WaveSnapshot snapshot, WaveFrame? frame)
    {
        var weights = new long[snapshot.Respondents];
        Array.Fill(weights, 1);
        if (frame is null) return (weights, 0);
        for (var i = 0; i < frame.RowOf.Length; i++) weights[frame.RowOf[i]] = frame.Frame.Weights.Units[i];
        return (weights, frame.Frame.Weights.Decimals);
    }
}
