using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class LevelTests
{
    [Fact]
    public void Normal_quantile_has_full_precision()
    {
        Assert.Equal(1.6448536269514727, Level.P90.Z, 3e-16);
        Assert.Equal(1.959963984540054, Level.P95.Z, 5e-16);
        Assert.Equal(2.5758293035489008, Level.P99.Z, 5e-16);
    }

    // Closed forms: df 1 is the Cauchy distribution tan(π·level/2), df 2 is level·√(2/(1 − level²)).
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.95)]
    [InlineData(0.999)]
    [InlineData(0.999999)]
    public void Student_quantile_agrees_with_its_closed_forms(double level)
    {
        var cauchy = Math.Tan(Math.PI * level / 2);
        Assert.Equal(cauchy, new Level(level).T(1), 1e-9 * cauchy);
        var two = level * Math.Sqrt(2 / ((1 - level) * (1 + level)));
        Assert.Equal(two, new Level(level).T(2), 1e-9 * two);
    }

    [Fact]
    public void Student_quantile_approaches_the_normal_one_with_its_known_correction()
    {
        // Cornish and Fisher (1938): t = z + (z³ + z)/(4 df) + (5z⁵ + 16z³ + 3z)/(96 df²) + O(df⁻³)
        var z = Level.P95.Z;
        foreach (var df in new[] { 1e5, 1e6, 1e7, 1e9 })
        {
            var expected = z + (((z * z * z) + z) / (4 * df)) + (((5 * Math.Pow(z, 5)) + (16 * z * z * z) + (3 * z)) / (96 * df * df));
            Assert.Equal(expected, Level.P95.T(df), 2e-14);
        }

        Assert.Equal(z, Level.P95.T(double.PositiveInfinity));
    }

    [Fact]
    public void Student_probability_and_quantile_are_inverse() => Seeded.ForAll(200, random =>
    {
        var (level, df) = (random.Level(), Math.Pow(10, (random.NextDouble() * 7) - 0.5));
        var expected = 1 - level.Value;
        Assert.Equal(expected, Quantile.StudentTwoSided(level.T(df), df), 2e-13 * expected);
    });

    [Fact]
    public void Beta_quantile_agrees_with_its_closed_form() => Seeded.ForAll(200, random =>
    {
        // I_x(1, b) = 1 − (1 − x)^b
        var (tail, b) = (random.NextDouble() * 0.999 + 0.0005, Math.Pow(10, random.NextDouble() * 7));
        var expected = -Math.Exp(Math.Log(1 - tail) / b) + 1;
        Assert.Equal(expected, Quantile.BetaLower(tail, 1, b), 1e-14);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(95)]
    public void A_level_outside_of_0_and_1_is_refused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => new Level(value));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Student_needs_degrees_of_freedom(double df) => Assert.Throws<ArgumentOutOfRangeException>(() => Level.P95.T(df));

    [Fact]
    public void An_unset_level_is_the_usual_one() => Assert.Equal(Level.P95, default);

    [Fact]
    public void A_quantile_too_small_for_a_number_is_0_and_one_too_large_is_an_error()
    {
        Assert.Equal(0, Quantile.BetaLower(0.025, 0.001, 40));
        Assert.Equal(1, Quantile.BetaUpper(0.025, 40, 0.001));
        Assert.Throws<ArithmeticException>(() => Level.P95.T(0.001));
    }

    [Theory]
    [InlineData(double.NaN, 1, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(0.5, 0, 1)]
    [InlineData(0.5, 1, double.NaN)]
    public void Beta_quantile_refuses_what_it_cannot_answer(double tail, double a, double b) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.BetaLower(tail, a, b));
}
