using Dapper;
using Npgsql;

namespace SurveyCalc.Storage.PostgreSql;

/// <summary>Compares a database with the scripts of this program.</summary>
internal static class PostgresSchema
{
    /// <summary>Highest script applied, 0 for a database without our schema. Only reads.</summary>
    /// <exception cref="StoreException">The schema is newer than this program, or was altered.</exception>
    public static int VersionOf(NpgsqlConnection connection, IReadOnlyList<MigrationScript> scripts, string database)
    {
        if (!connection.QuerySingle<bool>("select to_regclass(@table) is not null", new { table = $"{PostgresStore.Schema}.schema_version" })) return 0;
        var applied = connection.Query<Applied>("select version, name, sha256, objects from schema_version order by version").AsList();
        for (var i = 0; i < applied.Count; i++)
        {
            if (applied[i].Version > scripts.Count)
                throw StoreFaults.NewerSchema(database, (int)applied[^1].Version, scripts.Count);
            if (applied[i].Version != i + 1 || applied[i].Sha256 != scripts[i].Sha256)
                throw StoreFaults.AlteredSchema(database, applied[i].Name);
        }

        if (applied.Count == 0) throw StoreFaults.AlteredSchema(database, "schema_version");
        var (expected, found) = (applied[^1].Objects.Split('\n'), Describe(connection).Split('\n'));
        if (expected.Except(found).Concat(found.Except(expected)).FirstOrDefault() is { } difference)
            throw StoreFaults.AlteredSchema(database, difference);
        return applied.Count;
    }

    /// <summary>
    /// What our schema holds, one object a line, in words that stay the same after a dump into a newer server: columns with
    /// type and nullability, constraints, indexes, triggers, functions by the checksum of their body, and the columns of the views
    /// that other systems read. Views of others are theirs to keep elsewhere.
    /// </summary>
    public static string Describe(NpgsqlConnection connection) => string.Join('\n', connection.Query<string>("""
        with ours as (select oid from pg_namespace where nspname = @Schema)
        select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end as line
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace in (select oid from ours) and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
        union all
        select 'constraint ' || conname || ' ' || contype::text from pg_constraint where connamespace in (select oid from ours)
        union all
        select 'index ' || relname from pg_class where relnamespace in (select oid from ours) and relkind = 'i'
        union all
        select 'trigger ' || c.relname || '.' || t.tgname || ' ' || t.tgenabled::text
        from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace in (select oid from ours) and not t.tgisinternal
        union all
        select 'function ' || proname || ' ' || md5(prosrc) from pg_proc where pronamespace in (select oid from ours)
        union all
        select 'column ' || @PublicSchema || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = @PublicSchema and c.relkind = 'v' and a.attnum > 0
        """, new { PostgresStore.Schema, PostgresStore.PublicSchema }).Order(StringComparer.Ordinal));

    private sealed record Applied(long Version, string Name, string Sha256, string Objects);
}
