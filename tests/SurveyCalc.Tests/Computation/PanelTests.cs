using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Tests.Contracts;

namespace SurveyCalc.Tests.Computation;

/// <summary>The same staff asked in two years, partly the same people, and people who cannot be matched.</summary>
public sealed class PanelTests
{
    private const int People = 60;

    private static readonly int[] Before = [.. Enumerable.Range(0, People).Select(i => i % 3 == 0 ? 0 : 1)];

    private static readonly int[] After = [.. Enumerable.Range(0, People).Select(i => i % 3 == 0 || i % 10 == 1 ? 0 : 1)];

    [Fact]
    public void The_same_people_are_matched_and_their_change_has_the_paired_error()
    {
        var change = Change(new SampleOverlap(OverlapKind.SamePeople), ids: true, mean: true);
        var difference = Enumerable.Range(0, People).Select(i => (double)(Before[i] - After[i])).ToArray();
        var average = difference.Average();
        var error = Math.Sqrt(difference.Sum(d => (d - average) * (d - average)) / (People - 1) / People);
        Assert.Equal(People, change.Matched);
        Assert.Equal(average, change.Difference!.Value, 1e-12);
        Assert.Equal("前回と同じ60人の回答を結んで比べました。", change.Note);
        var alone = Change(SampleOverlap.Independent, ids: true, mean: true);
        Assert.True(change.Upper - change.Lower < alone.Upper - alone.Lower);
        Assert.InRange((change.Upper!.Value - change.Lower!.Value) / 2 / error, 1.96, 2.01);
    }

    [Fact]
    public void Matching_decides_what_two_separate_samples_could_not()
    {
        Assert.Equal(ChangeVerdict.NotShown, Change(SampleOverlap.Independent, ids: true, mean: false).Verdict);
        Assert.Equal(ChangeVerdict.Rose, Change(new SampleOverlap(OverlapKind.SamePeople), ids: true, mean: false).Verdict);
    }

    [Fact]
    public void Without_respondent_numbers_the_samples_count_as_separate_and_the_note_says_so()
    {
        var change = Change(new SampleOverlap(OverlapKind.SamePeople), ids: false, mean: false);
        Assert.Null(change.Matched);
        Assert.Equal("回答者番号がなく同じ人を結べないため、別々の標本として比べました。", change.Note);
        Assert.Equal(ChangeVerdict.NotShown, change.Verdict);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(-0.8)]
    public void A_stated_correlation_narrows_or_widens_the_interval(double correlation)
    {
        var change = Change(new SampleOverlap(OverlapKind.Partial, correlation, 0.5), ids: false, mean: true);
        var alone = Change(new SampleOverlap(OverlapKind.Partial, 0, 0.5), ids: false, mean: true);
        Assert.Equal(correlation > 0, change.Upper - change.Lower < alone.Upper - alone.Lower);
        Assert.Equal(alone.Difference, change.Difference);
    }

    [Fact]
    public void Only_persons_in_the_base_of_both_waves_count_as_matched()
    {
        var change = Change(new SampleOverlap(OverlapKind.SamePeople), ids: true, mean: false, silent: 5);
        Assert.Equal(People - 5, change.Matched);
        Assert.Equal("前回と同じ55人の回答を結んで比べました。", change.Note);
    }

    [Fact]
    public void An_overlap_larger_than_the_smaller_wave_is_told()
    {
        var change = Change(new SampleOverlap(OverlapKind.Partial, 0.5, 1), ids: false, mean: false, silent: 5);
        Assert.Equal("重複の割合から求めた60人は、人数の少ない回の分母55人より多いので、55人が重複するものとして比べました。重複の割合を確かめてください。", change.Note);
        Assert.Equal("", Change(new SampleOverlap(OverlapKind.Partial, 0.5, 0.9), ids: false, mean: false, silent: 5).Note);
    }

    [Fact]
    public void A_change_that_is_not_shown_says_how_many_respondents_would_decide_it()
    {
        var change = Change(SampleOverlap.Independent, ids: false, mean: false);
        Assert.Equal(ChangeVerdict.NotShown, change.Verdict);
        Assert.InRange(change.RespondentsToDecide!.Value, People + 1, 10_000);
        Assert.Null(Change(new SampleOverlap(OverlapKind.SamePeople), ids: true, mean: false).RespondentsToDecide);
    }

    private static YearOverYear Change(SampleOverlap overlap, bool ids, bool mean, int silent = 0)
    {
        var indicator = new Indicator
        {
            Code = "A",
            Name = "A",
            Survey = "職員",
            Question = "問1",
            Rule = mean ? new AggregationRule.MeanScore(new ScoreList("はい=1|いいえ=0")) : new AggregationRule.CountedChoices(new ChoiceList("はい")),
            Base = BaseRule.Substantive,
            Unit = mean ? "点" : "%",
            Direction = Direction.HigherIsBetter,
            Decimals = 1,
        };
        var definitions = new DefinitionSet { Indicators = [indicator], Surveys = [new SurveySettings { Survey = "職員", Overlap = overlap }] };
        var waves = new[] { (Year: 2020, Answers: Before), (Year: 2021, Answers: After) }.Select(w =>
        {
            var key = new WaveKey("職員", new FiscalYear(w.Year));
            var planned = new PlannedWave(new WaveSource("f", "", "", ""), new CodeBook(key, [Question]));
            int[] order = [.. Enumerable.Range(0, People).OrderBy(i => w.Year == 2020 ? i : -i)];
            var snapshot = new WaveSnapshot
            {
                Wave = key,
                ContentHash = "c",
                CodeBookHash = "b",
                Respondents = People,
                Columns = StoreSamples.Columns(StoreSamples.Column(
                    "問1", [Answer.Chosen(0, AnswerRole.Substantive), Answer.Chosen(1, AnswerRole.Substantive), Answer.Of(AnswerRole.NoAnswer)], [.. order.Select(i => w.Year == 2020 && i < silent ? 2 : w.Answers[i])])),
                RespondentIds = ids ? [.. order.Select(i => $"S{i}")] : [],
            };
            return (Planned: planned, Tallies: CountWave.Of(definitions, planned, snapshot, [planned.Bind(indicator, out _)!], []));
        }).ToList();
        return ComputeActuals.Of(
            definitions, PlanActuals.Of(definitions, [.. waves.Select(w => w.Planned)], DateTimeOffset.UnixEpoch), [.. waves.Select(w => w.Tallies)], DateTimeOffset.UnixEpoch)[1].Change;
    }

    private static Question Question { get; } = new()
    {
        Id = "問1",
        Kind = QuestionKind.SingleChoice,
        Column = "問1",
        Series = "問1",
        Choices = [new("1", "はい"), new("2", "いいえ")],
    };
}
