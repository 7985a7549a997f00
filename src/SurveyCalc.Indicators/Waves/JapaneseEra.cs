namespace SurveyCalc.Indicators.Waves;

/// <summary>An era of the Japanese calendar (元号) since 昭和, from our own table.</summary>
/// <param name="Name">Written name, such as 令和.</param>
/// <param name="Letter">Initial in short notations, such as R.</param>
/// <param name="Offset">Calendar year of its year 0: 令和2 is <c>Offset + 2</c>.</param>
/// <param name="FirstDay">First day of its year 1 (元年).</param>
/// <param name="LastDay">Last day; null for the era that runs.</param>
public sealed record JapaneseEra(string Name, char Letter, int Offset, DateOnly FirstDay, DateOnly? LastDay)
{
    /// <summary>All eras, the running one first.</summary>
    public static IReadOnlyList<JapaneseEra> All { get; } =
    [
        new("令和", 'R', 2018, new DateOnly(2019, 5, 1), null),
        new("平成", 'H', 1988, new DateOnly(1989, 1, 8), new DateOnly(2019, 4, 30)),
        new("昭和", 'S', 1925, new DateOnly(1926, 12, 25), new DateOnly(1989, 1, 7)),
    ];

    /// <summary>True when a fiscal year was ever printed under this era: its 1 April lies before the era ended.</summary>
    public bool Knew(FiscalYear year) => LastDay is not { } last || new DateOnly(year.FirstYear, 4, 1) <= last;

    /// <summary>True when the era ran on a day of that month.</summary>
    public bool Ran(int year, int month) =>
        new DateOnly(year, month, DateTime.DaysInMonth(year, month)) >= FirstDay && (LastDay is not { } last || new DateOnly(year, month, 1) <= last);
}
