using CsvHelper;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// Writes rows as the CSV that a spreadsheet on Japanese Windows opens: UTF-8 with byte order mark, CRLF, quotes where
/// CSV needs them. Cells stay as they are even where a spreadsheet would run them (<c>=1+1</c>): a definition must read
/// back unharmed.
/// </summary>
internal static class DefinitionCsv
{
    public static DefinitionFile Write(DefinitionSchema schema, DefinitionSet definitions) => Write(schema, schema.Kind switch
    {
        DefinitionKind.Survey => SurveyTable.Write(definitions),
        DefinitionKind.CodeBook => CodeBookTable.Write(definitions),
        DefinitionKind.Profile => ProfileTable.Write(definitions),
        DefinitionKind.Population => PopulationTable.Write(definitions),
        DefinitionKind.Indicator => IndicatorTable.Write(definitions),
        DefinitionKind.Targets => TargetTable.Write(definitions),
        _ => throw new ArgumentOutOfRangeException(nameof(schema), schema.Kind, "Unknown kind."),
    });

    public static DefinitionFile Write(DefinitionSchema schema, IEnumerable<string[]> rows)
    {
        using var content = new MemoryStream();
        using (var writer = CsvWriter.Create(content, new CsvWriterOptions { WriteByteOrderMark = true, ValidateFieldCount = false }, leaveOpen: true))
        {
            foreach (var row in rows.Prepend(schema.Headers))
            {
                foreach (var cell in row) writer.WriteField(cell);
                writer.EndRecord();
            }
        }

        return new DefinitionFile(schema.FileName, content.ToArray());
    }
}
