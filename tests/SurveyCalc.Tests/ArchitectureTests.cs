using System.Xml.Linq;

namespace SurveyCalc.Tests;

/// <summary>The arrows between the projects point one way: Statistics ← Indicators ← Storage ← Worker.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Order = ["SurveyCalc.Statistics", "SurveyCalc.Indicators", "SurveyCalc.Storage", "SurveyCalc.Worker"];

    [Fact]
    public void Source_holds_the_four_projects_and_no_other() =>
        Assert.Equal(Order.Order(StringComparer.Ordinal), Projects().Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Projects_refer_only_to_those_before_them()
    {
        foreach (var (project, references) in Projects())
        {
            var allowed = Order.TakeWhile(name => name != project).ToArray();
            var wrong = references.Except(allowed).ToArray();
            Assert.True(wrong.Length == 0, $"{project} must not refer to {string.Join(", ", wrong)}.");
        }
    }

    [Fact]
    public void Statistics_refers_to_no_project() => Assert.Empty(Projects()["SurveyCalc.Statistics"]);

    private static Dictionary<string, string[]> Projects() => Directory
        .EnumerateFiles(Path.Combine(Root(), "src"), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => XDocument.Load(file).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
                .ToArray());

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SurveyCalc.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No SurveyCalc.sln above {AppContext.BaseDirectory}.");
    }
}
