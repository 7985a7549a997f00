namespace SurveyCalc.Tests.Demo;

/// <summary>
/// With <c>SURVEYCALC_WRITE_DEMO=1</c> the first test writes the files instead of comparing them:
/// <c>SURVEYCALC_WRITE_DEMO=1 dotnet test --filter The_shipped_demo_files</c>.
/// </summary>
public sealed class DemoCityFilesTests
{
    [Fact]
    public void The_shipped_demo_files_are_what_the_generator_writes()
    {
        var writes = Environment.GetEnvironmentVariable("SURVEYCALC_WRITE_DEMO") == "1";
        var different = new List<string>();
        foreach (var (name, bytes) in DemoCity.Files())
        {
            var path = Path.Combine(DemoCity.Folder(), name);
            if (writes) File.WriteAllBytes(path, bytes);
            else if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes)) different.Add(name);
        }

        Assert.Empty(different);
    }

    [Fact]
    public void The_demo_stays_small()
    {
        var bytes = new DirectoryInfo(DemoCity.Folder()).EnumerateFiles().Sum(file => file.Length);
        Assert.InRange(bytes, 1, 1_500_000);
    }

    [Fact]
    public void Every_definition_file_begins_by_saying_that_the_city_is_invented()
    {
        string[] definitions = ["調査.csv", "符号表_市民意識調査.csv", "符号表_職員意識調査.csv", "取込設定.csv", "母集団.csv", "指標.csv", "計画値.csv"];
        foreach (var name in definitions)
        {
            var text = File.ReadAllText(Path.Combine(DemoCity.Folder(), name));
            Assert.StartsWith(DemoCodeBookFile.Source + "\r\n", text, StringComparison.Ordinal);
        }
    }
}
