using SurveyCalc.Worker.Webhooks;

namespace SurveyCalc.Worker;

/// <summary>Settings of an installation, section <c>SurveyCalc</c> of appsettings.json or <c>SURVEYCALC_</c> variables.</summary>
public sealed class SurveyCalcOptions
{
    public const string Section = "SurveyCalc";
    public const string TextLog = "text", JsonLog = "json";

    /// <summary>Folder of the embedded database and the kept originals, relative to the working folder.</summary>
    public string DataFolder { get; set; } = "surveycalc-data";

    /// <summary>
    /// Connection string of a PostgreSQL database, such as <c>Host=db;Database=surveycalc;Username=surveycalc_service</c>;
    /// empty for the embedded database in <see cref="DataFolder"/>.
    /// </summary>
    public string Database { get; set; } = "";

    /// <summary>
    /// Whether accepted files are kept unchanged as evidence, beside the database and not in it. They hold everything the
    /// file held, free text included.
    /// </summary>
    public bool KeepOriginals { get; set; } = true;

    /// <summary>
    /// Days for which a received file stays in the staging folder after its runs have ended; the night removes it then. Never
    /// one that a run still needs, nor one that should be kept as an original and is not.
    /// </summary>
    public int StagedDays { get; set; } = 30;

    /// <summary>
    /// Whether the person who proposes a correction may also approve it (一人の職場). The revision then says so. False needs
    /// a second person.
    /// </summary>
    public bool OnePersonOffice { get; set; }

    /// <summary>Most bytes of one uploaded file.</summary>
    public long UploadLimit { get; set; } = 200L * 1024 * 1024;

    /// <summary>Where the service listens; only on this machine unless told otherwise, a TLS proxy stands before it.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>When the nightly recomputation runs: seconds, minutes, hours, day, month, weekday, in Japan's time.</summary>
    public string Nightly { get; set; } = "0 0 2 * * ?";

    /// <summary>Folder from which files are taken in; empty for none.</summary>
    public string DropFolder { get; set; } = "";

    /// <summary>Time between two looks into <see cref="DropFolder"/>: a file that is the same in both is complete.</summary>
    public TimeSpan DropInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Form of the service's log: <see cref="TextLog"/> for people, <see cref="JsonLog"/> for what collects logs.</summary>
    public string LogFormat { get; set; } = TextLog;

    /// <summary>How many runs this process works on at a time.</summary>
    public int ParallelRuns { get; set; } = 2;

    /// <summary>Time between two looks into the queue when it was empty.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A worker without a sign of life for so long has lost its run to another.</summary>
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a run is tried when what stopped it may pass by itself.</summary>
    public int Attempts { get; set; } = 6;

    /// <summary>Pause after the first failed attempt; it doubles with each further one.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest pause between two attempts.</summary>
    public TimeSpan MostDelay { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Where new revisions are sent (配信先).</summary>
    public IList<WebhookOptions> Webhooks { get; } = [];

    /// <summary>Hosts that <see cref="Webhooks"/> may name, each as host or host:port; without a port, 80 and 443.</summary>
    public IList<string> WebhookHosts { get; } = [];

    /// <summary>Attempts before a message is dead and the next follows; 30 take about three days.</summary>
    public int WebhookAttempts { get; set; } = 30;
}
