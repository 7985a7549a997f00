using CsvHelper;

namespace SurveyCalc.Tests.Scenarios.RealData;

/// <summary>
/// Published survey data that nobody of this project made. The files are read where they are and are not part of the
/// repository: the folder is the one named by SURVEYCALC_REALDATA_DIR, else <c>shared/realdata</c> beside the repository.
/// </summary>
internal static class RealDataFolder
{
    public static string Location => IsGiven ? GivenFolder! : Path.GetFullPath(Path.Combine(Repository(), "..", "shared", "realdata"));

    /// <summary>True when the folder was named from outside; then its absence is a failure, not a reason to skip.</summary>
    public static bool IsGiven => !string.IsNullOrWhiteSpace(GivenFolder);

    private static string? GivenFolder => Environment.GetEnvironmentVariable("SURVEYCALC_REALDATA_DIR");

    public static string PathOf(string file) => Path.Combine(Location, file);

    /// <summary>All rows of a CSV file as texts, the header included, with nothing of the product.</summary>
    public static IReadOnlyList<string[]> Rows(string file)
    {
        using var stream = File.OpenRead(PathOf(file));
        using var reader = CsvReader.Create(stream, new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SurveyCalc.sln")))
                return folder.FullName;
        throw new InvalidOperationException("SurveyCalc.sln is in no folder above the tests.");
    }
}
