namespace SurveyCalc.Tests.Demo;

/// <summary>
/// The generator of the demo city 見本市 (an invented city). Its indicators follow a published document
/// (小諸市 第11次基本計画 施策評価, 令和2年度); nobody ever gave its answers.
/// </summary>
/// <remarks>
/// How the files are made: (1) for every question and wave the counts are written down first (<see cref="DemoTopics"/>,
/// <see cref="DemoCitizenForm"/>, <see cref="DemoStaffForm"/>), chosen so that the numerator over the base rounds (half away from
/// zero) to the printed figure; (2) <see cref="DemoDealer"/> deals the counts to invented people with a fixed seed per
/// wave; (3) a few faults of real questionnaires are added where they change no printed figure; (4)
/// <see cref="DemoResponseFile"/> writes every wave in another layout and <see cref="DemoCodeBookFile"/> the code books.
/// The other definition files are kept by hand.
/// </remarks>
internal static class DemoCity
{
    /// <summary>Generated files: name and bytes.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files()
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var waves in (IReadOnlyList<DemoWave>[])[DemoCitizens.Waves, DemoStaff.Waves])
        {
            files.Add($"符号表_{waves[0].Survey}.csv", DemoCodeBookFile.Bytes(waves));
            foreach (var wave in waves) files.Add(wave.FileName, DemoResponseFile.Bytes(wave));
        }

        return files;
    }

    /// <summary>The folder of the shipped files in the working copy.</summary>
    public static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SurveyCalc.sln")))
                return Path.Combine(folder.FullName, "src", "SurveyCalc.Worker", "demo");
        throw new InvalidOperationException("SurveyCalc.sln is in no folder above the tests.");
    }
}
