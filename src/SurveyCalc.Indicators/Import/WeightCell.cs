using System.Globalization;
using System.Text;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// Reads weights exactly, as digits and decimal places. A missing, zero, negative or unreadable weight is an error under
/// every policy: a wrong weight would change every figure without a trace.
/// </summary>
internal sealed class WeightCell(int column, CellText text)
{
    private const int MostDigits = 18;

    /// <summary>The weight of the reader's row; null when the row is refused for it.</summary>
    public (long Digits, int Places)? Read(ResponseReader reader, RowFindings row)
    {
        if (column < 0) return (1, 0);
        var cell = reader.Cell(column);
        if (Plain(cell) is { } plain) return plain;
        if (text.IsBlank(cell)) return Refuse(row, ImportProblems.WeightMissing(row.File, row.At(column)));
        var found = text.Beginning(cell, ImportLimits.IdBytes);
        var normal = found.Trim().Normalize(NormalizationForm.FormKC).Replace('\u2212', '-');
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (cell.Length > ImportLimits.IdBytes || !Ascii.IsValid(normal) || !decimal.TryParse(normal, styles, CultureInfo.InvariantCulture, out var weight))
            return Refuse(row, ImportProblems.WeightNotNumber(row.File, row.At(column), found));
        if (weight < 0) return Refuse(row, ImportProblems.WeightNegative(row.File, row.At(column), found));
        if (weight >= WeightColumnBuilder.Limit) return Refuse(row, ImportProblems.WeightTooLarge(row.File, row.At(column), found, WeightColumnBuilder.Limit));
        var rounded = decimal.Round(weight, WeightColumn.MaxDecimals, MidpointRounding.AwayFromZero);
        if (rounded == 0) return Refuse(row, ImportProblems.WeightZero(row.File, row.At(column)));
        if (rounded != weight) row.Remark(ImportProblems.WeightRounded(row.File, found, WeightColumn.MaxDecimals), column);
        return ((long)(rounded * 1_000_000_000m), WeightColumn.MaxDecimals);
    }

    /// <summary>The usual form: digits with at most one point, within range and above zero; null for anything else.</summary>
    private static (long Digits, int Places)? Plain(ReadOnlySpan<byte> cell)
    {
        if (cell.Length is 0 or > MostDigits) return null;
        var (digits, places, whole) = (0L, -1, 0);
        foreach (var c in cell)
        {
            if (c == '.' && places < 0)
            {
                places = 0;
                continue;
            }

            if (c is < (byte)'0' or > (byte)'9') return null;
            digits = digits * 10 + (c - '0');
            if (places >= 0) places++;
            else whole++;
        }

        return digits > 0 && whole is > 0 and <= 6 && places <= WeightColumn.MaxDecimals ? (digits, Math.Max(places, 0)) : null;
    }

    private static (long, int)? Refuse(RowFindings row, ImportProblem problem)
    {
        row.Refuse(problem);
        return null;
    }
}
