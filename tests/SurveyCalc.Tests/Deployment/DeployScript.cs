using System.Diagnostics;
using Npgsql;

namespace SurveyCalc.Tests.Deployment;

/// <summary>A script of <c>deploy/</c> at a shell.</summary>
internal static class DeployScript
{
    /// <summary>Runs one with the database as libpq names it.</summary>
    public static async Task<(int Exit, string Out, string Error)> RunAsync(string script, string connection, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [PathOf(script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        var settings = new NpgsqlConnectionStringBuilder(connection);
        start.Environment["DATABASE"] = $"host={settings.Host} port={settings.Port} user={settings.Username} dbname={settings.Database}";
        if (settings.Password is { } password) start.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Where a file of <c>deploy/</c> lies.</summary>
    public static string PathOf(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "deploy", name))) return Path.Combine(folder.FullName, "deploy", name);
        throw new FileNotFoundException(name);
    }
}
