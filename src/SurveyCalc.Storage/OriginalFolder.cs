namespace SurveyCalc.Storage;

/// <summary>
/// Accepted response files, byte for byte, named by their SHA-256 (原本). A folder of its own, so that it can be guarded
/// more closely than the database: the files hold free text.
/// </summary>
public sealed class OriginalFolder(string path)
{
    /// <summary>Keeps the bytes from the stream's position on; a file that is there already is left as it is.</summary>
    public async Task KeepAsync(Stream content, string sha256, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var target = PathOf(sha256);
        if (!File.Exists(target)) await WriteAsync(content, target, sha256, cancellation);

        // What a program that was killed left of it is as personal as the file.
        foreach (var left in Directory.EnumerateFiles(path, $"{sha256}.*.part")) File.Delete(left);
        FailPoint.Pass("original.kept");
    }

    private async Task WriteAsync(Stream content, string target, string sha256, CancellationToken cancellation)
    {
        var part = Path.Combine(path, $"{sha256}.{Environment.ProcessId}.part");
        try
        {
            await using (var file = File.Create(part))
            {
                await content.CopyToAsync(file, cancellation);
                file.Flush(flushToDisk: true);
            }

            FailPoint.Pass("original.written");
            File.Move(part, target, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Whether it keeps these bytes.</summary>
    public bool Holds(string sha256) => File.Exists(PathOf(sha256));

    private string PathOf(string sha256) => Path.Combine(path, sha256 + ".csv");
}
