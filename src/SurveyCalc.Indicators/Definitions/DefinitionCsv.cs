using CsvHelper;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// Writes rows as the CSV that a spreadsheet on Japanese Windows opens: UTF-8 with byte order mark, CRLF, quotes where
/// CSV needs them. Cells stay as they are even where a spreadsheet would run them (<c>=1+1</c>): a definition must read
/// back unharmed.
/// </summary>
internal static class DefinitionCsv
{
    public static DefinitionFile Write(DefinitionSchema schema, DefinitionSet definitions) =>
        Write(schema, schema.TakesAttributes ? PopulationBreakdownTable.HeadersOf(definitions) : schema.Headers, RowsOf(schema, definitions));

    /// <summary>Rows under the headers of the schema.</summary>
    public static DefinitionFile Write(DefinitionSchema schema, IEnumerable<string[]> rows) => Write(schema, schema.Headers, rows);

    private static IEnumerable<string[]> RowsOf(DefinitionSchema schema, DefinitionSet definitions) => schema.Kind switch
    {
        DefinitionKind.Survey => SurveyTable.Write(definitions),
        DefinitionKind.CodeBook => CodeBookTable.Write(definitions),
        DefinitionKind.Profile => ProfileTable.Write(definitions),
        DefinitionKind.Population => PopulationTable.Write(definitions),
        DefinitionKind.PopulationBreakdown => PopulationBreakdownTable.Write(definitions),
        DefinitionKind.Indicator => IndicatorTable.Write(definitions),
        DefinitionKind.Targets => TargetTable.Write(definitions),
        DefinitionKind.RegisterEntry => RegisterTable.Write(definitions),
        DefinitionKind.EnteredActuals => EnteredActualTable.Write(definitions),
        _ => throw new ArgumentOutOfRangeException(nameof(schema), schema.Kind, "Unknown kind."),
    };

    /// <summary>Rows under other headers, for the schema whose headers name attributes.</summary>
    public static DefinitionFile Write(DefinitionSchema schema, IEnumerable<string> headers, IEnumerable<string[]> rows)
    {
        using var content = new MemoryStream();
        using (var writer = CsvWriter.Create(content, new CsvWriterOptions { WriteByteOrderMark = true, ValidateFieldCount = false }, leaveOpen: true))
        {
            foreach (var row in rows.Prepend([.. headers]))
            {
                foreach (var cell in row) writer.WriteField(cell);
                writer.EndRecord();
            }
        }

        return new DefinitionFile(schema.FileName, content.ToArray());
    }
}
