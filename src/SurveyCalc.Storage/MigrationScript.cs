using System.Globalization;
using SurveyCalc.Indicators;

namespace SurveyCalc.Storage;

/// <summary>One step of a database schema. Forward only; never edited once released, which its checksum proves.</summary>
/// <param name="Version">From 1, without gaps.</param>
/// <param name="Name">File name without extension, such as <c>0001_initial</c>.</param>
/// <param name="Sql">Statements that return no rows.</param>
internal sealed record MigrationScript(int Version, string Name, string Sql)
{
    /// <summary>Checksum of the statements, independent of the line endings of a checkout.</summary>
    public string Sha256 { get; } = CanonicalJson.Hash(Sql);

    /// <summary>The scripts embedded from a folder of this project, in order.</summary>
    /// <param name="folder">Such as <c>Sqlite</c>; the scripts stand in its folder Migrations.</param>
    public static IReadOnlyList<MigrationScript> Embedded(string folder)
    {
        var assembly = typeof(MigrationScript).Assembly;
        var prefix = $"SurveyCalc.Storage.{folder}.Migrations.";
        var scripts = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(assembly.GetManifestResourceStream(name)!, name[prefix.Length..^".sql".Length]))
            .ToArray();
        for (var i = 0; i < scripts.Length; i++)
            if (scripts[i].Version != i + 1)
                throw new InvalidOperationException($"Migration {scripts[i].Name} stands where number {i + 1} was expected.");
        return scripts;
    }

    private static MigrationScript Read(Stream stream, string name)
    {
        using var reader = new StreamReader(stream);
        var version = int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        return new MigrationScript(version, name, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
