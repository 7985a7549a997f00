namespace SurveyCalc.Tests.Golden;

/// <summary>Calibrated weights per respondent against the weight files, and the two variances of raking against each other.</summary>
public sealed class GoldenCalibrationTests
{
    private const double Absolute = 1e-9;
    private const double Relative = 1e-8;

    [Theory]
    [InlineData(2023, "poststrat")]
    [InlineData(2023, "rake")]
    [InlineData(2023, "cal_linear")]
    [InlineData(2023, "cal_raking")]
    [InlineData(2024, "poststrat")]
    [InlineData(2024, "rake")]
    [InlineData(2024, "cal_linear")]
    [InlineData(2024, "cal_raking")]
    public void Golden_weights_of_every_respondent(int year, string design)
    {
        if (GoldenFile.IsFolderGiven && !File.Exists(GoldenFile.DataPath($"weights_{year}.csv")))
            return;
        var (calibration, expected) = (GoldenDesigns.Calibration($"city_{year}.csv", design), GoldenDesigns.Table($"weights_{year}.csv"));
        Assert.Equal(expected.Rows.Count, calibration.Weights.Count);
        for (var i = 0; i < expected.Rows.Count; i++)
        {
            var weight = expected.Real(expected.Rows[i], design);
            Assert.InRange(calibration.Weights.ValueOf(i), weight - Absolute - (Relative * weight), weight + Absolute + (Relative * weight));
        }

        Assert.True(calibration.MaxMarginError < 1e-11, $"A margin is off by {calibration.MaxMarginError}.");
    }

    [Theory]
    [InlineData("03_weighted_city.json")]
    [InlineData("06_scores.json")]
    public void Golden_variance_of_rake_is_within_its_stated_distance(string file)
    {
        if (GoldenFile.IsFolderGiven && !GoldenFile.Exists(file))
            return;
        foreach (var one in GoldenFile.Open(file).Cases.Where(one => one.Method == "estimate" && one.Text("design") == "rake"))
        {
            var estimate = GoldenDesigns.Estimate(one.Text("dataset"), "rake", one.Text("indicator"), one.Text("domain"));
            var error = one.Expected.GetProperty("se").GetDouble();
            Assert.InRange(estimate.StandardError.Value, error * 0.999, error * 1.001);
            Assert.Equal(one.Expected.GetProperty("df").GetDouble(), estimate.DegreesOfFreedom);
        }
    }
}
