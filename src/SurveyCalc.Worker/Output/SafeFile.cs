namespace SurveyCalc.Worker.Output;

/// <summary>Writes files so that a reader sees the old content or the new one, never half of it.</summary>
internal static class SafeFile
{
    public static void Replace(string path, byte[] bytes)
    {
        var target = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var part = $"{target}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllBytes(part, bytes);
            File.Move(part, target, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
