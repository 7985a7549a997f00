using System.Globalization;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Explanations;
using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Worker.Output;

/// <summary>An explanation in plain Japanese on 80 columns: for a planner who is asked where a number comes from.</summary>
internal sealed class ExplanationText(TextWriter writer, Explanation explained)
{
    /// <summary>Ranges of rows shown of one list; a wave of a city has fewer, a million respondents are for JSON.</summary>
    private const int MostRanges = 2_000;

    private readonly NarrowText text = new(writer);
    private readonly ActualRow row = explained.Actual;

    public void Write()
    {
        text.Line("", $"{explained.Indicator} {explained.Name}");
        text.Line("", $"{row.Survey} {row.FiscalYear} の実績: {ValueOf()} (改訂{row.Revision}、{row.Status.InJapanese()})");
        WriteRule();
        WriteAnswers();
        WriteWeights();
        WriteFile();
        WriteCertainty();
        WriteRevision();
    }

    private void WriteRule()
    {
        Heading("1. 算式");
        text.Line("  計画書の算式: ", Or(explained.PrintedFormula, "(記載なし)"));
        text.Line("  計算した規則: ", explained.Rule ?? $"(当てはめられません) {row.NoValueReason}");
        if (explained.Counts is { } counts && row.Value is not null) text.Line("  計算: ", Arithmetic(counts));
        else if (explained.IsWithheld) text.Line("  計算: ", $"秘匿。{row.NoValueReason}");
    }

    private string Arithmetic(ExplainedCounts counts)
    {
        var exact = row.Exact!.Value.ToString("F" + (row.Value!.Value.Scale + 3), CultureInfo.InvariantCulture);
        var (dividend, divisor) = explained switch
        {
            { IsRatio: true, Weights: null } => ("分子", "分母"),
            { IsRatio: true } => ("分子のウエイト計", "分母のウエイト計"),
            { Weights: null } => ("点数の合計", "人数"),
            _ => ("ウエイト×点数の合計", "ウエイト計"),
        };
        if (!explained.IsRatio && explained.Answers.All(a => a.Score is null)) dividend = dividend.Replace("点数", "数値", StringComparison.Ordinal);
        return $"{dividend} {Number(counts.Dividend)} ÷ {divisor} {Number(counts.Divisor)}{(explained.IsPercent ? " × 100" : "")} = {exact}{explained.Unit} → 四捨五入して {ValueOf()}";
    }

    private void WriteAnswers()
    {
        Heading("2. 設問と選択肢");
        text.Line("  設問: ", explained.Question + (explained.QuestionText.Length > 0 ? $"「{explained.QuestionText}」" : ""));
        text.Line("  対象条件: ", explained.Condition ?? "なし(全員)");
        text.Line("  符号表の版: ", row.CodeBookHash);
        if (explained.Answers.Count == 0) return;
        var hasScores = explained.Answers.Any(a => a.Score is not null);
        var hasWeights = explained.Answers.Any(a => a.Weight is not null);
        var widths = (Code: Width("符号", a => a.Code ?? ""), Label: Math.Min(36, Width("選択肢", a => a.Label)), Role: Width("区分", a => a.Role.InJapanese()));
        Cells("符号", "選択肢", "区分", "点数", "人数", "ウエイト計", "扱い");
        foreach (var a in explained.Answers)
            Cells(
                a.Code ?? "", a.Label, a.Role.InJapanese(), a.Score is { } score ? Number(score) : "", a.Respondents is { } n ? Number(n) : "—",
                a.Weight is { } w ? w.ToString("N2", CultureInfo.InvariantCulture) : "", UseOf(a.Use));
        if (explained is { QuestionKind: QuestionKind.MultipleChoice, Counts: not null }) text.Line("  ", "複数回答のため、選択肢ごとの人数の合計は回答者数と一致しません。");

        int Width(string header, Func<ExplainedAnswer, string> cell) =>
            explained.Answers.Select(cell).Append(header).Max(NarrowText.WidthOf);

        void Cells(string code, string label, string role, string score, string count, string weight, string use) => text.Line(
            $"  {NarrowText.Pad(code, widths.Code)} {NarrowText.Pad(label, widths.Label)} {NarrowText.Pad(role, widths.Role)} "
            + (hasScores ? NarrowText.Pad(score, 5, right: true) + " " : "") + NarrowText.Pad(count, 7, right: true) + " "
            + (hasWeights ? NarrowText.Pad(weight, 11, right: true) + " " : ""), use);
    }

    private string UseOf(RowUse use) => use switch
    {
        RowUse.Numerator or RowUse.DenominatorOnly when !explained.IsRatio => "平均の対象",
        RowUse.Numerator or RowUse.DenominatorOnly => use.InJapanese(),
        _ => "除外",
    };

