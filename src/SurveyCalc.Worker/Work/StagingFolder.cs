using System.Security.Cryptography;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage;

namespace SurveyCalc.Worker.Work;

/// <summary>
/// Where received files wait (受付フォルダー), each under the SHA-256 of its bytes, so that no name of a sender touches the
/// disk. Workers that share a database must share this folder.
/// </summary>
internal sealed class StagingFolder(string folder)
{
    private const string Ending = ".csv", Leaving = ".leaving";
    private const int Sha256Name = 64 + 4;

    /// <summary>Streams a file to the disk; it is there in full, or not at all.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="fileName">Name the sender gave it; kept as metadata without its folders.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="cancellation">Stops between blocks; nothing remains then.</param>
    /// <exception cref="OperatorException">It is larger than <paramref name="limit"/>.</exception>
    public async Task<ReceivedFile> ReceiveAsync(Stream content, string fileName, long limit, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        try
        {
            var size = 0L;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                var block = new byte[81920];
                for (int read; (read = await content.ReadAsync(block, cancellation)) > 0;)
                {
                    size += read;
                    if (size > limit) throw new OperatorException($"ファイルが大きすぎます(上限 {limit:N0} バイト)。分けるか、設定の UploadLimit を上げてください。");
                    hash.AppendData(block, 0, read);
                    await file.WriteAsync(block.AsMemory(0, read), cancellation);
                }

                file.Flush(flushToDisk: true);
            }

            FailPoint.Pass("staging.written");
            var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            File.Move(part, PathOf(sha256), overwrite: true);
            FailPoint.Pass("staging.moved");
            return new ReceivedFile(Path.GetFileName(fileName.Replace('\\', '/')), sha256, size);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Opens a received file.</summary>
    /// <exception cref="FileNotFoundException">It is no longer there.</exception>
    public FileStream Open(string sha256) => new(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>
    /// SHA-256 of the received files that were last written before a time. What a process left behind that ended in the
    /// middle is set right: parts of files are removed, and files on their way out are put back.
    /// </summary>
    public IReadOnlyList<string> FindBefore(DateTimeOffset time)
    {
        var files = new DirectoryInfo(folder);
        if (!files.Exists) return [];
        foreach (var file in files.GetFiles("*" + Leaving)) PutBack(file.FullName);
        foreach (var file in files.GetFiles("*.part"))
            if (file.LastWriteTimeUtc < time) file.Delete();
        return [.. files.EnumerateFiles("*.csv").Where(f => f.LastWriteTimeUtc < time && f.Name.Length == Sha256Name).Select(f => f.Name[..^Ending.Length])];
    }

    /// <summary>Removes a received file, unless it came in again since <paramref name="before"/>.</summary>
    /// <returns>Whether it is gone.</returns>
    /// <remarks>It is taken aside first: between a look at its age and its removal it could be replaced.</remarks>
    public bool Remove(string sha256, DateTimeOffset before)
    {
        var leaving = PathOf(sha256) + Leaving;
        if (!TryMove(PathOf(sha256), leaving)) return false;
        if (File.GetLastWriteTimeUtc(leaving) >= before)
        {
            PutBack(leaving);
            return false;
        }

        File.Delete(leaving);
        return true;
    }

    /// <summary>Path for what belongs to a run, such as its list of problems.</summary>
    public string PathBeside(long runId, string name) => Path.Combine(folder, $"{runId}-{name}");

    private string PathOf(string sha256) => Path.Combine(folder, sha256 + Ending);

    /// <summary>A file that came in meanwhile under the same name has the same bytes.</summary>
    private static void PutBack(string leaving)
    {
        if (!TryMove(leaving, leaving[..^Leaving.Length])) File.Delete(leaving);
    }

    private static bool TryMove(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: false);
            return true;
        }
        catch (IOException) when (!File.Exists(from) || File.Exists(to))
        {
            return false; // another worker was first
        }
    }
}
