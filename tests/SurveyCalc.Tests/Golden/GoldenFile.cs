using System.Collections.Concurrent;
using System.Text.Json;

namespace SurveyCalc.Tests.Golden;

/// <summary>A file of reference values and the folder it comes from.</summary>
/// <remarks>
/// The folder is the one named by SURVEYCALC_GOLDEN_DIR, else the copy beside the tests. A given folder may hold only
/// some of the files; the copy beside the tests holds all of them.
/// </remarks>
public sealed class GoldenFile
{
    private static readonly ConcurrentDictionary<string, GoldenFile> Opened = new();
    private readonly Dictionary<string, GoldenCase> _byId;

    private GoldenFile(string name, JsonElement root)
    {
        Name = name;
        StatedCases = root.GetProperty("n_cases").GetInt32();
        Cases = [.. root.GetProperty("cases").EnumerateArray().Select(element => new GoldenCase(name, element))];
        _byId = Cases.ToDictionary(one => one.Id);
    }

    /// <summary>Folder in use.</summary>
    public static string Folder => IsFolderGiven ? GivenFolder! : Beside;

    /// <summary>True when the folder was named from outside.</summary>
    public static bool IsFolderGiven => !string.IsNullOrWhiteSpace(GivenFolder);

    /// <summary>File name.</summary>
    public string Name { get; }

    /// <summary>Number of cases the file says it has.</summary>
    public int StatedCases { get; }

    /// <summary>All cases, in the order of the file.</summary>
    public IReadOnlyList<GoldenCase> Cases { get; }

    private static string Beside => Path.Combine(AppContext.BaseDirectory, "Golden", "files");

    private static string? GivenFolder => Environment.GetEnvironmentVariable("SURVEYCALC_GOLDEN_DIR");

    /// <summary>True when the folder holds the file.</summary>
    public static bool Exists(string name) => File.Exists(Path.Combine(Folder, name));

    /// <summary>Reads a file once.</summary>
    public static GoldenFile Open(string name) => Opened.GetOrAdd(Path.Combine(Folder, name), path =>
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new GoldenFile(name, document.RootElement.Clone());
    });

    /// <summary>Path of a data file (CSV) that cases refer to; the copy beside the tests stands in for one that the folder lacks.</summary>
    public static string DataPath(string name) =>
        File.Exists(Path.Combine(Folder, "data", name)) ? Path.Combine(Folder, "data", name) : Path.Combine(Beside, "data", name);

    /// <summary>The case of an id.</summary>
    public GoldenCase Case(string id) => _byId[id];
}
