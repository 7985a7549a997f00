using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class DesignTests
{
    private static readonly long[] Answers = [1, 0, 1, 1, 0, 0, 1];
    private static readonly int[] SecondIsSingle = [0, 0, 0, 1, 2, 2, 2];

    [Fact]
    public void Designs_are_values()
    {
        Assert.Equal(Design.Stratified([10, null], SingleUnitPolicy.Merge), Design.Stratified([10, null], SingleUnitPolicy.Merge));
        Assert.NotEqual(Design.Stratified([10, null], SingleUnitPolicy.Merge), Design.Stratified([10, null], SingleUnitPolicy.Centre));
        Assert.NotEqual(Design.Stratified([10], SingleUnitPolicy.Refuse), Design.Clustered([10], SingleUnitPolicy.Refuse));
        Assert.Equal(Design.SimpleRandom(null), Design.WeightsOnly);
    }

    [Fact]
    public void Impossible_designs_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Design.Stratified([], SingleUnitPolicy.Refuse));
        Assert.Throws<ArgumentOutOfRangeException>(() => Design.SimpleRandom(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Design.Stratified([5], (SingleUnitPolicy)9));
        Assert.Throws<ArgumentException>(() => DesignFrame.Of(Design.SimpleRandom(2), [], [], Weights.Ones(3)));
        Assert.Throws<ArgumentException>(() => DesignFrame.Of(Design.Stratified([5, 5], SingleUnitPolicy.Refuse), [], [], Weights.Ones(3)));
        Assert.Throws<ArgumentException>(() => DesignFrame.Of(Design.Clustered([5], SingleUnitPolicy.Refuse), [], [], Weights.Ones(3)));
        Assert.Throws<ArgumentException>(() => DesignFrame.Of(Design.WeightsOnly, [], [1, 2, 3], Weights.Ones(3)));
        Assert.Throws<ArgumentException>(() => DesignFrame.Of(Design.WeightsOnly, [], [], Weights.Ones(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DesignFrame.Of(Design.Stratified([5, 5], SingleUnitPolicy.Refuse), [0, 1, 2], [], Weights.Ones(3)));
    }

    [Fact]
    public void A_single_unit_is_refused_by_name_and_the_value_stands()
    {
        var estimate = Estimate(SingleUnitPolicy.Refuse, [20, 20, 20]);
        Assert.Equal(4.0 / 7, estimate.Value);
        Assert.Equal(NotEstimableReason.SingleUnitStratum, estimate.Variance.Reason);
        Assert.Equal(NotEstimableReason.SingleUnitStratum, estimate.ProportionInterval(DesignProportionMethod.Wilson, Level.P95).Reason);
        Assert.Equal(NotEstimableReason.SingleUnitStratum, estimate.MeanInterval(MeanMethod.StudentT, Level.P95).Reason);
        Assert.Equal([1], estimate.Domain.Frame.SingleUnitStrata);
    }

    [Fact]
    public void A_single_unit_is_merged_with_the_next_stratum()
    {
        var merged = Estimate(SingleUnitPolicy.Merge, [20, 20, 20]);
        var joined = Estimate([0, 0, 0, 1, 1, 1, 1], Design.Stratified([20, 40], SingleUnitPolicy.Refuse));
        Assert.Equal(joined.Variance.Value, merged.Variance.Value, 1e-15);
        Assert.Equal(joined.DegreesOfFreedom, merged.DegreesOfFreedom);
    }

    [Fact]
    public void The_last_single_unit_is_merged_with_the_stratum_before()
    {
        var merged = Estimate([0, 0, 0, 1, 1, 1, 2], Design.Stratified([20, 20, 20], SingleUnitPolicy.Merge));
        var joined = Estimate([0, 0, 0, 1, 1, 1, 1], Design.Stratified([20, 40], SingleUnitPolicy.Refuse));
        Assert.Equal(joined.Variance.Value, merged.Variance.Value, 1e-15);
    }

    [Fact]
    public void A_single_unit_that_is_its_whole_stratum_needs_no_policy()
    {
        var estimate = Estimate(SingleUnitPolicy.Refuse, [20, 1, 20]);
        Assert.True(estimate.Variance.Value > 0);
        Assert.Empty(estimate.Domain.Frame.SingleUnitStrata);
    }

    [Fact]
    public void A_single_unit_is_centred_at_the_mean_of_all_units()
    {
        var centred = Estimate(SingleUnitPolicy.Centre, [20, 20, 20]).Variance.Value;
        // Influences are (y − 4/7)/7.
        static double Square(double y) => (y - (4.0 / 7)) * (y - (4.0 / 7)) / 49;
        static double Within(params double[] y) => y.Sum(one => (one - y.Average()) * (one - y.Average())) / 49;
        var expected = (17.0 / 20 * 3 / 2 * Within(1, 0, 1)) + (19.0 / 20 * Square(1)) + (17.0 / 20 * 3 / 2 * Within(0, 0, 1));
        Assert.Equal(expected, centred, 1e-15);
    }

    [Fact]
    public void Only_single_units_cannot_be_merged_into_a_variance()
    {
        var estimate = Estimate([0, 0, 0, 0, 0, 0, 0], Design.Clustered([9], SingleUnitPolicy.Merge), new int[7]);
        Assert.Equal(NotEstimableReason.TooFewRespondents, estimate.Variance.Reason);
        Assert.Equal(NotEstimableReason.TooFewRespondents, estimate.ProportionInterval(DesignProportionMethod.KornGraubard, Level.P95).Reason);
    }

    [Fact]
    public void A_census_of_every_stratum_is_exact()
    {
        var estimate = Estimate([0, 0, 0, 1, 1, 1, 1], Design.Stratified([3, 4], SingleUnitPolicy.Refuse));
        Assert.True(estimate.IsCensus);
        Assert.Equal(0, estimate.StandardError.Value);
        Assert.Equal(Interval.Point(4.0 / 7), estimate.ProportionInterval(DesignProportionMethod.Logit, Level.P95).Value);
        Assert.True(estimate.ToProportion(DesignProportionMethod.Wilson, Level.P95).IsCensus);
        Assert.Equal(NotEstimableReason.NoSamplingError, estimate.DesignEffect.Reason);
    }

    [Fact]
    public void A_census_stratum_adds_no_variance()
    {
        var half = Estimate([0, 0, 0, 1, 1, 1, 1], Design.Stratified([3, 40], SingleUnitPolicy.Refuse));
        Assert.False(half.IsCensus);
        double[] sampled = [1, 0, 0, 1];
        var within = sampled.Sum(y => (y - 0.5) * (y - 0.5)) / 49;
        Assert.Equal(36.0 / 40 * 4 / 3 * within, half.Variance.Value, 1e-15);
    }

    [Fact]
    public void A_stratum_nobody_was_sampled_from_is_named()
    {
        var frame = DesignFrame.Of(Design.Stratified([20, 20, 20], SingleUnitPolicy.Refuse), [0, 0, 2, 2], [], Weights.Ones(4));
        Assert.Equal([1], frame.EmptyStrata);
        Assert.False(frame.IsCensus);
    }

    [Fact]
    public void Design_weights_are_the_population_per_respondent()
    {
        var weights = Weights.OfDesign(Design.Stratified([10, 7], SingleUnitPolicy.Refuse), [0, 0, 1, 1, 1]);
        Assert.Equal(5, weights.ValueOf(0));
        Assert.Equal(7.0 / 3, weights.ValueOf(4), 1e-9);
        Assert.Equal(17, weights.Summarise().Sum, 1e-8);
        Assert.Throws<ArgumentException>(() => Weights.OfDesign(Design.WeightsOnly, [], 3));
        Assert.Throws<ArgumentException>(() => Weights.OfDesign(Design.Clustered([3], SingleUnitPolicy.Refuse), [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Weights([1, 0], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Weights.Rounded([double.NaN]));
        Assert.Throws<OverflowException>(() => Weights.Rounded([1e19]));
    }

    private static RatioEstimate Estimate(SingleUnitPolicy policy, long?[] sizes) => Estimate(SecondIsSingle, Design.Stratified(sizes, policy));

    private static RatioEstimate Estimate(int[] strata, Design design, int[]? units = null)
    {
        var builder = new DesignTallyBuilder(DesignFrame.Of(design, strata, units ?? [], Weights.Ones(Answers.Length)));
        for (var i = 0; i < Answers.Length; i++)
            builder.Add(i, Answers[i] > 0, Answers[i]);
        return RatioEstimate.Of(builder.ToTally()).Value;
    }
}
