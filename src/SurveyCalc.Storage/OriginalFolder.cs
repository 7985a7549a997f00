namespace SurveyCalc.Storage;

/// <summary>
/// Accepted response files, byte for byte, named by their SHA-256 (原本). A folder of its own, so that it can be guarded
/// more closely than the database: the files hold free text.
/// </summary>
public sealed class OriginalFolder(string path)
{
    /// <summary>
    /// Keeps the bytes from the stream's position on; a file that is there already is left as it is. Any number of workers
    /// may keep the same bytes at once.
    /// </summary>
    public async Task KeepAsync(Stream content, string sha256, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (!Holds(sha256)) await WriteAsync(content, sha256, cancellation);

        // What a program that was killed left of it is as personal as the file.
        foreach (var left in Directory.EnumerateFiles(path, $"{sha256}.*.part")) TryDelete(left);
        FailPoint.Pass("original.kept");
    }

    private async Task WriteAsync(Stream content, string sha256, CancellationToken cancellation)
    {
        var part = Path.Combine(path, $"{sha256}.{Guid.NewGuid():N}.part");
        try
        {
            await using (var file = File.Create(part))
            {
                await content.CopyToAsync(file, cancellation);
                file.Flush(flushToDisk: true);
            }

            FailPoint.Pass("original.written");
            File.Move(part, PathOf(sha256), overwrite: true);
        }
        catch (FileNotFoundException) when (Holds(sha256))
        {
            // Another worker kept the same bytes first, and took this part for one that was left behind.
        }
        finally
        {
            TryDelete(part);
        }
    }

    private static void TryDelete(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (IOException)
        {
            // Another worker still writes it, and removes it by itself.
        }
    }

    /// <summary>Whether it keeps these bytes.</summary>
    public bool Holds(string sha256) => File.Exists(PathOf(sha256));

    private string PathOf(string sha256) => Path.Combine(path, sha256 + ".csv");
}
