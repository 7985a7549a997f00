using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// The errata (正誤表), drawn up from the corrected revisions: through the <see cref="SuppressionGate"/>, in the order in
/// which they were corrected.
/// </summary>
public static class Errata
{
    private static readonly (string Header, Func<Erratum, object?> Cell)[] Columns =
    [
        ("指標コード", e => e.Indicator), ("指標名", e => e.Name), ("調査", e => e.Survey), ("年度", e => e.FiscalYear), ("年度(西暦)", e => e.Year),
        ("単位", e => e.Unit), ("改訂", e => e.Revision), ("誤", e => e.Wrong), ("誤の値がない理由", e => e.NoWrongReason), ("正", e => e.Right),
        ("正の値がない理由", e => e.NoRightReason), ("原因", e => e.Cause), ("訂正の理由", e => e.Reason), ("提案者", e => e.ProposedBy),
        ("承認者", e => e.ApprovedBy), ("訂正日時", e => e.CorrectedAt is { } at ? FeedCsv.Time(at) : null),
    ];

    /// <summary>One line for each corrected revision.</summary>
    /// <param name="revisions">Every revision of every actual.</param>
    /// <param name="definitions">Names, units and limits.</param>
    public static IReadOnlyList<Erratum> Of(IReadOnlyList<Actual> revisions, DefinitionSet definitions)
    {
        var shown = SuppressionGate.Pass(revisions, definitions);
        var before = shown.ToDictionary(a => (a.Indicator, a.Wave, a.Revision));
        return [.. shown.Where(a => a.Status is Status.Corrected)
            .Select(a => Line(before[(a.Indicator, a.Wave, a.Revision - 1)], a, definitions.IndicatorOf(a.Indicator, a.Wave.FiscalYear)))
            .OrderBy(e => e.CorrectedAt)];
    }

    /// <summary>The CSV file (正誤表CSV), without a byte order mark.</summary>
    public static string WriteCsv(IEnumerable<Erratum> errata) => FeedCsv.Write(Columns, errata);

    private static Erratum Line(Actual wrong, Actual right, Indicator? indicator) => new()
    {
        Indicator = right.Indicator,
        Name = indicator?.Name ?? "",
        Survey = right.Wave.Survey,
        FiscalYear = right.Wave.FiscalYear.ToString(),
        Year = right.Wave.FiscalYear.FirstYear,
        Unit = indicator?.Unit ?? "",
        Revision = right.Revision,
        Wrong = wrong.Figure?.Printed,
        NoWrongReason = wrong.Figure is null ? wrong.NoFigureReason : null,
        Right = right.Figure?.Printed,
        NoRightReason = right.Figure is null ? right.NoFigureReason : null,
        Cause = InputChanges.Between(wrong, right),
        Reason = right.Why,
        ProposedBy = right.By,
        ApprovedBy = right.ApprovedBy,
        CorrectedAt = right.RecordedAt,
    };
}
