using System.Globalization;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// Something in a file that its owner should know (問題点): where it is, what was found, what was expected and how to
/// mend it. Collected, never thrown. The wording of all of them stands in <see cref="ImportProblems"/>.
/// </summary>
/// <param name="Code">Stable code such as SC-I014; never used again for something else.</param>
/// <param name="Severity">Whether it blocks.</param>
/// <param name="File">File name without folder.</param>
/// <param name="Where">Cell, row or column; empty for the whole file.</param>
/// <param name="Found">The found value, shortened to 60 characters; empty when there is none.</param>
/// <param name="Message">What is wrong and what was expected, in Japanese.</param>
/// <param name="Remedy">What to do, in Japanese.</param>
public sealed record ImportProblem(
    string Code,
    Severity Severity,
    string File,
    CellPosition Where,
    string Found,
    string Message,
    string Remedy)
{
    /// <summary>「調査.csv 15行目 F列「問3」: 値「9」は…。…してください。[SC-I014]」</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}{Where}: {Message}{Remedy}[{Code}]");
}
