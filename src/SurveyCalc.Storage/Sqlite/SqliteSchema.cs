using Dapper;
using Microsoft.Data.Sqlite;

namespace SurveyCalc.Storage.Sqlite;

/// <summary>Compares a database with the scripts of this program.</summary>
internal static class SqliteSchema
{
    /// <summary>Highest script applied, 0 for an empty database. Only reads.</summary>
    /// <exception cref="StoreException">The database is not ours, is newer than this program, or was altered.</exception>
    public static int VersionOf(SqliteConnection connection, IReadOnlyList<MigrationScript> scripts, string database)
    {
        var found = ObjectsOf(connection);
        if (found.Count == 0) return 0;
        if (!found.ContainsKey(("table", "schema_version"))) throw StoreFaults.ForeignDatabase(database);

        var applied = connection.Query<Applied>("select version, name, sha256 from schema_version order by version").AsList();
        for (var i = 0; i < applied.Count; i++)
        {
            if (applied[i].Version > scripts.Count)
                throw StoreFaults.NewerSchema(database, (int)applied[^1].Version, scripts.Count);
            if (applied[i].Version != i + 1 || applied[i].Sha256 != scripts[i].Sha256)
                throw StoreFaults.AlteredSchema(database, applied[i].Name);
        }

        foreach (var (key, sql) in Expected(scripts.Take(applied.Count)))
            if (found.GetValueOrDefault(key) != sql)
                throw StoreFaults.AlteredSchema(database, $"{key.Type} {key.Name}");
            else
                found.Remove(key);
        // Tables, views and indexes beside ours harm nobody; a trigger changes what our statements do.
        foreach (var (type, name) in found.Keys)
            if (type == "trigger")
                throw StoreFaults.AlteredSchema(database, $"trigger {name}");
        return applied.Count;
    }

    private static Dictionary<(string Type, string Name), string> Expected(IEnumerable<MigrationScript> scripts)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        foreach (var script in scripts) connection.Execute(script.Sql);
        return ObjectsOf(connection);
    }

    private static Dictionary<(string Type, string Name), string> ObjectsOf(SqliteConnection connection) =>
        connection.Query<(string Type, string Name, string Sql)>(
                """select type, name, sql from sqlite_master where name not like 'sqlite\_%' escape '\' """)
            .ToDictionary(row => (row.Type, row.Name), row => row.Sql);

    private sealed record Applied(long Version, string Name, string Sha256);
}
