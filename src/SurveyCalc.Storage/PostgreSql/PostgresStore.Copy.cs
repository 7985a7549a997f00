using System.Data.Common;
using System.Globalization;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using SurveyCalc.Storage.Relational;

namespace SurveyCalc.Storage.PostgreSql;

public sealed partial class PostgresStore
{
    /// <summary>Every table but the one of migrations, each after those it refers to.</summary>
    internal static readonly IReadOnlyList<string> Tables =
    [
        "definition", "upload", "import_report", "import_problem", "snapshot", "snapshot_column", "snapshot_chunk",
        "actual", "actual_chain", "difference_report", "correction_proposal",
        "run", "api_key", "account", "delivery_destination", "delivery_aside",
    ];

    /// <summary>
    /// Copies everything that the other store holds at one moment, with its numbers and hashes, in one transaction. Times
    /// keep their microseconds.
    /// </summary>
    /// <returns>Rows by table.</returns>
    /// <exception cref="StoreException">This store holds something already, or one of the two cannot be used as it is.</exception>
    public Task<IReadOnlyDictionary<string, long>> CopyFromAsync(RelationalStore other, CancellationToken cancellation) =>
        ReadFrom(other, source => Commit<IReadOnlyDictionary<string, long>>(connection =>
        {
            var target = (NpgsqlConnection)connection;
            target.Execute($"lock table {string.Join(", ", Tables)} in share row exclusive mode");
            foreach (var table in Tables)
                if (target.QuerySingle<bool>($"select exists (select 1 from {table})"))
                    throw StoreFaults.NotEmpty(Name, table);
            return Tables.ToDictionary(table => table, table => Copy(source, target, table, cancellation), StringComparer.Ordinal);
        }, cancellation).GetAwaiter().GetResult(), cancellation);

    private static long Copy(DbConnection source, NpgsqlConnection target, string table, CancellationToken cancellation)
    {
        const string columnsOf = """
            select column_name as Name, data_type as Type, is_identity = 'YES' as IsIdentity from information_schema.columns
            where table_schema = @Schema and table_name = @table order by ordinal_position
            """;
        var columns = target.Query<ColumnOf>(columnsOf, new { Schema, table }).AsList();
        var names = string.Join(", ", columns.Select(column => column.Name));
        var rows = 0L;
        using (var reader = source.ExecuteReader($"select {names} from {table} order by rowid"))
        using (var writer = target.BeginBinaryImport($"copy {table} ({names}) from stdin (format binary)"))
        {
            for (; reader.Read(); rows++)
            {
                cancellation.ThrowIfCancellationRequested();
                writer.StartRow();
                for (var i = 0; i < columns.Count; i++) Write(writer, columns[i].Type, reader.GetValue(i));
            }

            writer.Complete();
        }

        // Otherwise the next row would be given a number that is taken.
        foreach (var column in columns.Where(column => column.IsIdentity && rows > 0))
            target.Execute($"select setval(pg_get_serial_sequence('{table}', '{column.Name}'), (select max({column.Name}) from {table}))");
        return rows;
    }

    private static void Write(NpgsqlBinaryImporter writer, string type, object value)
    {
        if (value is DBNull)
        {
            writer.WriteNull();
            return;
        }

        switch (type)
        {
            case "bigint": writer.Write((long)value, NpgsqlDbType.Bigint); break;
            case "text": writer.Write((string)value, NpgsqlDbType.Text); break;
            case "bytea": writer.Write((byte[])value, NpgsqlDbType.Bytea); break;
            case "boolean": writer.Write((long)value != 0, NpgsqlDbType.Boolean); break;
            case "double precision": writer.Write((double)value, NpgsqlDbType.Double); break;
            case "numeric": writer.Write(decimal.Parse((string)value, CultureInfo.InvariantCulture), NpgsqlDbType.Numeric); break;
            case "timestamp with time zone": writer.Write(Time((string)value).UtcDateTime, NpgsqlDbType.TimestampTz); break;
            default: throw new ArgumentException($"No copy of {type} is known.", nameof(type));
        }
    }

    private sealed record ColumnOf(string Name, string Type, bool IsIdentity);
}
