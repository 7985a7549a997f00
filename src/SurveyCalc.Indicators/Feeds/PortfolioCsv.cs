namespace SurveyCalc.Indicators.Feeds;

/// <summary>Pairs of importance and satisfaction as a CSV (重要度×満足度CSV).</summary>
public static class PortfolioCsv
{
    private static readonly (string Header, Func<PortfolioRow, object?> Cell)[] Columns =
    [
        ("調査", r => r.Survey), ("年度", r => r.FiscalYear), ("年度(西暦)", r => r.Year),
        ("満足度の指標", r => r.Satisfaction), ("満足度の指標名", r => r.SatisfactionName), ("重要度の指標", r => r.Importance),
        ("重要度の指標名", r => r.ImportanceName), ("単位", r => r.Unit),
        ("満足度", r => r.SatisfactionValue), ("満足度の下限", r => r.SatisfactionLower), ("満足度の上限", r => r.SatisfactionUpper), ("満足度のn", r => r.SatisfactionN),
        ("重要度", r => r.ImportanceValue), ("重要度の下限", r => r.ImportanceLower), ("重要度の上限", r => r.ImportanceUpper), ("重要度のn", r => r.ImportanceN),
        ("信頼水準", r => r.Level), ("差(重要度−満足度)", r => r.Gap), ("満足度の平均", r => r.SatisfactionMean), ("重要度の平均", r => r.ImportanceMean),
        ("位置", r => r.Quadrant.InJapanese()), ("判定できない理由", r => r.Reason), ("参考値", r => r.IsReference is null ? null : r.IsReference.Value ? "参考値" : ""),
    ];

    /// <summary>The text of the file, without a byte order mark.</summary>
    public static string Write(IEnumerable<PortfolioRow> rows) => FeedCsv.Write(Columns, rows);
}
