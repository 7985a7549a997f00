using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>One year or date as its letters say, before its era is settled.</summary>
/// <param name="Era">The era printed; null when none is, also for western years.</param>
/// <param name="Number">Year within the era, or western year (four digits).</param>
/// <param name="Word">年度, 年, 年代, 年度末, or "" (R2, 27決算).</param>
/// <param name="Month">1 to 12; null when not printed.</param>
/// <param name="Day">Day of the month, 31 standing for 末 with <paramref name="AtEnd"/>; null when not printed.</param>
/// <param name="AtEnd">末 is printed.</param>
/// <param name="Western">The western year printed in brackets beside it.</param>
/// <param name="Part">Half of the year.</param>
/// <param name="ByLetter">The era is an initial (R2), which plans use for fiscal years.</param>
internal sealed record YearPoint(
    JapaneseEra? Era, int Number, string Word, int? Month = null, int? Day = null, bool AtEnd = false, int? Western = null, YearPart Part = YearPart.Whole,
    bool ByLetter = false)
{
    public bool IsWestern => Number >= 1000;

    public bool NeedsEra => Era is null && !IsWestern;

    /// <summary>Calendar year, once the era is settled.</summary>
    public int CalendarYear => Era is { } era ? era.Offset + Number : Number;
}