    private void WriteWeights()
    {
        Heading("3. ウエイト");
        if (explained.IsWithheld)
        {
            text.Line("  ", "秘匿のため示しません。");
            return;
        }

        if (explained.Weights is not { } weights)
        {
            text.Line("  ", "使っていません(回答者1人を1と数えています)。");
            return;
        }

        text.Line("  標本設計: ", weights.Design);
        text.Line("  ウエイト調整: ", weights.Method + (weights.Margins.Count > 0 ? $"({string.Join('、', weights.Margins)})" : ""));
        if (weights.Smallest is { } smallest) text.Line("  ウエイトの範囲: ", $"{Real(smallest)}〜{Real(weights.Largest!.Value)}");
        if (weights.EffectiveN is { } effective) text.Line("  有効標本サイズ: ", Real(effective));
        if (weights.KishEffectiveN is { } kish) text.Line("  有効標本サイズ(Kish): ", Real(kish));
        if (weights.DesignEffect is { } effect) text.Line("  デザイン効果: ", Real(effect));
        if (weights.Excluded is { } excluded) text.Line("  除いた回答者: ", $"{Number(excluded)}人 {weights.ExcludedReason}".TrimEnd());
        foreach (var note in weights.Notes) text.Line("  注記: ", note);
    }

    private void WriteFile()
    {
        Heading("4. 元のファイルと行");
        text.Line("  ファイル: ", row.FileName);
        text.Line("  SHA-256: ", row.FileSha256);
        if (explained.ReceivedAt is { } at) text.Line("  受付: ", Time(at));
        if (explained.Counts is not { } counts)
        {
            text.Line("  行: ", explained.IsWithheld ? $"秘匿。{explained.NoCountsReason}" : explained.NoCountsReason ?? "");
            return;
        }

        text.Line("  ", $"採用した回答 {Number(counts.Respondents)}行 = 分母 {Number(counts.Denominator)} + 除外 {Number(counts.LeftOut.Sum(l => l.Respondents))} (行番号はExcelで見える番号)");
        if (explained.IsRatio) WriteRows("分子に数えた", counts.NumeratorRows, Weighted(counts.Dividend));
        WriteRows(explained.IsRatio ? "分母に数えた" : "平均に数えた", counts.DenominatorRows, Weighted(counts.Divisor));
        foreach (var left in counts.LeftOut) WriteRows($"除外({left.Reason})", left.Rows, left.Weight);

        decimal? Weighted(decimal sum) => explained.Weights is null ? null : sum;
    }

    private void WriteRows(string label, IReadOnlyList<int> rows, decimal? weight)
    {
        text.Line("  ", $"{label}: {Number(rows.Count)}行" + (weight is { } sum ? $" (ウエイト計 {Number(sum)})" : ""));
        if (rows.Count == 0) return;
        var ranges = RowRanges.Of(rows).ToList();
        var more = ranges.Count > MostRanges ? $" ほか{Number(ranges.Count - MostRanges)}か所。すべては --format json で見られます。" : "";
        text.Line("    ", string.Join(", ", ranges.Take(MostRanges)) + more);
    }

    private void WriteCertainty()
    {
        Heading("5. 誤差、前回との比較、計画との比較");
        if (row.Method is { } method) text.Line("  区間の方法: ", method);
        text.Line("  ", row.Sentence);
        text.Line("  前回差の判定: ", row.ChangeVerdict.InJapanese() + (row.Against is null ? "" : $"({row.Against}比)"));
        text.Line("  計画値: ", row.Plan is null ? "なし" : $"{row.Plan} → {row.TargetVerdict.InJapanese()}");
    }

    private void WriteRevision()
    {
        Heading("6. 改訂");
        text.Line("  ", $"改訂{row.Revision}({row.Status.InJapanese()}) {Time(row.RecordedAt ?? row.ComputedAt)} 計算版{row.EngineVersion}");
        if (row.Status is not Status.Preliminary) text.Line("  計算日時: ", Time(row.ComputedAt));
        text.Line("  作成者: ", Or(explained.By, "(記録なし)"));
        if (explained.ApprovedBy.Length > 0) text.Line("  承認者: ", explained.ApprovedBy);
        text.Line("  理由: ", Or(explained.Why, "(記録なし)"));
        text.Line("  指標の版: ", row.IndicatorHash);
        text.Line("  設定の版: ", explained.SettingsHash);
        text.Line("  回答の版: ", explained.SnapshotHash);
    }

    private void Heading(string heading)
    {
        text.Blank();
        text.Line("", heading);
    }

    private string ValueOf() => row.Value is { } value ? value.ToString(CultureInfo.InvariantCulture) + explained.Unit
        : explained.IsWithheld ? $"秘匿({row.NoValueReason!.TrimEnd('。')})" : $"なし({row.NoValueReason?.TrimEnd('。')})";

    /// <summary>Japan has one time and no summer time.</summary>
    private static string Time(DateTimeOffset at) =>
        at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + "(日本時間)";

    private static string Or(string value, string otherwise) => value.Length > 0 ? value : otherwise;

    private static string Number(decimal value) => value.ToString("#,##0.############", CultureInfo.InvariantCulture);

    private static string Real(double value) => value.ToString(Math.Abs(value) >= 100 ? "N1" : "F4", CultureInfo.InvariantCulture);
}
