using System.Text;
using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// Respondent numbers of a file (回答者番号): reads them, and remembers where each stands to find the second one. Numbers
/// are compared in normal form and kept as printed. A rejected row does not claim its number.
/// </summary>
internal sealed class RespondentNumbers(int column, ImportProfile profile, CellText text)
{
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);

    /// <summary>The number of the reader's row; null when the row is refused for it.</summary>
    public string? Read(ResponseReader reader, RowFindings row)
    {
        if (column < 0) return "";
        var cell = reader.Cell(column);
        if (cell.Length > ImportLimits.IdBytes)
        {
            row.Refuse(ImportProblems.CellTooLong(row.File, row.At(column), cell.Length, ImportLimits.IdBytes));
            return null;
        }

        var id = Ascii.IsValid(cell) ? Encoding.ASCII.GetString(cell).Trim() : ChoiceIndex.Trim(text.Decode(cell));
        if (id.Length > 0) return id;
        if (!profile.AllowsMissingId)
        {
            row.Refuse(ImportProblems.MissingId(row.File, row.At(column)));
            return null;
        }

        row.Remark(ImportProblems.MissingIdAccepted(row.File, row.At(column)), column);
        return "";
    }

    /// <summary>Claims a number for the respondent who comes next.</summary>
    /// <param name="id">The number; blank numbers are never the same.</param>
    /// <param name="position">Position that the respondent will have.</param>
    /// <param name="rowNumberAt">Row in the file of an earlier position.</param>
    /// <returns>Position of the respondent who gives way, or -1.</returns>
    public int Claim(string id, int position, Func<int, int> rowNumberAt, RowFindings row)
    {
        if (column < 0 || id.Length == 0) return -1;
        var key = IsPlain(id) ? id : LabelText.Normalize(id);
        if (positions.TryAdd(key, position)) return -1;
        var earlier = positions[key];
        var (firstRow, at) = (rowNumberAt(earlier), row.At(column));
        switch (profile.Duplicates)
        {
            case DuplicatePolicy.Refuse:
                row.Refuse(ImportProblems.DuplicateRefused(row.File, at, id, firstRow));
                return -1;
            case DuplicatePolicy.KeepFirst:
                row.Refuse(ImportProblems.DuplicateDropped(row.File, at, id, firstRow));
                return -1;
            case DuplicatePolicy.KeepLast:
                row.Note(ImportProblems.DuplicateReplaced(row.File, at, id, firstRow));
                positions[key] = position;
                return earlier;
            default:
                row.Note(ImportProblems.DuplicateKept(row.File, at, id, firstRow));
                return -1;
        }
    }

    private static bool IsPlain(string id)
    {
        foreach (var c in id)
            if (c is <= ' ' or > '~' or (>= 'a' and <= 'z'))
                return false;
        return true;
    }
}
