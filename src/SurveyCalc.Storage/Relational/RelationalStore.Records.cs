using Dapper;
using SurveyCalc.Indicators.Verification;

namespace SurveyCalc.Storage.Relational;

public abstract partial class RelationalStore
{
    /// <inheritdoc/>
    public Task<StoredRecords> GetRecordsAsync(CancellationToken cancellation) =>
        Read(connection =>
        {
            var actuals = $"""
                select id, indicator, survey, fiscal_year as FiscalYear, revision, status, fingerprint,
                       {NumberAsText("printed")} as printed, numerator, denominator, body
                from actual order by id
                """;
            const string chain = "select sequence, actual_id as ActualId, previous_hash as PreviousHash, hash from actual_chain order by sequence";
            const string definitions = "select kind, key, version, hash, body from definition order by kind, key, version";
            const string snapshots = """
                select s.id, u.survey, u.fiscal_year as FiscalYear, s.content_hash as ContentHash, s.code_book_hash as CodeBookHash
                from snapshot s join upload u on u.id = s.upload_id order by s.id
                """;
            const string questions = "select snapshot_id, question from snapshot_column where kind = 'answers' order by snapshot_id, column_no";
            var byId = connection.Query<(long Id, string Question)>(questions).ToLookup(row => row.Id, row => row.Question);
            return new StoredRecords(
                [.. connection.Query<StoredActual>(actuals)],
                [.. connection.Query<ChainLink>(chain)],
                [.. connection.Query<StoredDefinition>(definitions)],
                [.. connection.Query<SnapshotRow>(snapshots).Select(s => new StoredSnapshot(s.Id, s.Survey, s.FiscalYear, s.ContentHash, s.CodeBookHash, [.. byId[s.Id]]))],
                [.. Statements(false, "difference_report"), .. Statements(true, "correction_proposal")]);

            IEnumerable<StoredStatement> Statements(bool isProposal, string table) =>
                connection.Query<StatementRow>($"select indicator, survey, fiscal_year as FiscalYear, revision, fingerprint, body from {table} order by id")
                    .Select(s => new StoredStatement(isProposal, s.Indicator, s.Survey, s.FiscalYear, s.Revision, s.Fingerprint, s.Body));
        }, cancellation);

    private sealed record SnapshotRow(long Id, string Survey, long FiscalYear, string ContentHash, string CodeBookHash);

    private sealed record StatementRow(string Indicator, string Survey, long FiscalYear, long Revision, string Fingerprint, string Body);
}
