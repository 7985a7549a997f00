using System.Data.Common;
using System.Globalization;
using Dapper;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Storage.Relational;

public abstract partial class RelationalStore
{
    /// <inheritdoc/>
    public Task<StoreMark> GetMarkAsync(CancellationToken cancellation) => Read(Mark, cancellation);

    /// <inheritdoc/>
    public Task<(StoreMark Mark, IReadOnlyList<ChainedActual> Revisions)> GetRevisionsAsync(RevisionQuery query, CancellationToken cancellation)
    {
        var conditions = new List<string>();
        if (query.Indicators is not null) conditions.Add(IsAnyOf("a.indicator", "@indicators"));
        if (query.Wave is not null) conditions.Add("a.survey = @survey and a.fiscal_year = @year");
        if (query.After > 0) conditions.Add("c.sequence > @After");
        var sql = $"""
            select c.sequence, a.body from {(query.LatestOnly ? "actual_latest" : "actual")} a join actual_chain c on c.actual_id = a.id
            {(conditions.Count == 0 ? "" : "where " + string.Join(" and ", conditions))}
            order by c.sequence {(query.Most is null ? "" : "limit @Most")}
            """;
        var parameters = new
        {
            indicators = query.Indicators?.ToArray() ?? [],
            survey = query.Wave?.Survey ?? "",
            year = (long)(query.Wave?.FiscalYear.FirstYear ?? 0),
            query.After,
            Most = query.Most ?? 0,
        };
        return Read<(StoreMark, IReadOnlyList<ChainedActual>)>(connection =>
        {
            var revisions = new List<ChainedActual>();
            foreach (var row in connection.Query<LinkedBodyRow>(sql, parameters, buffered: false))
            {
                cancellation.ThrowIfCancellationRequested();
                revisions.Add(new ChainedActual(row.Sequence, CanonicalJson.Read<Actual>(row.Body)));
            }

            return (Mark(connection), revisions);
        }, cancellation);
    }

    /// <inheritdoc/>
    public Task<(StoreMark Mark, IReadOnlyList<RevisionSummary> Summaries)> GetSummariesAsync(long after, CancellationToken cancellation) =>
        Read<(StoreMark, IReadOnlyList<RevisionSummary>)>(connection =>
        {
            var sql = $"""
                select a.indicator, a.survey, a.fiscal_year as FiscalYear, a.revision, a.status,
                       {MemberAsText("a.body", nameof(Actual.RecordedAt))} as RecordedAt, {MomentAsText("a.computed_at")} as ComputedAt, a.snapshot_hash as Snapshot,
                       {NumberAsText("a.printed")} as Printed, a.denominator, a.change_against as Against, a.change_difference as Difference, a.change_p_value as PValue
                from actual a join actual_chain c on c.actual_id = a.id
                where c.sequence > @after order by c.sequence
                """;
            return (Mark(connection), [.. connection.Query<SummaryRow>(sql, new { after }, buffered: false).Select(row => row.ToSummary())]);
        }, cancellation);

    /// <summary>Both tables only grow, so that their size tells their state.</summary>
    private static StoreMark Mark(DbConnection connection)
    {
        const string sql = """
            select (select coalesce(max(sequence), 0) from actual_chain) as Revisions, (select count(*) from definition) as Definitions
            """;
        var row = connection.QuerySingle<MarkRow>(sql);
        return new StoreMark(row.Revisions, row.Definitions);
    }

    private sealed record MarkRow(long Revisions, long Definitions);

    private sealed record LinkedBodyRow(long Sequence, string Body);

    /// <summary>Without a constructor: SQLite does not tell the type of an expression over no rows.</summary>
    private sealed record SummaryRow
    {
        public string Indicator { get; init; } = "";
        public string Survey { get; init; } = "";
        public long FiscalYear { get; init; }
        public long Revision { get; init; }
        public string Status { get; init; } = "";
        public string? RecordedAt { get; init; }
        public string ComputedAt { get; init; } = "";
        public string Snapshot { get; init; } = "";
        public string? Printed { get; init; }
        public long? Denominator { get; init; }
        public long? Against { get; init; }
        public double? Difference { get; init; }
        public double? PValue { get; init; }

        public RevisionSummary ToSummary() => new(
            Indicator, Wave(Survey, FiscalYear), (int)Revision, Enum.Parse<Status>(Status),
            RecordedAt is null ? Time(ComputedAt) : DateTimeOffset.Parse(RecordedAt, CultureInfo.InvariantCulture), Snapshot,
            Printed is null ? null : decimal.Parse(Printed, NumberStyles.Number, CultureInfo.InvariantCulture), Denominator,
            Against is { } year ? new FiscalYear((int)year) : null, Difference is not null, PValue);
    }
}
