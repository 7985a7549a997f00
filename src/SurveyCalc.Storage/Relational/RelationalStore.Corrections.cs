using System.Data.Common;
using Dapper;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Storage.Relational;

public abstract partial class RelationalStore
{
    /// <inheritdoc/>
    public Task ConfirmActualsAsync(IReadOnlyList<Actual> revisions, CancellationToken cancellation) =>
        Write(connection =>
        {
            Lock(connection, Revisions);
            var last = LastActualId(connection);
            InsertActuals(connection, Checked());
            ExtendChain(connection, last);
            return true;

            IEnumerable<Actual> Checked()
            {
                foreach (var next in revisions)
                {
                    cancellation.ThrowIfCancellationRequested();
                    RevisionRules.Confirm(LatestActual(connection, next), next, LastProposal(connection, next));
                    yield return next;
                }
            }
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DifferenceReport>> GetDifferencesAsync(CancellationToken cancellation) =>
        Read<IReadOnlyList<DifferenceReport>>(connection =>
            [.. connection.Query<string>("select body from difference_report order by id").Select(CanonicalJson.Read<DifferenceReport>)
                .OrderBy(d => d.Indicator, StringComparer.Ordinal).ThenBy(d => d.Wave.FiscalYear)], cancellation);

    /// <inheritdoc/>
    public Task<CorrectionProposal> ProposeCorrectionAsync(CorrectionProposal proposal, CancellationToken cancellation) =>
        Write(connection =>
        {
            const string sql = """
                insert into correction_proposal (
                    indicator, survey, fiscal_year, number, revision, fingerprint, proposed_by, proposed_at, reason, body)
                values (@Indicator, @Survey, @year, @Number, @Revision, @Fingerprint, @By, @at, @Reason, @body)
                """;
            Lock(connection, Revisions);
            RevisionRules.Propose(LatestActual(connection, proposal.Recomputed), proposal);
            var numbered = proposal with { Number = (LastProposal(connection, proposal.Recomputed)?.Number ?? 0) + 1 };
            connection.Execute(sql, new
            {
                numbered.Indicator,
                numbered.Wave.Survey,
                year = numbered.Wave.FiscalYear.FirstYear,
                numbered.Number,
                numbered.Revision,
                numbered.Recomputed.Fingerprint,
                numbered.By,
                at = Moment(numbered.At),
                numbered.Reason,
                body = CanonicalJson.Write(numbered),
            });
            return numbered;
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CorrectionProposal>> GetProposalsAsync(CancellationToken cancellation) =>
        Read<IReadOnlyList<CorrectionProposal>>(connection =>
            [.. connection.Query<string>("select body from correction_proposal").Select(CanonicalJson.Read<CorrectionProposal>)
                .OrderBy(p => p.Indicator, StringComparer.Ordinal).ThenBy(p => p.Wave.FiscalYear).ThenBy(p => p.Number)], cancellation);

    private static Actual? LatestActual(DbConnection connection, Actual of)
    {
        const string sql = """
            select body from actual
            where indicator = @Indicator and survey = @Survey and fiscal_year = @year order by revision desc limit 1
            """;
        return connection.QueryFirstOrDefault<string>(sql, KeyOf(of)) is { } body ? CanonicalJson.Read<Actual>(body) : null;
    }

    private static CorrectionProposal? LastProposal(DbConnection connection, Actual of)
    {
        const string sql = """
            select body from correction_proposal
            where indicator = @Indicator and survey = @Survey and fiscal_year = @year order by number desc limit 1
            """;
        return connection.QueryFirstOrDefault<string>(sql, KeyOf(of)) is { } body ? CanonicalJson.Read<CorrectionProposal>(body) : null;
    }

    /// <summary>Stores the report unless the same was found before.</summary>
    private DifferenceReport? InsertDifference(DbConnection connection, Actual recomputed)
    {
        const string sql = """
            insert into difference_report (
                indicator, survey, fiscal_year, revision, fingerprint, confirmed, recomputed, cause, found_at, body)
            values (@Indicator, @Survey, @year, @Revision, @Fingerprint, @confirmed, @recomputed, @Cause, @at, @body)
            on conflict do nothing
            """;
        var report = DifferenceReport.Of(LatestActual(connection, recomputed)!, recomputed);
        var rows = connection.Execute(sql, new
        {
            report.Indicator,
            report.Wave.Survey,
            year = report.Wave.FiscalYear.FirstYear,
            report.Revision,
            report.Recomputed.Fingerprint,
            confirmed = Number(report.Confirmed),
            recomputed = Number(report.Recomputed.Figure?.Printed),
            report.Cause,
            at = Moment(report.FoundAt),
            body = CanonicalJson.Write(report),
        });
        return rows == 0 ? null : report;
    }

    private static object KeyOf(Actual actual) =>
        new { actual.Indicator, actual.Wave.Survey, year = actual.Wave.FiscalYear.FirstYear };
}
