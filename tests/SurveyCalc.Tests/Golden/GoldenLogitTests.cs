using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Golden;

/// <summary>
/// The logit cases whose reference overflowed (see <see cref="GoldenRules.IsReferenceOverflow"/>), from the formula the file
/// states, expit(log(x/(n−x)) ± z·sqrt(n/(x(n−x)))), computed with 50 decimal digits. Tolerance: that of the file.
/// </summary>
public sealed class GoldenLogitTests
{
    [Theory]
    [InlineData(123456, 250000, 0.9, 0.4921793446256647, 0.4954687890488619)]
    [InlineData(123456, 250000, 0.95, 0.49186429047224545, 0.49578389932460787)]
    [InlineData(123456, 250000, 0.99, 0.49124855388733735, 0.49639977392383433)]
    [InlineData(3333333, 10000000, 0.9, 0.3330881448135806, 0.333578545371204)]
    [InlineData(3333333, 10000000, 0.95, 0.33304118987948267, 0.3336255381691396)]
    [InlineData(3333333, 10000000, 0.99, 0.3329494286934664, 0.33371739246970616)]
    [InlineData(5000000, 10000000, 0.9, 0.49973992582951693, 0.500260074170483)]
    [InlineData(5000000, 10000000, 0.95, 0.4996901025235297, 0.5003098974764704)]
    [InlineData(5000000, 10000000, 0.99, 0.4995927257169231, 0.5004072742830769)]
    public void Golden_logit_interval_of_large_counts_follows_the_stated_formula(long x, long n, double level, double lower, double upper)
    {
        var interval = Logit.Interval(x, n, new Level(level)).Value;
        Assert.InRange(interval.Lower, lower - 1e-12 - (1e-9 * lower), lower + 1e-12 + (1e-9 * lower));
        Assert.InRange(interval.Upper, upper - 1e-12 - (1e-9 * upper), upper + 1e-12 + (1e-9 * upper));
    }
}
