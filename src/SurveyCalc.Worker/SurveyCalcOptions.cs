namespace SurveyCalc.Worker;

/// <summary>Settings of an installation, section <c>SurveyCalc</c> of appsettings.json or <c>SURVEYCALC_</c> variables.</summary>
public sealed class SurveyCalcOptions
{
    public const string Section = "SurveyCalc";

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
}
