namespace SurveyCalc.Tests.Golden;

/// <summary>Turns a file of reference values into theory rows, one case each, and checks a row.</summary>
public static class GoldenTheory
{
    private const string Absent = "file absent: ";

    /// <summary>Ids of the asserted cases. A file that is absent gives one row that says so.</summary>
    public static TheoryData<string> Rows(string file) => Rows(file, _ => true);

    /// <summary>Ids of the asserted cases that fulfil a condition.</summary>
    public static TheoryData<string> Rows(string file, Func<GoldenCase, bool> condition)
    {
        if (!GoldenFile.Exists(file))
            return [Absent + file];
        return [.. GoldenFile.Open(file).Cases.Where(GoldenRules.IsAsserted).Where(condition).Select(one => one.Id)];
    }

    /// <summary>Computes a case and compares. A method the runner does not know fails.</summary>
    public static void Check(string file, string id, Func<GoldenCase, GoldenOutcome> compute)
    {
        if (id.StartsWith(Absent, StringComparison.Ordinal))
        {
            Assert.True(GoldenFile.IsFolderGiven, $"{file} belongs beside the tests but is not in {GoldenFile.Folder}.");
            return;
        }

        var one = GoldenFile.Open(file).Case(id);
        compute(one).Verify(one);
    }

    /// <summary>The failure of a runner that meets a method it does not know.</summary>
    public static Exception Unknown(GoldenCase one) => new NotSupportedException($"{one.File}, {one.Id}: the runner has no method {one.Method}.");
}
