using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>The columns of a 調査 row on sample design, weighting and overlap, read together since they lean on each other.</summary>
internal static class DesignCells
{
    private static readonly string[] WeightingHeaders = ["調整の区分", "属性不明", "倍率の上下限"];

    /// <summary>標本設計, 層, 抽出単位, 単独抽出単位.</summary>
    public static SampleDesign Design(DefinitionRow row, DefinitionCells cells)
    {
        var kind = cells.Word(row, "標本設計", DefinitionWords.Samples, SampleKind.SimpleRandom);
        var policy = cells.Word(row, "単独抽出単位", DefinitionWords.SingleUnits, SingleUnitPolicy.Refuse);
        if (kind is null || policy is null) return SampleDesign.SimpleRandom;
        var (stratum, unit) = (row["層"], row["抽出単位"]);
        var hasStrata = kind is SampleKind.Stratified or SampleKind.Clustered;
        if (kind is SampleKind.Stratified && stratum.Length == 0) cells.Add(DefinitionProblems.StratumBlank(row));
        if (kind is SampleKind.Clustered && unit.Length == 0) cells.Add(DefinitionProblems.UnitBlank(row));
        foreach (var header in new[] { "層", "抽出単位", "単独抽出単位" })
            if (row[header].Length > 0 && !(hasStrata && (header != "抽出単位" || kind is SampleKind.Clustered)))
                cells.Add(DefinitionProblems.UnusedByDesign(row, header, kind.Value));
        return new SampleDesign(
            kind.Value, hasStrata && stratum.Length > 0 ? stratum : null, kind is SampleKind.Clustered && unit.Length > 0 ? unit : null,
            hasStrata ? policy.Value : SingleUnitPolicy.Refuse);
    }

    /// <summary>ウエイト調整, 調整の区分, 属性不明, 倍率の上下限.</summary>
    public static WeightingRule? Weighting(DefinitionRow row, DefinitionCells cells)
    {
        const string header = "ウエイト調整";
        if (row[header] is "" or DefinitionWords.NoWeighting)
        {
            foreach (var unused in WeightingHeaders.Where(h => row[h].Length > 0)) cells.Add(DefinitionProblems.UnusedWithoutWeighting(row, unused));
            return null;
        }

        if (!DefinitionWords.Weightings.TryParse(row[header], out var method))
        {
            cells.Add(DefinitionProblems.WeightingUnknown(row, row[header]));
            return null;
        }

        var margins = row["調整の区分"].Split(['|', '｜'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Breakdown.TryParse).OfType<Breakdown>().ToList();
        var unknown = cells.Word(row, "属性不明", DefinitionWords.UnknownAttributes, UnknownAttributePolicy.Refuse);
        var limits = Limits(row, cells);
        if (margins.Count == 0) cells.Add(DefinitionProblems.MarginsBlank(row, method));
        else if (Repeated(margins) is { } repeated) cells.Add(DefinitionProblems.MarginRepeated(row, repeated));
        else if (method is CalibrationMethod.PostStratification && margins.Count > 1) cells.Add(DefinitionProblems.PostStrataNotOne(row, margins));
        else if (unknown is not null) return new WeightingRule { Method = method, Margins = margins, Unknown = unknown.Value, Limits = limits };
        return null;
    }

    /// <summary>前回との標本, 相関, 重複の割合.</summary>
    public static SampleOverlap Overlap(DefinitionRow row, DefinitionCells cells)
    {
        if (cells.Word(row, "前回との標本", DefinitionWords.Overlaps, OverlapKind.Independent) is not { } kind) return SampleOverlap.Independent;
        var correlation = Number(row, "相関", -1, 1, kind, cells);
        var shared = Number(row, "重複の割合", 0, 1, kind, cells);
        return kind is OverlapKind.Partial ? new SampleOverlap(kind, correlation, shared) : new SampleOverlap(kind);
    }

    /// <summary>0.3〜3 as written; empty for none.</summary>
    public static string LimitsText(FactorLimits? limits) =>
        limits is { } given ? FormattableString.Invariant($"{(decimal)given.Lower}〜{(decimal)given.Upper}") : "";

    private static FactorLimits? Limits(DefinitionRow row, DefinitionCells cells)
    {
        var text = row["倍率の上下限"];
        if (text.Length == 0) return null;
        var ends = text.Split(['〜', '～', '~'], StringSplitOptions.TrimEntries);
        if (ends.Length == 2 && NumberText.TryParse(ends[0], out var lower) && NumberText.TryParse(ends[1], out var upper)
            && lower is >= 0 and < 1 && upper > 1)
            return new FactorLimits((double)lower, (double)upper);
        cells.Add(DefinitionProblems.LimitsUnreadable(row, text));
        return null;
    }

    private static double Number(DefinitionRow row, string header, int least, int most, OverlapKind kind, DefinitionCells cells)
    {
        var text = row[header];
        if (kind is not OverlapKind.Partial)
        {
            if (text.Length > 0) cells.Add(DefinitionProblems.UnusedByOverlap(row, header, kind));
        }
        else if (text.Length == 0) cells.Add(DefinitionProblems.OverlapBlank(row, header));
        else if (NumberText.TryParseShare(text, out var number) && number >= least && number <= most) return (double)number;
        else cells.Add(DefinitionProblems.OverlapOutside(row, header, text, least, most));
        return 0;
    }

    /// <summary>An attribute that stands twice in one breakdown, or a breakdown that stands twice.</summary>
    private static string? Repeated(IReadOnlyList<Breakdown> margins)
    {
        var within = margins.SelectMany(m => m.Questions.GroupBy(q => q, StringComparer.Ordinal)).FirstOrDefault(g => g.Count() > 1)?.Key;
        return within ?? margins.GroupBy(m => string.Join('×', m.Questions.Order(StringComparer.Ordinal))).FirstOrDefault(g => g.Count() > 1)?.Key;
    }
}
