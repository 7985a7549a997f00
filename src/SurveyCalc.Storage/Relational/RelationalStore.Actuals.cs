using System.Data.Common;
using Dapper;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Storage.Relational;

public abstract partial class RelationalStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Actual>> GetActualsAsync(bool allRevisions, CancellationToken cancellation) =>
        Read<IReadOnlyList<Actual>>(connection =>
        {
            var sql = allRevisions ? "select body from actual" : "select body from actual_latest";
            var actuals = new List<Actual>();
            foreach (var body in connection.Query<string>(sql, buffered: false))
            {
                cancellation.ThrowIfCancellationRequested();
                actuals.Add(CanonicalJson.Read<Actual>(body));
            }

            return [.. actuals.OrderBy(a => a.Indicator, StringComparer.Ordinal).ThenBy(a => a.Wave.FiscalYear)
                .ThenBy(a => a.Revision).ThenBy(a => a.Wave.Survey, StringComparer.Ordinal)];
        }, cancellation);

    /// <inheritdoc/>
    public Task<AppendedActuals> AppendActualsAsync(IReadOnlyList<Actual> actuals, CancellationToken cancellation) =>
        Write(connection =>
        {
            Lock(connection, Revisions);
            var (written, differences) = (new List<Actual>(), new List<DifferenceReport>());
            var last = LastActualId(connection);
            InsertActuals(connection, NewRevisions());
            ExtendChain(connection, last);
            return new AppendedActuals(written, differences);

            IEnumerable<Actual> NewRevisions()
            {
                foreach (var actual in actuals)
                {
                    cancellation.ThrowIfCancellationRequested();
                    var latest = LatestRevision(connection, actual);
                    var next = RevisionRules.NextOf(latest is null ? null : Enum.Parse<Status>(latest.Status), latest?.Fingerprint, actual);
                    if (next is NextStep.Report && InsertDifference(connection, actual) is { } difference) differences.Add(difference);
                    if (next is not NextStep.Append) continue;
                    written.Add(actual with { Revision = (int)(latest?.Revision ?? 0) + 1 });
                    yield return written[^1];
                }
            }
        }, cancellation);

    private static RevisionRow? LatestRevision(DbConnection connection, Actual actual)
    {
        const string sql = """
            select revision, status, fingerprint from actual
            where indicator = @Indicator and survey = @Survey and fiscal_year = @year order by revision desc limit 1
            """;
        return connection.QueryFirstOrDefault<RevisionRow>(sql, KeyOf(actual));
    }

    /// <summary>Writes each before the next is taken, with a statement prepared once.</summary>
    private void InsertActuals(DbConnection connection, IEnumerable<Actual> actuals)
    {
        const string sql = """
            insert into actual (
                indicator, survey, fiscal_year, revision, status, fingerprint,
                printed, exact, numerator, denominator, weighted_denominator, standard_error, effective_n,
                lower, upper, method, level, population, is_census, no_figure_reason,
                change_verdict, change_against, change_reason, change_of_printed, change_of_exact,
                change_difference, change_lower, change_upper, change_p_value, target_text, target_verdict,
                file_name, file_sha256, snapshot_hash, engine_version, computed_at, body)
            values (
                @Indicator, @Survey, @year, @Revision, @status, @Fingerprint,
                @printed, @Exact, @Numerator, @Denominator, @WeightedDenominator, @StandardError, @EffectiveN,
                @Lower, @Upper, @Method, @Level, @Population, @IsCensus, @NoFigureReason,
                @changeVerdict, @changeAgainst, @changeReason, @changeOfPrinted, @changeOfExact,
                @changeDifference, @changeLower, @changeUpper, @changePValue, @TargetText, @targetVerdict,
                @FileName, @FileSha256, @SnapshotHash, @EngineVersion, @computedAt, @body)
            """;
        connection.Execute(sql, actuals.Select(ColumnsOf));
    }

    private object ColumnsOf(Actual actual)
    {
        var (figure, change, provenance) = (actual.Figure, actual.Change, actual.Provenance);
        return new
        {
            actual.Indicator,
            actual.Wave.Survey,
            year = actual.Wave.FiscalYear.FirstYear,
            actual.Revision,
            status = actual.Status.ToString(),
            actual.Fingerprint,
            printed = Number(figure?.Printed),
            figure?.Exact,
            figure?.Numerator,
            figure?.Denominator,
            figure?.WeightedDenominator,
            figure?.StandardError,
            figure?.EffectiveN,
            figure?.Lower,
            figure?.Upper,
            figure?.Method,
            figure?.Level,
            figure?.Population,
            figure?.IsCensus,
            actual.NoFigureReason,
            changeVerdict = change.Verdict.ToString(),
            changeAgainst = change.Against?.FirstYear,
            changeReason = change.Reason,
            changeOfPrinted = Number(change.OfPrinted),
            changeOfExact = Number(change.OfExact),
            changeDifference = change.Difference,
            changeLower = change.Lower,
            changeUpper = change.Upper,
            changePValue = change.PValue,
            actual.TargetText,
            targetVerdict = actual.TargetVerdict.ToString(),
            provenance.FileName,
            provenance.FileSha256,
            provenance.SnapshotHash,
            provenance.EngineVersion,
            computedAt = Moment(provenance.ComputedAt),
            body = CanonicalJson.Write(actual),
        };
    }

    private sealed record RevisionRow(long Revision, string Status, string Fingerprint);
}
