using System.Globalization;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// Actuals as a CSV for people and machines (実績CSV): one value a cell, numbers as numbers with a period, units and both
/// calendars stated, CRLF. An empty cell is "does not apply".
/// </summary>
public static class ActualCsv
{
    private static readonly (string Header, Func<ActualRow, object?> Cell)[] Columns =
    [
        ("指標コード", r => r.Indicator), ("指標名", r => r.Name), ("調査", r => r.Survey), ("年度", r => r.FiscalYear),
        ("年度(西暦)", r => r.Year), ("集計区分", r => r.Breakdown), ("区分", r => r.Cell), ("単位", r => r.Unit),
        ("実績", r => r.Value), ("実績(丸め前)", r => r.Exact), ("実績がない理由", r => r.NoValueReason),
        ("分子", r => r.Numerator), ("分母(n)", r => r.Denominator), ("分母(ウエイト計)", r => r.WeightedDenominator),
        ("標準誤差", r => r.StandardError), ("有効標本サイズ", r => r.EffectiveN), ("信頼水準", r => r.Level),
        ("区間の方法", r => r.Method), ("信頼区間下限", r => r.Lower), ("信頼区間上限", r => r.Upper),
        ("母集団数", r => r.Population), ("全数調査", r => r.IsCensus is null ? null : r.IsCensus.Value ? "はい" : "いいえ"),
        ("無回答", r => r.NoAnswer), ("わからない", r => r.DontKnow), ("非該当", r => r.NotApplicable), ("無効", r => r.Invalid),
        ("対象条件の外", r => r.OutsideCondition), ("前回年度", r => r.Against), ("調査のない年度", r => r.SkippedYears),
        ("前回差", r => r.Change), ("前回差(表示値の差)", r => r.ChangeOfPrinted), ("前回差(正確な差)", r => r.ChangeOfExact),
        ("前回差(丸め前)", r => r.ChangeExact), ("前回差下限", r => r.ChangeLower), ("前回差上限", r => r.ChangeUpper),
        ("p値", r => r.PValue), ("前回差の判定", r => r.ChangeVerdict.InJapanese()), ("比較できない理由", r => r.ChangeReason),
        ("計画", r => r.Plan), ("計画との比較", r => r.TargetVerdict.InJapanese()), ("改訂", r => r.Revision == 0 ? null : r.Revision),
        ("状態", r => r.Status.InJapanese()), ("回答ファイル", r => r.FileName), ("回答ファイルSHA-256", r => r.FileSha256),
        ("符号表の版", r => r.CodeBookHash), ("指標の版", r => r.IndicatorHash), ("計算版", r => r.EngineVersion),
        ("指紋", r => r.Fingerprint), ("計算日時", r => FeedCsv.Time(r.ComputedAt)),
        ("参考値", r => r.IsReference is null ? null : r.IsReference.Value ? "参考値" : ""),
        ("デザイン効果", r => r.DesignEffect), ("有効標本サイズ(Kish)", r => r.KishEffectiveN), ("最小ウエイト", r => r.SmallestWeight),
        ("最大ウエイト", r => r.LargestWeight), ("自由度", r => r.DegreesOfFreedom), ("比べ方", r => r.ChangeNote), ("同じ人の数", r => r.Matched),
        ("p値(多重比較の補正後)", r => r.AdjustedPValue), ("前回差の判定(多重比較の補正後)", r => r.AdjustedVerdict?.InJapanese()),
        ("判定に必要な回答者数", r => r.RespondentsToDecide), ("説明", r => r.Sentence), ("除いた回答者", r => r.Excluded),
        ("標本設計とウエイト調整の注記", r => r.DesignNotes),
        ("前回との関係", r => r.Continuity?.InJapanese()),
        ("改訂者", r => r.By), ("承認者", r => r.ApprovedBy), ("改訂の理由", r => r.Why),
        ("改訂日時", r => r.RecordedAt is { } at ? FeedCsv.Time(at) : null), ("前回差の注", r => r.RevisionNote),
        ("達成率(%)", r => r.AchievementRate), ("達成率がない理由", r => r.NoAchievementRateReason), ("計画との比較の注記", r => r.TargetNote),
        ("計画の改定日", r => r.PlanRevisedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    /// <summary>The text of the file, without a byte order mark.</summary>
    public static string Write(IEnumerable<ActualRow> rows) => FeedCsv.Write(Columns, rows);
}
