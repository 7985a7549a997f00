namespace SurveyCalc.Indicators.Definitions;

/// <summary>A folder of definition files, in and out.</summary>
public static class DefinitionFolder
{
    /// <summary>Reads the definition files of a folder, not of the folders below it.</summary>
    /// <returns>A missing folder is a problem of the outcome, not an exception.</returns>
    /// <exception cref="IOException">A file cannot be opened, for instance because it is open in a spreadsheet.</exception>
    public static DefinitionRead Read(string folder)
    {
        if (!Directory.Exists(folder)) return new DefinitionRead(DefinitionSet.Empty, [DefinitionProblems.FolderMissing(folder)]);
        var files = new List<(string Name, Stream Content)>();
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder).Where(p => DefinitionSchema.OfFile(Path.GetFileName(p)) is not null))
                files.Add((Path.GetFileName(path), new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)));
            return DefinitionFiles.Read(files);
        }
        finally
        {
            foreach (var file in files) file.Content.Dispose();
        }
    }

    /// <summary>
    /// Writes one file per kind, UTF-8 with byte order mark and CRLF, in place of the files of these names. Reading the
    /// folder back gives the same items.
    /// </summary>
    /// <returns>Paths of the files written.</returns>
    /// <exception cref="OperatorException">
    /// The folder holds other definition files (指標_2.csv), which would be read together with the written ones.
    /// </exception>
    public static IReadOnlyList<string> Write(string folder, DefinitionSet definitions) =>
        Write(folder, [.. DefinitionSchema.All.Select(s => DefinitionCsv.Write(s, definitions))]);

    internal static IReadOnlyList<string> Write(string folder, IReadOnlyList<DefinitionFile> files)
    {
        Directory.CreateDirectory(folder);
        var names = files.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var other = Directory.EnumerateFiles(folder).Select(p => Path.GetFileName(p))
            .FirstOrDefault(n => DefinitionSchema.OfFile(n) is not null && !names.Contains(n));
        if (other is not null)
            throw new OperatorException($"{folder} には別の定義ファイル {other} があり、書き出したものと一緒に読まれてしまいます。別のフォルダーを指定するか、そのファイルを移してください。");
        var paths = new List<string>();
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Name);
            File.WriteAllBytes(path, file.Content);
            paths.Add(path);
        }

        return paths;
    }
}
