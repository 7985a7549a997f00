using Dapper;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Storage;

public sealed partial class PostgresStoreTests
{
    [StoreFact]
    public void Every_view_for_others_is_there_and_explains_itself_and_each_of_its_columns()
    {
        const string comments = """
            select c.relname, coalesce(a.attname, ''), coalesce(col_description(c.oid, a.attnum), '')
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'surveycalc_api'::regnamespace and a.attnum > 0
            union all
            select relname, '', coalesce(obj_description(oid), '') from pg_class where relnamespace = 'surveycalc_api'::regnamespace
            """;
        using var connection = Connect();
        var found = connection.Query<(string View, string Column, string Comment)>(comments).ToList();
        Assert.Equal(
            ["import_report", "indicator_actual", "indicator_actual_latest", "indicator_change", "survey_answer"],
            found.Select(row => row.View).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(found, row => row.Comment.Length == 0);
        foreach (var view in found.Select(row => row.View).Distinct()) Assert.Empty(connection.Query($"select * from surveycalc_api.{view}"));
    }

    [StoreFact]
    public async Task The_views_show_figures_and_changes_as_the_suppression_gate_passes_them()
    {
        var definitions = new DefinitionSet { Surveys = [new SurveySettings { Survey = "職員", MinimumBase = 10 }, new SurveySettings { Survey = "市民" }] };
        await using var store = PostgresStore.Open(database);
        await store.SaveDefinitionsAsync([DefinitionItems.Of(definitions.Surveys[0] with { MinimumBase = 2_000 })], Noon, "planner", None);
        await store.SaveDefinitionsAsync(DefinitionItems.Of(definitions), Noon, "planner", None);
        await store.AppendActualsAsync(
            [
                Of("A", "職員", 2018, 9), Of("A", "職員", 2020, 1_000), Of("A", "職員", 2022, 10), // 2020 compares with what is withheld
                Of("B", "職員", 2020, 9), Of("C", "市民", 2020, 9), Of("D", "市民", 2018, 9), Of("D", "市民", 2020, 9),
                Of("E", "職員", 2020, 5) with { Figure = null, NoFigureReason = "有効な回答がありません。", TargetVerdict = TargetVerdict.NoFigure },
            ],
            None);
        await store.AppendActualsAsync([Of("A", "職員", 2022, 20)], None);

        using var connection = Connect();
        var shown = SuppressionGate.Pass(await store.GetActualsAsync(allRevisions: true, None), definitions);
        var rows = connection.Query<ActualRow>("""
            select sequence, indicator, survey, fiscal_year as year, revision, cast(value as text) as value, denominator, no_figure_reason as reason, target_verdict as verdict
            from surveycalc_api.indicator_actual order by sequence
            """).ToList();
        Assert.Equal(Enumerable.Range(1, 9).Select(i => (long)i), rows.Select(row => row.Sequence));
        Assert.Equal(
            shown.Select(a => (a.Indicator, (long)a.Wave.FiscalYear.FirstYear, (long)a.Revision, Text(a.Figure?.Printed), a.Figure?.Denominator, a.NoFigureReason, a.TargetVerdict.ToString())),
            InOrder(rows.Select(row => (row.Indicator, row.Year, row.Revision, row.Value, row.Denominator, row.Reason, row.Verdict))));

        var latest = SuppressionGate.Pass(await store.GetActualsAsync(allRevisions: false, None), definitions);
        Assert.Equal(
            latest.Select(a => (a.Indicator, (long)a.Wave.FiscalYear.FirstYear, (long)a.Revision)),
            InOrder(connection.Query<(string, long, long)>("select indicator, fiscal_year, revision from surveycalc_api.indicator_actual_latest")));
        Assert.Equal(
            latest.Select(a => (a.Indicator, (long)a.Wave.FiscalYear.FirstYear, (long)a.Revision, a.Change.Verdict.ToString(), a.Change.Reason, Text(a.Change.OfPrinted), a.Change.Difference)),
            InOrder(connection.Query<(string, long, long, string, string, string?, double?)>("""
                select indicator, fiscal_year, revision, verdict, reason, cast(difference_of_printed as text), difference from surveycalc_api.indicator_change
                """)));

        static Actual Of(string indicator, string survey, int year, long denominator) =>
            Actual(indicator, Wave(survey, year), $"{indicator}{year}{denominator}") is var a ? a with { Figure = a.Figure! with { Denominator = denominator } } : throw new InvalidOperationException();

        static string? Text(decimal? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

        static IEnumerable<T> InOrder<T>(IEnumerable<T> rows) => rows.Order();
    }

    [StoreFact]
    public async Task The_view_of_answers_unpacks_every_answer_of_the_current_snapshots()
    {
        const int rows = AnswerColumn.ChunkRows + 3;
        await using var store = PostgresStore.Open(database);
        var several = Column("複数", [Answer.Marked(1UL << 63 | 1, AnswerRole.Substantive), Answer.Marked(0, AnswerRole.Substantive), Answer.Of(AnswerRole.NotApplicable)], [.. Enumerable.Range(0, rows).Select(r => r % 3)]);
        var numeric = Column("年齢", [Answer.Of(0m), Answer.Of(70.50m), Answer.Of(AnswerRole.Invalid)], [.. Enumerable.Range(0, rows).Select(r => r / 3 % 3)]);
        var snapshot = Snapshot(Wave(), rows) with
        {
            Columns = Columns(Column("単一", rows, 300), several, numeric),
            RespondentIds = [.. Enumerable.Range(0, rows).Select(r => $"職員{r}")],
        };
        foreach (var (content, bytes) in new[] { (Snapshot(Wave()), "a"), (snapshot, "b"), (Snapshot(Wave(year: 2021), 2), "c") })
        {
            var upload = Upload(content.Wave, bytes);
            await store.SaveWaveAsync(upload, content, Report(upload), None);
        }

        using var connection = Connect();
        foreach (var column in snapshot.Columns.Values)
        {
            var found = connection.Query<AnswerRow>("""
                select respondent, role, choice, marks, number from surveycalc_api.survey_answer
                where survey = @Survey and fiscal_year = 2020 and question = @Question order by respondent
                """, new { snapshot.Wave.Survey, column.Question }).ToList();
            Assert.Equal(rows, found.Count);
            for (var r = 0; r < rows; r++)
            {
                var answer = column.Answers[column.NumberAt(r)];
                var (isMarked, isNumber) = (column.Question == "複数" && answer.Role is AnswerRole.Substantive, column.Question == "年齢" && answer.Role is AnswerRole.Substantive);
                var row = found[r];
                Assert.True(
                    row.Respondent == r + 1 && row.Role == answer.Role.ToString() && (row.Choice ?? -1) == answer.Choice
                    && row.Number == (isNumber ? answer.Number : null)
                    && (row.Marks is null ? !isMarked : isMarked && row.Marks.Aggregate(0UL, (set, bit) => set | 1UL << bit) == answer.Marks),
                    $"{column.Question} {r}: {row}");
            }
        }

        Assert.Equal(2L + rows * 3, connection.QuerySingle<long>("select count(*) from surveycalc_api.survey_answer"));
        Assert.Equal(
            [("市民意識調査", 2020L, false), ("市民意識調査", 2020L, true), ("市民意識調査", 2021L, true)],
            connection.Query<(string, long, bool)>("select survey, fiscal_year, is_current from surveycalc_api.import_report order by upload_id"));
    }

    private sealed record ActualRow(
        long Sequence, string Indicator, string Survey, long Year, long Revision, string? Value, long? Denominator, string Reason, string Verdict);

    private sealed class AnswerRow
    {
        public long Respondent { get; set; }
        public string Role { get; set; } = "";
        public int? Choice { get; set; }
        public int[]? Marks { get; set; }
        public decimal? Number { get; set; }
    }
}
