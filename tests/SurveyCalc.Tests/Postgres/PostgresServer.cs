using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace SurveyCalc.Tests.Postgres;

/// <summary>
/// A real PostgreSQL for tests: the server that SURVEYCALC_TEST_DB names, or a private cluster in a temporary folder that
/// listens on a unix socket only. One for the whole test run unless a test asks for its own.
/// </summary>
internal sealed class PostgresServer : IDisposable
{
    /// <summary>Connection string of a server whose user may create databases.</summary>
    public const string Variable = "SURVEYCALC_TEST_DB";

    private const string User = "app";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly Lazy<PostgresServer> OfRun = new(Start);

    private readonly string? folder;
    private readonly string? binaries;
    private readonly string connection;
    private Process? process;

    private PostgresServer(string connection) => this.connection = connection;

    private PostgresServer(string folder, string binaries)
    {
        (this.folder, this.binaries) = (folder, binaries);
        connection = $"Host={folder};Username={User};Database=postgres";
    }

    /// <summary>The server of this test run, started on first use.</summary>
    public static PostgresServer Shared => OfRun.Value;

    /// <summary>Why there is none here; null when there is one.</summary>
    public static string? Missing { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || BinaryFolder() is not null
            ? null
            : $"PostgreSQL is missing: install Debian's postgresql, or name a server in {Variable}.";

    /// <summary>Starts one, a private one unless <see cref="Variable"/> names another.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it does not start.</exception>
    public static PostgresServer Start() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? new PostgresServer(given) : StartPrivate();

    /// <summary>Starts a private one, which a test may stop and start again.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or it does not start.</exception>
    public static PostgresServer StartPrivate()
    {
        var binaries = BinaryFolder() ?? throw new InvalidOperationException(Missing ?? "A private PostgreSQL needs its programs.");
        var server = new PostgresServer(Directory.CreateTempSubdirectory("surveycalc-pg-").FullName, binaries);
        if (Environment.IsPrivilegedProcess) Run("chown", server.folder!, ["postgres", server.folder!]);
        Run(Path.Combine(binaries, "initdb"), server.folder!, [
            "-D", Path.Combine(server.folder!, "data"), "-A", "trust", "-U", User, "--no-sync", "-E", "UTF8", "--locale=C.UTF-8",
        ], asServer: true);
        server.Up();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    }

    /// <summary>Connection string of a new database: an empty one, or a copy of a template that nobody is connected to.</summary>
    public string CreateDatabase(string template = "template0")
    {
        var name = $"surveycalc_{Guid.NewGuid():N}";
        using var admin = NpgsqlDataSource.Create(connection);
        using var command = admin.CreateCommand($"create database {name} template {template} encoding 'UTF8'");
        command.ExecuteNonQuery();
        return new NpgsqlConnectionStringBuilder(connection) { Database = name }.ToString();
    }

    /// <summary>Starts the private server again after <see cref="Down"/>.</summary>
    public void Up()
    {
        process = Process.Start(Program(Path.Combine(binaries!, "postgres"), folder!, [
            "-D", Path.Combine(folder!, "data"), "-k", folder!, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200",
        ], asServer: true))!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var admin = NpgsqlDataSource.Create(connection);
                using var command = admin.CreateCommand("select 1");
                command.ExecuteNonQuery();
                return;
            }
            catch (NpgsqlException e)
            {
                if (waited.Elapsed > Patience || process.HasExited) throw new InvalidOperationException("The private PostgreSQL did not start.", e);
                Thread.Sleep(50);
            }
        }
    }

    /// <summary>Stops the private server: at once, as a restart of the machine would, or as its own restart does.</summary>
    public void Down(bool isOrderly = false)
    {
        if (process is null) return;
        Run("kill", folder!, [isOrderly ? "-INT" : "-QUIT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        process.WaitForExit(Patience);
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        if (folder is null || !Directory.Exists(folder)) return;
        Down();
        Directory.Delete(folder, recursive: true);
    }

    private static string? BinaryFolder()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Reverse() : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return debian.Select(d => Path.Combine(d, "bin")).Concat(path).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "postgres")));
    }

    private static void Run(string program, string folder, string[] arguments, bool asServer = false)
    {
        using var process = Process.Start(Program(program, folder, arguments, asServer))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} failed: {output.Result}{error.Result}");
    }

    /// <summary>PostgreSQL refuses to run as root, so root runs it as the user of Debian's package.</summary>
    private static ProcessStartInfo Program(string program, string folder, string[] arguments, bool asServer)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        if (asServer && Environment.IsPrivilegedProcess) start.UserName = "postgres";
        return start;
    }
}
