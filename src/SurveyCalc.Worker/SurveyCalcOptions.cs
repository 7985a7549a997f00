namespace SurveyCalc.Worker;

/// <summary>Settings of an installation, section <c>SurveyCalc</c> of appsettings.json or <c>SURVEYCALC_</c> variables.</summary>
public sealed class SurveyCalcOptions
{
    public const string Section = "SurveyCalc";

    /// <summary>Folder of the embedded database and the kept originals, relative to the working folder.</summary>
    public string DataFolder { get; set; } = "surveycalc-data";

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
}
