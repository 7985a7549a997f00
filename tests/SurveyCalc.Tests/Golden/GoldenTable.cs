using System.Globalization;

namespace SurveyCalc.Tests.Golden;

/// <summary>A data file of the reference values: comma separated text without commas in its cells.</summary>
internal sealed class GoldenTable
{
    private readonly Dictionary<string, int> _columns;

    private GoldenTable(string[] lines)
    {
        _columns = lines[0].Split(',').Select((name, index) => (name: name.Trim('"'), index)).ToDictionary(pair => pair.name, pair => pair.index);
        Rows = [.. lines.Skip(1).Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray())];
    }

    public IReadOnlyList<string[]> Rows { get; }

    public static GoldenTable Read(string name) => new(File.ReadAllLines(GoldenFile.DataPath(name)));

    public string Text(string[] row, string column) => row[_columns[column]];

    /// <summary>A number with a fraction.</summary>
    public double Real(string[] row, string column) => double.Parse(Text(row, column), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>A number, or null for an empty cell or NA.</summary>
    public int? Number(string[] row, string column) =>
        Text(row, column) is { Length: > 0 } cell && cell != "NA" ? int.Parse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture) : null;
}
