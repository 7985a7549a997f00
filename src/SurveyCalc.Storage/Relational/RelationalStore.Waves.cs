using System.Data.Common;
using Dapper;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Storage.Relational;

public abstract partial class RelationalStore
{
    private string SelectHeader => $"""
        select s.id as SnapshotId, u.survey, u.fiscal_year as FiscalYear, u.file_name as FileName, u.sha256, u.size,
               {MomentAsText("u.received_at")} as ReceivedAt, u.received_by as ReceivedBy, u.profile_hash as ProfileHash,
               s.content_hash as ContentHash, s.code_book_hash as CodeBookHash, s.respondents
        from snapshot s join upload u on u.id = s.upload_id
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<WaveHeader>> GetWavesAsync(CancellationToken cancellation) =>
        Read<IReadOnlyList<WaveHeader>>(connection =>
        {
            var sql = $"""
                {SelectHeader}
                where s.id in (
                    select max(s.id) from snapshot s join upload u on u.id = s.upload_id group by u.survey, u.fiscal_year)
                """;
            return [.. connection.Query<HeaderRow>(sql).Select(row => row.ToHeader())
                .OrderBy(header => header.Wave.Survey, StringComparer.Ordinal).ThenBy(header => header.Wave.FiscalYear)];
        }, cancellation);

    /// <inheritdoc/>
    public Task<WaveHeader?> FindSnapshotAsync(WaveKey wave, string contentHash, string fileSha256, CancellationToken cancellation) =>
        Read(connection =>
        {
            var sql = $"""
                {SelectHeader}
                where u.survey = @Survey and u.fiscal_year = @year and s.content_hash = @contentHash and u.sha256 = @fileSha256
                order by s.id desc limit 1
                """;
            return connection.QuerySingleOrDefault<HeaderRow>(sql, new { wave.Survey, year = wave.FiscalYear.FirstYear, contentHash, fileSha256 })?.ToHeader();
        }, cancellation);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The three are not of one accepted file, or the columns do not fit.</exception>
    public Task<WaveHeader> SaveWaveAsync(
        Upload upload, WaveSnapshot snapshot, ImportReport report, CancellationToken cancellation)
    {
        if (snapshot.Wave != upload.Wave)
            throw new ArgumentException($"The snapshot is of {snapshot.Wave}, the upload of {upload.Wave}.", nameof(snapshot));
        if (report.Sha256 != upload.Sha256)
            throw new ArgumentException("The report is of another file.", nameof(report));
        if (!report.IsAccepted)
            throw new ArgumentException("A file with errors must not be stored.", nameof(report));

        return Write(connection =>
        {
            Lock(connection, $"wave {upload.Wave}");
            if (Current(connection, upload.Wave) is { } current && IsSameReading(current)) return current;
            var uploadId = InsertUpload(connection, upload);
            InsertReport(connection, uploadId, report);
            var snapshotId = InsertSnapshot(connection, uploadId, snapshot);
            InsertColumns(connection, snapshotId, snapshot, cancellation);
            return Current(connection, upload.Wave)!;
        }, cancellation);

        bool IsSameReading(WaveHeader current) => current.Upload.Sha256 == upload.Sha256
            && current.Upload.ProfileHash == upload.ProfileHash && current.CodeBookHash == snapshot.CodeBookHash;
    }

    private WaveHeader? Current(DbConnection connection, WaveKey wave)
    {
        var sql = $"{SelectHeader} where u.survey = @Survey and u.fiscal_year = @year order by s.id desc limit 1";
        return connection.QuerySingleOrDefault<HeaderRow>(sql, new { wave.Survey, year = wave.FiscalYear.FirstYear })?.ToHeader();
    }

    private long InsertUpload(DbConnection connection, Upload upload)
    {
        const string sql = """
            insert into upload (survey, fiscal_year, file_name, sha256, size, received_at, received_by, profile_hash)
            values (@Survey, @year, @FileName, @Sha256, @Size, @at, @ReceivedBy, @ProfileHash)
            returning id
            """;
        return connection.QuerySingle<long>(sql, new
        {
            upload.Wave.Survey,
            year = upload.Wave.FiscalYear.FirstYear,
            upload.FileName,
            upload.Sha256,
            upload.Size,
            at = Moment(upload.ReceivedAt),
            upload.ReceivedBy,
            upload.ProfileHash,
        });
    }

    private static void InsertReport(DbConnection connection, long uploadId, ImportReport report)
    {
        const string insertReport = """
            insert into import_report
                (upload_id, dialect, rows_in, accepted, rejected, excluded, errors, warnings, problem_counts)
            values (@uploadId, @Dialect, @RowsIn, @Accepted, @Rejected, @Excluded, @Errors, @Warnings, @counts)
            """;
        const string insertProblem = """
            insert into import_problem
                (upload_id, position, code, severity, row, line, column_no, column_name, found, message, remedy)
            values (@uploadId, @position, @Code, @severity, @Row, @Line, @Column, @ColumnName, @Found, @Message, @Remedy)
            """;
        var counts = CanonicalJson.Write(report.ProblemCounts);
        connection.Execute(insertReport, new
        {
            uploadId,
            report.Dialect,
            report.RowsIn,
            report.Accepted,
            report.Rejected,
            report.Excluded,
            report.Errors,
            report.Warnings,
            counts,
        });
        connection.Execute(insertProblem, report.Problems.Select((problem, i) => new
        {
            uploadId,
            position = i + 1,
            problem.Code,
            severity = problem.Severity.ToString(),
            problem.Where.Row,
            problem.Where.Line,
            problem.Where.Column,
            problem.Where.ColumnName,
            problem.Found,
            problem.Message,
            problem.Remedy,
        }));
    }

    private sealed record HeaderRow(
        long SnapshotId, string Survey, long FiscalYear, string FileName, string Sha256, long Size,
        string ReceivedAt, string ReceivedBy, string ProfileHash, string ContentHash, string CodeBookHash, long Respondents)
    {
        public WaveHeader ToHeader() => new(
            SnapshotId,
            new Upload(Wave(Survey, FiscalYear), FileName, Sha256, Size, Time(ReceivedAt), ReceivedBy, ProfileHash),
            ContentHash, CodeBookHash, (int)Respondents);
    }
}
