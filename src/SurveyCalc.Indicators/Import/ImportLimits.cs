namespace SurveyCalc.Indicators.Import;

/// <summary>What a response file may hold at most, so that no file can exhaust memory.</summary>
public static class ImportLimits
{
    /// <summary>Columns of the header.</summary>
    public const int Columns = 1_024;

    /// <summary>Bytes of one row in the file, free text included; the header likewise.</summary>
    public const int RowBytes = 1 << 20;

    /// <summary>Bytes of a cell whose content is read: answers, respondent number, weight.</summary>
    public const int CellBytes = 1 << 16;

    /// <summary>Bytes of a respondent number.</summary>
    public const int IdBytes = 256;

    /// <summary>Distinct answers over all questions together.</summary>
    public const int DistinctAnswers = 1 << 20;

    /// <summary>Decimal places of a numeric answer.</summary>
    public const int NumberPlaces = 6;

    /// <summary>Remembered cell texts over all columns together; further ones are read anew each time.</summary>
    internal const int RememberedCells = 1 << 16;
}
