using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SurveyCalc.Indicators.Waves;

/// <summary>
/// A Japanese fiscal year (年度), 1 April to 31 March, named by the calendar year it begins in. The era table is our own (<see cref="JapaneseEra"/>):
/// years written in an era that had ended (平成32年度) are read, since plans print them.
/// </summary>
public readonly partial record struct FiscalYear : IComparable<FiscalYear>
{
    /// <param name="firstYear">Calendar year of 1 April; 1926 to 2200.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public FiscalYear(int firstYear)
    {
        if (firstYear is < 1926 or > 2200)
            throw new ArgumentOutOfRangeException(nameof(firstYear), firstYear, "A fiscal year is between 1926 and 2200.");
        FirstYear = firstYear;
    }

    /// <summary>Calendar year in which it begins.</summary>
    public int FirstYear { get; }

    /// <summary>Era notation in full, such as 令和元年度.</summary>
    public override string ToString()
    {
        var era = Era();
        var year = FirstYear - era.Offset;
        return year == 1 ? era.Name + "元年度" : string.Create(CultureInfo.InvariantCulture, $"{era.Name}{year}年度");
    }

    /// <summary>Era notation in short, such as R1.</summary>
    public string ToShortString()
    {
        var era = Era();
        return string.Create(CultureInfo.InvariantCulture, $"{era.Letter}{FirstYear - era.Offset}");
    }

    public int CompareTo(FiscalYear other) => FirstYear.CompareTo(other.FirstYear);

    public static bool operator <(FiscalYear a, FiscalYear b) => a.FirstYear < b.FirstYear;

    public static bool operator >(FiscalYear a, FiscalYear b) => a.FirstYear > b.FirstYear;

    public static bool operator <=(FiscalYear a, FiscalYear b) => a.FirstYear <= b.FirstYear;

    public static bool operator >=(FiscalYear a, FiscalYear b) => a.FirstYear >= b.FirstYear;

    /// <summary>Reads 令和2年度, 令和元年, R2, H31, 平成31年度, 2020, 2020年度, full-width forms alike.</summary>
    /// <returns>False for anything else, and for an era year that cannot be.</returns>
    public static bool TryParse(string? text, out FiscalYear year)
    {
        year = default;
        if (string.IsNullOrWhiteSpace(text)) return false;
        var match = Notation().Match(text.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal));
        if (!match.Success) return false;
        var number = match.Groups["n"].Value is "元" ? 1 : int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
        var era = match.Groups["era"].Value.ToUpperInvariant();
        if (era.Length == 0)
        {
            if (number is < 1926 or > 2200) return false;
            year = new FiscalYear(number);
            return true;
        }

        if (number is < 1 or > 99) return false;
        year = new FiscalYear(JapaneseEra.All.First(e => era == e.Name || era[0] == e.Letter).Offset + number);
        return true;
    }

    /// <summary>The era its 元年度 to its last fiscal year is named by: 2019 is 令和元年度.</summary>
    private JapaneseEra Era()
    {
        var first = FirstYear;
        return JapaneseEra.All.FirstOrDefault(era => first >= era.FirstDay.Year)
            ?? throw new InvalidOperationException("A default FiscalYear has no era.");
    }

    [GeneratedRegex("^(?<era>令和|平成|昭和|[RrHhSs])?(?<n>元|[0-9]{1,4})(年度?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Notation();
}
