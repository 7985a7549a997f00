using Dapper;
using Microsoft.Data.Sqlite;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Verification;
using SurveyCalc.Tests.Scenarios;
using static SurveyCalc.Tests.Scenarios.SmallCity;

namespace SurveyCalc.Tests.Verification;

/// <summary>Whoever alters the database file behind the program's back is found out.</summary>
public sealed class VerifyRecordsTests
{
    private static readonly string[] First = [.. Rows(40, "1,1"), .. Rows(30, "2,2"), .. Rows(30, "3,2")];
    private static readonly string[] Second = [.. Rows(80, "1,1"), .. Rows(10, "2,2"), .. Rows(10, "3,2")];

    [Fact]
    public async Task An_untouched_database_has_no_findings_and_a_head()
    {
        await using var city = await CityAsync();
        var outcome = await VerifyAsync(city);
        Assert.Empty(outcome.Findings);
        Assert.Equal((7, 7, 2, 4), (outcome.Records.Actuals.Count, outcome.Records.Chain.Count, outcome.Records.Snapshots.Count, outcome.Records.Statements.Count));
        Assert.Equal(outcome.Records.Chain[^1].Hash, outcome.Head);
    }

    [Fact]
    public async Task An_empty_database_verifies()
    {
        await using var city = await SmallCity.CreateAsync();
        var outcome = await VerifyAsync(city);
        Assert.Empty(outcome.Findings);
        Assert.Equal(new string('0', 64), outcome.Head);
    }

    [Fact]
    public async Task A_body_that_was_changed_is_found() => await FindsAsync(
        "update actual set body = replace(body, '\"Numerator\":70', '\"Numerator\":71') where id = 1",
        "改訂の鎖 1番(実績 A 調査 2020年度 第1版): 内容がハッシュ値と一致しません。", "列 numerator が本文と一致しません。");

    [Fact]
    public async Task A_column_that_was_changed_is_found() => await FindsAsync(
        "update actual set printed = '99.9' where id = 4", "列 printed が本文と一致しません。");

    [Fact]
    public async Task A_status_that_was_changed_everywhere_is_found() => await FindsAsync(
        "update actual set status = 'Final', body = replace(body, '\"Preliminary\"', '\"Final\"') where id = 1",
        "改訂の鎖 1番(実績 A 調査 2020年度 第1版): 内容がハッシュ値と一致しません。", "確定・訂正の順序として、あり得ない改訂です。");

    [Fact]
    public async Task The_last_revision_deleted_without_its_link_is_found() => await FindsAsync(
        "delete from actual where id = 7", "改訂の鎖 7番: 指している改訂がありません。");

    [Fact]
    public async Task The_last_link_deleted_without_its_revision_is_found() => await FindsAsync(
        "delete from actual_chain where sequence = 7", "実績 A 調査 2020年度 第3版: 改訂の鎖につながっていません。");

    [Fact]
    public async Task A_revision_in_the_middle_deleted_with_its_link_is_found() => await FindsAsync(
        "delete from actual_chain where sequence = 4; delete from actual where id = 4",
        "改訂の鎖 5番: 番号が続いていません(4番があるはずです)。", "前の改訂のハッシュ値とつながりません。", "改訂の番号が続いていません(第2版があるはずです)。");

    [Fact]
    public async Task Two_swapped_revisions_are_found() => await FindsAsync(
        """
        update actual_chain set actual_id = -1 where sequence = 1; update actual_chain set actual_id = 1 where sequence = 2;
        update actual_chain set actual_id = 2 where sequence = 1
        """,
        "改訂の鎖 1番(実績 B 調査 2020年度 第1版): 内容がハッシュ値と一致しません。", "改訂の鎖 2番(実績 A 調査 2020年度 第1版): 内容がハッシュ値と一致しません。");

    [Fact]
    public async Task A_definition_that_was_changed_is_found() => await FindsAsync(
        "update definition set body = replace(body, '満足', '不満足') where kind = 5 and key = 'A'", "定義 Indicator A 第1版: 内容がハッシュ値と一致しません。");

    [Fact]
    public async Task An_answer_that_was_changed_is_found() => await FindsAsync(
        "update snapshot_chunk set data = zeroblob(length(data)) where snapshot_id = 2 and column_no = 0",
        "回答 調査 2020年度(取込 2): 取り込んだ回答がハッシュ値と一致しません。");

    [Fact]
    public async Task Answers_that_were_cut_short_are_found() => await FindsAsync(
        "update snapshot_chunk set data = x'00' where snapshot_id = 1 and column_no = 0", "回答 調査 2020年度(取込 1): データベース「");

    [Fact]
    public async Task A_proposal_or_report_that_was_changed_is_found() => await FindsAsync(
        "update correction_proposal set revision = 1; update difference_report set fingerprint = 'x' where indicator = 'B'",
        "訂正案 A 調査 2020年度 第1版への: 対象の改訂がないか、確定・訂正ではありません。", "差異報告 B 調査 2020年度 第2版への: 列が本文と一致しません。");

