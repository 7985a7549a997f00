using System.Text.Json.Serialization;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>What a printed year says; a closed set. Calendar years (年) and fiscal years (年度) are never mixed up.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Fiscal), "fiscalYear")]
[JsonDerivedType(typeof(Suspect), "suspectedMisprint")]
[JsonDerivedType(typeof(CalendarYear), "calendarYear")]
[JsonDerivedType(typeof(CalendarMonth), "month")]
[JsonDerivedType(typeof(Day), "day")]
[JsonDerivedType(typeof(DayOfYear), "dayOfUnnamedYear")]
[JsonDerivedType(typeof(FiscalRange), "fiscalYearRange")]
[JsonDerivedType(typeof(CalendarRange), "calendarYearRange")]
[JsonDerivedType(typeof(Transition), "transition")]
public abstract record YearMeaning
{
    private YearMeaning()
    {
    }

    /// <summary>The one fiscal year this belongs to; null where there is none, several, or a person must decide.</summary>
    public virtual FiscalYear? FiscalYear => null;

    /// <summary>令和2年度, R2, 平成20年度後半.</summary>
    public sealed record Fiscal(FiscalYear Year, YearPart Part) : YearMeaning
    {
        public override FiscalYear? FiscalYear => Year;
    }

    /// <summary>平成2年度 between 令和3 and 令和5年度: one of two years, and a person must say which.</summary>
    /// <param name="PrintedYear">As the letters say.</param>
    /// <param name="Intended">What the years around it suggest.</param>
    public sealed record Suspect(FiscalYear PrintedYear, FiscalYear Intended) : YearMeaning;

    /// <summary>平成30年: a calendar year, or a fiscal year that lost its 度; no fiscal year is derived.</summary>
    public sealed record CalendarYear(int Year) : YearMeaning;

    /// <summary>平成27年9月.</summary>
    public sealed record CalendarMonth(int Year, int Month) : YearMeaning
    {
        public override FiscalYear? FiscalYear => new FiscalYear(Month >= 4 ? Year : Year - 1);
    }

    /// <summary>H28.4.1, 平成28年3月末, 27年度末.</summary>
    public sealed record Day(DateOnly Date) : YearMeaning
    {
        public override FiscalYear? FiscalYear => new FiscalYear(Date.Month >= 4 ? Date.Year : Date.Year - 1);
    }

    /// <summary>1月1日現在: the year stands elsewhere.</summary>
    public sealed record DayOfYear(int Month, int DayOfMonth) : YearMeaning;

    /// <summary>令和2～6年度; null where the range is open (令和4年度から).</summary>
    public sealed record FiscalRange(FiscalYear? From, FiscalYear? To) : YearMeaning;

    /// <summary>平成23年～27年, 昭和40～50年代 (1965 to 1984): calendar years, both included.</summary>
    public sealed record CalendarRange(int From, int To) : YearMeaning;

    /// <summary>H30⇒R1: from one fiscal year to another.</summary>
    public sealed record Transition(FiscalYear From, FiscalYear To) : YearMeaning;
}
