using System.Diagnostics;
using SurveyCalc.Tests.Postgres;

namespace SurveyCalc.Tests.Service;

/// <summary>A fact on PostgreSQL that needs a small disk of its own, which only root may mount; skipped with a message elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TmpfsFactAttribute : FactAttribute
{
    private static readonly string? Missing = Find();

    public TmpfsFactAttribute() => Skip = NeedsPostgresAttribute.Skip ?? Missing;

    private static string? Find()
    {
        var folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;
        try
        {
            using (Tmpfs.Mount(folder, "1m"))
                return null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return $"A tmpfs cannot be mounted here, so no disk can be filled: {fault.Message}";
        }
        finally
        {
            Directory.Delete(folder);
        }
    }
}

/// <summary>A small disk in memory.</summary>
internal sealed class Tmpfs : IDisposable
{
    private readonly string folder;

    private Tmpfs(string folder) => this.folder = folder;

    /// <exception cref="InvalidOperationException">Not permitted.</exception>
    public static Tmpfs Mount(string folder, string size)
    {
        Directory.CreateDirectory(folder);
        Run("mount", "-t", "tmpfs", "-o", $"size={size}", "none", folder);
        return new Tmpfs(folder);
    }

    public void Enlarge(string size) => Run("mount", "-o", $"remount,size={size}", folder);

    public void Dispose() => Run("umount", "-l", folder);

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException(error.Trim());
    }
}
