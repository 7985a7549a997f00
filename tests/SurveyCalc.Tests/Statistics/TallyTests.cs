using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class TallyTests
{
    [Fact]
    public void Merging_is_associative_and_commutative_bit_for_bit() => Seeded.ForAll(500, random =>
    {
        var (a, b, c) = (Some(random), Some(random), Some(random));
        Assert.Equal(a + b, b + a);
        Assert.Equal((a + b) + c, a + (b + c));
    });

    [Fact]
    public void Empty_changes_nothing() => Seeded.ForAll(500, random =>
    {
        var some = Some(random);
        Assert.Equal(some, some + Tally.Empty);
        Assert.Equal(some, Tally.Empty + some);
    });

    [Fact]
    public void Any_split_into_chunks_gives_the_same_bits() => Seeded.ForAll(200, random =>
    {
        Tally[] respondents = [.. Enumerable.Range(0, random.Next(1, 200)).Select(_ => random.Respondent())];
        var whole = respondents.Aggregate(Tally.Empty, Tally.Add);
        var chunks = respondents.Chunk(random.Next(1, 50)).Select(chunk => chunk.Aggregate(Tally.Empty, Tally.Add)).ToArray();
        random.Shuffle(chunks);
        Assert.Equal(whole, chunks.Aggregate(Tally.Empty, Tally.Add));
    });

    [Fact]
    public void A_group_equals_its_respondents_one_by_one()
    {
        Int128[] weights = [1500, 700, 1000];
        var one = weights.Aggregate(Tally.Empty, (sum, weight) => sum + Tally.Of(true, true, weight, 3, -2, 0));
        var group = Tally.OfGroup(3, true, 3200, weights.Aggregate((Int128)0, (sum, weight) => sum + (weight * weight)), 3, -2, 0);
        Assert.Equal(one, group);
    }

    [Fact]
    public void Counts_equal_respondents_one_by_one()
    {
        var sum = Tally.Of(true, true) + Tally.Of(true, true) + Tally.Of(true, false) + Tally.Of(false, false);
        Assert.Equal(Tally.OfCounts(4, 2, 3), sum);
        Assert.Equal(2.0 / 3, sum.Ratio);
        Assert.False(sum.IsWeighted);
    }

    [Fact]
    public void Finer_decimals_win_and_change_no_value()
    {
        var coarse = Tally.Of(true, true, 2, 0, 3, 0);
        var fine = Tally.Of(true, false, 125, 2, 15, 1);
        var sum = coarse + fine;
        Assert.Equal((2, 1), (sum.WeightDecimals, sum.ScoreDecimals));
        Assert.Equal(((Int128)325, (Int128)(6000 + 1875)), (sum.Wx, sum.Wy));
        Assert.Equal((Int128)(40000 + 15625), sum.Wwxx);
        Assert.Equal(7.875 / 3.25, sum.Ratio);
        Assert.Equal(3.25, sum.WeightedBase);
    }

    [Fact]
    public void Respondents_outside_the_base_count_as_sampled_alone()
    {
        var sum = Tally.OfCounts(3, 1, 2) + Tally.OutsideBase(5);
        Assert.Equal((8, 2, 1), (sum.Sampled, sum.Base, sum.Positive));
        Assert.Equal(0.5, sum.Ratio);
    }

    [Fact]
    public void Weights_of_one_are_no_weights_whatever_their_decimals()
    {
        var ones = Tally.Of(true, true, 1000, 3) + Tally.Of(true, false, 1000, 3);
        Assert.False(ones.IsWeighted);
        Assert.Equal(2, ones.KishEffectiveN);
    }

    [Fact]
    public void Weights_that_only_sum_to_the_base_are_weights()
    {
        var sum = Tally.Of(true, true, 5, 1) + Tally.Of(true, false, 15, 1);
        Assert.True(sum.IsWeighted);
        Assert.Equal(4 / 2.5, sum.KishEffectiveN, 15);
    }

    [Fact]
    public void Kish_effective_number_does_not_change_with_the_scale_of_the_weights() => Seeded.ForAll(100, random =>
    {
        var (a, b) = (random.Next(1, 1000), random.Next(1, 1000));
        var plain = Tally.Of(true, true, a, 3) + Tally.Of(true, false, b, 3);
        var scaled = Tally.Of(true, true, 7 * a, 3) + Tally.Of(true, false, 7 * b, 3);
        Assert.Equal(plain.KishEffectiveN, scaled.KishEffectiveN, 1e-12);
        Assert.Equal(plain.Ratio, scaled.Ratio, 1e-15);
        Assert.InRange(plain.KishEffectiveN, 1, 2);
    });

    [Fact]
    public void Sums_beyond_64_bits_stay_exact()
    {
        // The squares of a million weights of 10^9 units reach 10^24.
        var group = Tally.OfGroup(1_000_000, true, (Int128)1_000_000 * 1_000_000_000, (Int128)1_000_000 * 1_000_000_000 * 1_000_000_000, 6, 1, 0);
        Assert.Equal(1, group.Ratio);
        Assert.Equal(1_000_000, group.KishEffectiveN);
    }

    [Fact]
    public void An_overflow_is_an_error_and_not_a_wrong_number() =>
        Assert.Throws<OverflowException>(() => Tally.Of(true, true, Int128.MaxValue, 0));

    [Fact]
    public void Empty_has_no_ratio()
    {
        Assert.Throws<InvalidOperationException>(() => Tally.Empty.Ratio);
        Assert.Equal(0, Tally.Empty.KishEffectiveN);
        Assert.False(Tally.Empty.IsWeighted);
        Assert.Contains("Base = 0", Tally.Empty.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Impossible_tallies_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Tally.OfCounts(10, -1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tally.OfCounts(10, 6, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tally.OfCounts(4, 1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tally.Of(false, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tally.Of(true, true, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tally.Of(true, true, 1, 13));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tally(5, 0, 0, 1, 0, 0, 0, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tally(5, 2, 0, 0, 0, 2, 0, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tally.OutsideBase(-1));
    }

    private static Tally Some(Random random) =>
        Enumerable.Range(0, random.Next(5)).Aggregate(Tally.Empty, (sum, _) => sum + random.Respondent());
}
