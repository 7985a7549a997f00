using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>Which sheets are wanted. A text selects the one name that it is, begins or is part of, in that order.</summary>
/// <param name="Plan">計画; null for all.</param>
/// <param name="Policy">政策; null for all.</param>
/// <param name="Measure">施策, such as 施策1-5; null for all.</param>
public sealed record SheetSelection(string? Plan, string? Policy, string? Measure)
{
    /// <summary>The entries that are wanted, together by 施策, in their order.</summary>
    /// <exception cref="OperatorException">A text fits nothing, or more than one name.</exception>
    internal IReadOnlyList<IGrouping<(string Plan, string Policy, string Measure), RegisterEntry>> Pick(IReadOnlyList<RegisterEntry> entries)
    {
        var kept = Narrow(entries, "計画", "--plan", Plan, e => e.Plan, e => e.Plan);
        kept = Narrow(kept, "政策", "--policy", Policy, e => e.Policy, e => e.Policy);
        kept = Narrow(kept, "施策", "--measure", Measure, e => e.Measure, e => e.Plan.Length == 0 ? e.Measure : $"{e.Measure}({e.Plan})");
        return [.. kept.GroupBy(e => (e.Plan, e.Policy, e.Measure))];
    }

    private static IReadOnlyList<RegisterEntry> Narrow(
        IReadOnlyList<RegisterEntry> entries, string what, string option, string? text, Func<RegisterEntry, string> name, Func<RegisterEntry, string> full)
    {
        if (text is null) return entries;
        var wanted = LabelText.Normalize(text);
        if (wanted.Length == 0) throw new OperatorException($"{option} に{what}の名前がありません。");
        Func<string, bool>[] ways =
        [
            n => LabelText.Normalize(n) == wanted,
            n => LabelText.Normalize(Number(n)) == wanted,
            n => LabelText.Normalize(n).StartsWith(wanted, StringComparison.Ordinal),
            n => LabelText.Normalize(n).Contains(wanted, StringComparison.Ordinal),
        ];
        foreach (var way in ways)
        {
            var found = entries.Where(e => way(name(e))).ToList();
            var names = found.Select(full).Distinct(StringComparer.Ordinal).ToList();
            if (names.Count == 1) return found;
            if (names.Count > 1)
                throw new OperatorException($"{option} の「{text}」にあてはまる{what}が{names.Count}件あります。1つに決まるように書くか、--plan・--policy でしぼってください: {List(names)}");
        }

        var all = entries.Select(name).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        throw new OperatorException(all.Count == 0
            ? $"{what}の名前が定義に1つもないため、{option} は使えません。指標台帳または指標の定義に{what}を書いて define してください。"
            : $"{option} の「{text}」にあてはまる{what}はありません。あるもの: {List(all)}");
    }

    /// <summary>The number that a name begins with: 施策1-5, also where it is printed 施策 1-5.</summary>
    private static string Number(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length == 0 ? "" : words[0];
        return words.Length > 1 && first is "政策" or "施策" ? first + words[1] : first;
    }

    private static string List(List<string> names) =>
        string.Join(" / ", names.Take(20)) + (names.Count > 20 ? $" ほか{names.Count - 20}件" : "");
}
