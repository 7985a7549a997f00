using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>The code books of all files, and which of their questions could not be read.</summary>
/// <param name="CodeBooks">With the readable questions.</param>
/// <param name="Broken">Wave and normalised id of questions that stand in the files but have faults.</param>
/// <param name="IsComplete">False when rows could not even be given to a question, so that nothing can be called missing.</param>
internal sealed record CodeBookRead(
    IReadOnlyList<CodeBook> CodeBooks, IReadOnlySet<(WaveKey Wave, string Question)> Broken, bool IsComplete)
{
    public IEnumerable<CodeBook> Of(string survey) => CodeBooks.Where(b => b.Wave.Survey == survey).OrderBy(b => b.Wave.FiscalYear);

    /// <summary>True when a fault of the question may have been reported already, so that its absence need not be.</summary>
    public bool IsBroken(WaveKey wave, string question) => !IsComplete || Broken.Contains((wave, LabelText.Normalize(question)));
}