    [Theory]
    [InlineData("update correction_proposal set body = replace(body, '回答票の入力漏れ', '市長の指示')")]
    [InlineData("update correction_proposal set body = replace(body, '\"By\":\"提案者\"', '\"By\":\"別の人\"')")]
    [InlineData("delete from correction_proposal")]
    public async Task A_correction_whose_proposal_was_changed_or_deleted_is_found(string sql) => await FindsAsync(
        sql, "実績 A 調査 2020年度 第3版: この訂正の元になった訂正案がないか、提案者・理由・内容が訂正と一致しません。");

    [Fact]
    public async Task The_hash_noted_down_of_an_empty_database_holds_when_revisions_were_added()
    {
        await using var city = await CityAsync();
        Assert.Empty((await VerifyAsync(city, new string('0', 64))).Findings);
    }

    [Fact]
    public async Task A_body_that_is_no_longer_readable_is_found() => await FindsAsync(
        "update actual set body = '{' where id = 2; update difference_report set body = '[]' where indicator = 'C'",
        "実績 B 調査 2020年度 第1版: 本文を読めません。", "差異報告 C 調査 2020年度 第2版への: 本文を読めません。");

    [Fact]
    public async Task A_tail_that_was_cut_off_together_with_its_links_shows_against_a_hash_noted_down()
    {
        await using var city = await CityAsync();
        var head = (await VerifyAsync(city)).Head;
        Tamper(city, "delete from actual_chain where sequence = 7; delete from actual where id = 7");
        Assert.Empty((await VerifyAsync(city)).Findings);
        var finding = Assert.Single((await VerifyAsync(city, head)).Findings);
        Assert.StartsWith($"控えのハッシュ値 {head} が鎖にありません。", finding.What, StringComparison.Ordinal);
        Assert.Contains("バックアップから戻してください。", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_rewritten_with_a_whole_new_chain_shows_against_a_hash_noted_down()
    {
        await using var city = await CityAsync();
        var before = await VerifyAsync(city);
        Tamper(city, "update actual set file_name = 'x', body = replace(body, '\"FileName\":\"2020.csv\"', '\"FileName\":\"x\"') where id = 1");
        var hash = new string('0', 64);
        foreach (var body in (await VerifyAsync(city)).Records.Actuals.Select(a => (a.Id, a.Body)))
        {
            var previous = hash;
            hash = CanonicalJson.Hash(previous + "\n" + body.Body);
            Tamper(city, $"update actual_chain set previous_hash = '{previous}', hash = '{hash}' where actual_id = {body.Id}");
        }

        Assert.Empty((await VerifyAsync(city)).Findings);
        Assert.Single((await VerifyAsync(city, before.Head)).Findings);
        Assert.Single((await VerifyAsync(city, before.Records.Chain[0].Hash)).Findings);
    }

    [Fact]
    public async Task Any_earlier_hash_noted_down_is_found_again_when_revisions_were_added()
    {
        await using var city = await CityAsync();
        var head = (await VerifyAsync(city)).Head;
        await city.ProposeAsync("B", 2020);
        await city.ReleaseAsync("B", 2020, "承認者");
        var later = await VerifyAsync(city, $" {head.ToUpperInvariant()} ");
        Assert.Empty(later.Findings);
        Assert.NotEqual(head, later.Head);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public async Task A_text_that_is_no_hash_is_refused(string text)
    {
        await using var city = await SmallCity.CreateAsync();
        var refusal = await Assert.ThrowsAsync<OperatorException>(() => VerifyAsync(city, text));
        Assert.Contains("64桁の16進数ではありません", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Alters the file and looks for the findings.</summary>
    private static async Task FindsAsync(string sql, params string[] findings)
    {
        await using var city = await CityAsync();
        Tamper(city, sql);
        var found = string.Join('\n', (await VerifyAsync(city)).Findings.Select(f => $"{f.Place}: {f.What}{f.Remedy}"));
        Assert.All(findings, expected => Assert.Contains(expected, found, StringComparison.Ordinal));
    }

    /// <summary>Three revisions 1–3, A to C final as 4–6 and A corrected as 7, with three differences and a proposal.</summary>
    private static async Task<SmallCity> CityAsync()
    {
        var city = await SmallCity.CreateAsync();
        await city.DefineAsync(Define([2020]));
        await city.ImportAsync(2020, First);
        await city.RecomputeAsync();
        await city.ReleaseAllAsync(2020);
        await city.ImportAsync(2020, Second);
        await city.RecomputeAsync();
        await city.ProposeAsync("A", 2020);
        await city.ReleaseAsync("A", 2020, "承認者");
        return city;
    }

    private static Task<VerifyRecords.Outcome> VerifyAsync(SmallCity city, string? expected = null) =>
        new VerifyRecords(city.Store).RunAsync(expected, CancellationToken.None);

    /// <summary>As somebody would who knows the triggers, and puts them back.</summary>
    private static void Tamper(SmallCity city, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={city.Database};Pooling=False;Foreign Keys=False");
        connection.Open();
        var triggers = connection.Query<(string Name, string Sql)>("select name, sql from sqlite_master where type = 'trigger'").AsList();
        foreach (var (name, _) in triggers) connection.Execute($"drop trigger {name}");
        connection.Execute(sql);
        foreach (var (_, create) in triggers) connection.Execute(create);
    }
}
