using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using SurveyCalc.Storage;
using SurveyCalc.Tests.Postgres;

namespace SurveyCalc.Tests.Service;

/// <summary>A service does not start on a database of another version, or one that somebody altered.</summary>
[Collection(ServiceProcesses.Name)]
public class RefusedSchemaTests
{
    internal virtual bool IsOnPostgres => false;

    [StoreFact]
    public async Task A_newer_and_an_altered_schema_are_refused_with_a_remedy()
    {
        await using var newer = await ServiceCity.CreateAsync(IsOnPostgres, 2020);
        await using var altered = await ServiceCity.CreateAsync(IsOnPostgres, 2020);
        var known = MigrationScript.Embedded(IsOnPostgres ? "PostgreSql" : "Sqlite").Count;
        Execute(newer, string.Create(CultureInfo.InvariantCulture, $"insert into schema_version values ({known + 1}, '{known + 1:0000}_next', 'x', '{(IsOnPostgres ? "now" : "t")}'{(IsOnPostgres ? ", 'x'" : "")})"));
        Execute(altered, "alter table run add column remark text");
        using var first = newer.Serve();
        using var second = altered.Serve();
        Assert.Equal((2, 2), (await first.ExitAsync(), await second.ExitAsync()));
        Assert.Contains($"より新しい版の SurveyCalc で作られています(構造 第{known + 1}版。このプログラムが扱えるのは第{known}版まで)。新しい SurveyCalc を使うか、更新前のバックアップに戻してください。", first.Log, StringComparison.Ordinal);
        Assert.Contains("の構造が SurveyCalc によらずに変更されています(", second.Log, StringComparison.Ordinal);
        Assert.Contains("その変更を取り消すか、バックアップから戻してください。", second.Log, StringComparison.Ordinal);
        foreach (var log in new[] { first.Log, second.Log }) Assert.DoesNotContain("受け付けています", log, StringComparison.Ordinal);
    }

    private void Execute(ServiceCity city, string sql)
    {
        using System.Data.Common.DbConnection connection = IsOnPostgres
            ? new NpgsqlConnection(city.Settings.Single(s => s.Key == "Database").Value + ";Search Path=surveycalc;Pooling=false")
            : new SqliteConnection($"Data Source={Path.Combine(city.Data, "surveycalc.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <summary>The same on PostgreSQL.</summary>
[NeedsPostgres]
public sealed class PostgresRefusedSchemaTests : RefusedSchemaTests
{
    internal override bool IsOnPostgres => true;
}
