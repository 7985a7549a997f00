using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class DesignTallyTests
{
    [Fact]
    public void Merging_is_commutative_associative_and_neutral_bit_for_bit() => Seeded.ForAll(60, random =>
    {
        var survey = new RandomSurvey(random, random.Next(2) == 0);
        var frame = survey.Frame;
        DesignTally[] parts = [.. Enumerable.Range(0, 3).Select(part => survey.Tally(frame, i => i % 3 == part))];
        Assert.Equal(parts[0] + parts[1], parts[1] + parts[0]);
        Assert.Equal((parts[0] + parts[1]) + parts[2], parts[0] + (parts[1] + parts[2]));
        Assert.Equal(parts[0], parts[0] + DesignTally.Empty(frame));
        var whole = survey.Tally(frame, _ => true);
        Assert.Equal(whole, parts[2] + parts[0] + parts[1]);
        Assert.Equal(whole.Total, (parts[2] + parts[0] + parts[1]).Total);
    });

    [Fact]
    public void Merged_parts_give_the_bits_of_the_whole() => Seeded.ForAll(30, random =>
    {
        var survey = new RandomSurvey(random, random.Next(2) == 0);
        var frame = survey.CalibratedFrame;
        var cut = random.Next(survey.Count);
        var merged = RatioEstimate.Of(survey.Tally(frame, i => i < cut) + survey.Tally(frame, i => i >= cut)).Value;
        var whole = RatioEstimate.Of(survey.Tally(frame, _ => true)).Value;
        Assert.Equal((whole.Value, whole.Variance, whole.EffectiveN), (merged.Value, merged.Variance, merged.EffectiveN));
    });

    [Fact]
    public void A_histogram_by_group_and_code_gives_the_bits_of_the_rows() => Seeded.ForAll(40, random =>
    {
        var survey = new RandomSurvey(random, false);
        var frame = survey.CalibratedFrame;
        var builder = new DesignTallyBuilder(frame);
        var bins = Enumerable.Range(0, survey.Count).Where(i => survey.InBase[i]).GroupBy(i => (Group: frame.GroupOf[i], Score: survey.Scores[i]));
        foreach (var bin in bins)
        {
            var (sum, squares) = ((Int128)0, (Int128)0);
            foreach (var i in bin)
                (sum, squares) = (sum + frame.Weights.Units[i], squares + ((Int128)frame.Weights.Units[i] * frame.Weights.Units[i]));
            builder.Add(bin.Key.Group, bin.Count(), bin.Key.Score > 0, sum, squares, bin.Key.Score);
        }

        Assert.Equal(survey.Tally(frame, _ => true), builder.ToTally());
    });

    [Fact]
    public void Totals_of_subgroups_add_up_to_everybody() => Seeded.ForAll(40, random =>
    {
        var survey = new RandomSurvey(random, random.Next(2) == 0);
        var frame = survey.Frame;
        var sum = Enumerable.Range(0, 3).Select(age => survey.Tally(frame, i => survey.Age[i] == age)).Aggregate(DesignTally.Add);
        Assert.Equal(survey.Tally(frame, _ => true), sum);
        Assert.Equal(survey.Count, sum.Total.Sampled);
    });

    [Fact]
    public void Somebody_counted_twice_is_refused()
    {
        var frame = DesignFrame.Of(Design.WeightsOnly, [], [], Weights.Ones(2));
        var builder = new DesignTallyBuilder(frame);
        builder.Add(0, true, 1);
        builder.Add(1, false, 0);
        var tally = builder.ToTally();
        Assert.Throws<ArgumentException>(() => tally + tally);
        builder.Add(0, true, 1);
        Assert.Throws<ArgumentException>(builder.ToTally);
    }

    [Fact]
    public void Tallies_of_different_frames_or_units_do_not_mix()
    {
        var frame = DesignFrame.Of(Design.WeightsOnly, [], [], Weights.Ones(2));
        var other = DesignFrame.Of(Design.WeightsOnly, [], [], Weights.Ones(2));
        Assert.Throws<ArgumentException>(() => DesignTally.Empty(frame) + DesignTally.Empty(other));
        Assert.Throws<ArgumentException>(() => DesignTally.Empty(frame) + DesignTally.Empty(frame, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DesignTally.Empty(frame, 13));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DesignTallyBuilder(frame).Add(0, -1, true, 1, 1, 1));
    }
}
