using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// A number in one cell: digits, a sign, a point and up to <see cref="ImportLimits.NumberPlaces"/> decimals; below 10^12.
/// Commas, units, exponents and dates are refused, since a wrong guess would be another number.
/// </summary>
internal sealed partial class NumberCoder(
    Question question, int column, MissingValues missing, CellText text, AnswerColumnBuilder answers, int remembered)
    : SingleCellCoder(question, column, text, answers, remembered)
{
    private const decimal Limit = 1_000_000_000_000m;

    protected override CellReading Interpret(string cell, RowFindings row)
    {
        var choice = Choices.Find(cell, out _);
        if (choice >= 0 && Question.Choices[choice].Role is not AnswerRole.Substantive) return Reading(WithoutContent(Question.Choices[choice].Role));
        if (missing.Find(cell, out var respelled) is { } role)
            return Reading(WithoutContent(role), respelled ? ImportProblems.Respelled(row.File, cell, ChoiceIndex.PlainNumber(cell)!) : null);

        var trimmed = ChoiceIndex.Trim(cell);
        var plain = trimmed.Normalize(NormalizationForm.FormKC).Replace('\u2212', '-');
        if (!Plain().IsMatch(plain)) return Unknown(Explain(cell, plain, row));
        if (plain.TrimStart('+', '-').IndexOf('.') is var point && (point < 0 ? plain.Length : point) > 20)
            return Unknown(ImportProblems.NumberTooLarge(row.File, cell, row.Policy));
        if (plain.Contains('.')) plain = plain.TrimEnd('0').TrimEnd('.');
        if (plain.Contains('.') && plain.Length - plain.IndexOf('.') - 1 > ImportLimits.NumberPlaces)
            return Unknown(ImportProblems.NumberTooFine(row.File, cell, ImportLimits.NumberPlaces, row.Policy));
        var number = decimal.Parse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (number is >= Limit or <= -Limit) return Unknown(ImportProblems.NumberTooLarge(row.File, cell, row.Policy));
        number = number == 0 ? 0 : number / 1.0000000000000000000000000000m;
        return Reading(Answer.Of(number), Ascii.IsValid(trimmed) ? null : ImportProblems.Respelled(row.File, cell, plain));
    }

    private static ImportProblem Explain(string cell, string plain, RowFindings row)
    {
        if (WithCommas().IsMatch(plain)) return ImportProblems.NumberWithCommas(row.File, cell, row.Policy);
        var unit = WithUnit().Match(plain);
        return unit.Success && !ExcelDateText.Is(plain)
            ? ImportProblems.NumberWithUnit(row.File, cell, unit.Groups[1].Value, row.Policy)
            : ImportProblems.NotNumber(row.File, cell, row.Policy);
    }

    [GeneratedRegex(@"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$")]
    private static partial Regex WithCommas();

    [GeneratedRegex(@"^[+-]?[0-9]+(?:\.[0-9]+)?\s*([^0-9\s.,+-]{1,8})$")]
    private static partial Regex WithUnit();
}
