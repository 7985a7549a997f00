using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>Reads a date (基準日, 改定日) as offices write it.</summary>
internal static partial class CountDate
{
    /// <summary>Fiscal year of 令和2年4月1日, R2.4.1, 2020-04-01, 2020/4/1, 20200401; null for anything else.</summary>
    public static FiscalYear? FiscalYearOf(string text)
    {
        if (DayOf(text) is not { } day) return null;
        var year = day.Month >= 4 ? day.Year : day.Year - 1;
        return year < 1926 ? null : new FiscalYear(year);
    }

    /// <summary>The day itself; null for anything else.</summary>
    public static DateOnly? DayOf(string text)
    {
        var match = Notation().Match(text.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal));
        if (!match.Success || !FiscalYear.TryParse(match.Groups["y"].Value, out var year)) return null;
        var (month, day) = (Number(match, "m"), Number(match, "d"));
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year.FirstYear, month)) return null;
        return new DateOnly(year.FirstYear, month, day);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^((?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})|(?<y>(令和|平成|昭和|[RrHhSs])?(元|[0-9]{1,4}))[年./-](?<m>[0-9]{1,2})[月./-](?<d>[0-9]{1,2})日?)(現在)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Notation();
}
