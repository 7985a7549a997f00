using CsvHelper;

namespace SurveyCalc.Benchmarks;

/// <summary>A small CSV file of the generator: rows by column name.</summary>
internal static class GeneratorTable
{
    /// <exception cref="InvalidDataException">A column is missing.</exception>
    public static IReadOnlyList<string[]> Read(string path, params string[] columns)
    {
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions { HasHeader = false });
        if (!reader.Read()) throw new InvalidDataException($"{path} is empty.");
        var header = Cells(reader);
        var at = Array.ConvertAll(columns, name => Array.IndexOf(header, name));
        if (Array.IndexOf(at, -1) is >= 0 and var missing) throw new InvalidDataException($"{path} has no column '{columns[missing]}'.");
        var rows = new List<string[]>();
        while (reader.Read())
        {
            var cells = Cells(reader);
            rows.Add(Array.ConvertAll(at, column => cells[column]));
        }

        return rows;
    }

    private static string[] Cells(CsvReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i);
        return cells;
    }
}
