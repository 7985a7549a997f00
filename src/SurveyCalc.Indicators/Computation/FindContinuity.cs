using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Computation;

/// <summary>
/// Whether this wave's question continues the earlier one's (系列): what the code books declare, and where they declare
/// nothing, what they show.
/// </summary>
internal static class FindContinuity
{
    /// <summary>What was found.</summary>
    /// <param name="Link">The farthest relation declared, or the break of two series; null when nothing is declared.</param>
    /// <param name="Note">What a reader of the change should know, in Japanese; empty when there is nothing.</param>
    public readonly record struct Outcome(SeriesLink? Link, string Note);

    /// <param name="indicator">The indicator.</param>
    /// <param name="cell">Cell compared; its attributes must continue too.</param>
    /// <param name="before">Code book of the wave compared with.</param>
    /// <param name="since">Code books of the waves after it up to this one, by year; at least this one.</param>
    public static Outcome Of(Indicator indicator, BreakdownCell cell, CodeBook before, IReadOnlyList<CodeBook> since)
    {
        var now = since[^1];
        string[] counted = indicator.Condition is null ? [indicator.Question] : [indicator.Question, indicator.Condition.Question];
        string[] questions = cell.IsEverybody ? counted : [.. counted, .. Breakdown.Parse(cell.Breakdown).Questions];
        var declared = since.SelectMany(b => questions.Select(q => b.Find(q)?.Link).Prepend(b.Link)).OfType<SeriesLink>().ToList();
        var farthest = declared.Count == 0 ? (Continuity?)null : declared.Max(l => l.Continuity);
        var reason = string.Join("、", declared.Where(l => l.Continuity == farthest && l.Reason.Length > 0).Select(l => l.Reason).Distinct());
        foreach (var id in counted)
            if (before.Find(id) is { } old && now.Find(id) is { } young && !LabelText.Same(old.Series, young.Series))
                return new Outcome(new SeriesLink(Continuity.Break,
                    $"設問の系列が変わりました(「{old.Series}」→「{young.Series}」)。{(reason.Length == 0 ? "" : $"{reason}。")}"), "");
        return farthest switch
        {
            Continuity.Break => new Outcome(new SeriesLink(Continuity.Break, $"前回の調査と断絶しています({reason})。"), ""),
            Continuity.Similar => new Outcome(new SeriesLink(Continuity.Similar, reason), $"前回とは同じでなく類似の設問なので、差は参考です({reason})。"),
            Continuity.Same => new Outcome(new SeriesLink(Continuity.Same, reason), ""),
            _ => new Outcome(null, Observed(before.Find(indicator.Question), now.Find(indicator.Question))),
        };
    }

    /// <summary>What differs although nothing is declared.</summary>
    private static string Observed(Question? before, Question? now)
    {
        if (before is null || now is null) return "";
        var (old, young) = (Labels(before), Labels(now));
        var (gone, added) = (old.Except(young).ToList(), young.Except(old).ToList());
        if (gone.Count + added.Count > 0)
            return $"選択肢が前回と違います({string.Join("、", added.Select(l => $"+{l}").Concat(gone.Select(l => $"-{l}")))})。符号表の「前回との関係」を確かめてください。";
        return before.Text.Length > 0 && now.Text.Length > 0 && !LabelText.Same(before.Text, now.Text)
            ? "設問文が前回と違います。符号表の「前回との関係」を確かめてください。"
            : "";
    }

    private static List<string> Labels(Question question) =>
        [.. question.Choices.Where(c => c.Role is AnswerRole.Substantive or AnswerRole.DontKnow).Select(c => LabelText.Normalize(c.Label))];
}
