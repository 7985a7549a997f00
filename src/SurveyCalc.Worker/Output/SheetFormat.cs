namespace SurveyCalc.Worker.Output;

/// <summary>Form of a 成果指標 sheet.</summary>
internal enum SheetFormat
{
    /// <summary>Workbook, a sheet per 施策.</summary>
    Xlsx,

    /// <summary>Printable page, a section per 施策.</summary>
    Html,

    /// <summary>Machine-readable table.</summary>
    Csv,
}
