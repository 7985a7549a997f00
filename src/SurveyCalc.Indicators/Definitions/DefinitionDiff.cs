using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>What changed between two versions of a definition, as short Japanese lines (変更点).</summary>
public static class DefinitionDiff
{
    /// <param name="before">The version before; null when there is none.</param>
    /// <param name="after">The new version; of the same kind and key.</param>
    /// <returns>「指標 1-2-1: 分母 無回答を除く → 無回答を含む」 and the like; empty when the hashes are equal.</returns>
    public static IReadOnlyList<string> Of(DefinitionItem? before, DefinitionItem after)
    {
        if (before?.Hash == after.Hash) return [];
        var name = NameOf(after);
        if (before is null) return [$"{name}: 新規{Summary(after)}"];
        var lines = after.Kind switch
        {
            DefinitionKind.CodeBook => OfCodeBooks(DefinitionItems.ToCodeBook(before), DefinitionItems.ToCodeBook(after)),
            DefinitionKind.Profile => OfProfiles(DefinitionItems.Read<ImportProfile>(before), DefinitionItems.Read<ImportProfile>(after)),
            DefinitionKind.PopulationBreakdown => OfPopulations(
                DefinitionItems.Read<PopulationBreakdown>(before), DefinitionItems.Read<PopulationBreakdown>(after)),
            DefinitionKind.Targets => OfTexts(TextsOf(DefinitionItems.ToTargets(before)), TextsOf(DefinitionItems.ToTargets(after))),
            DefinitionKind.EnteredActuals => OfTexts(
                TextsOf(DefinitionItems.ToEnteredActuals(before)), TextsOf(DefinitionItems.ToEnteredActuals(after))),
            _ => OfCells(CellsOf(before), CellsOf(after)),
        };
        return [.. lines.DefaultIfEmpty("表記だけの変更").Select(line => $"{name}: {line}")];
    }

    private static string NameOf(DefinitionItem item) => item.Kind switch
    {
        DefinitionKind.Survey => $"調査 {item.Key}",
        DefinitionKind.CodeBook => $"符号表 {DefinitionItems.ToCodeBook(item).Wave}",
        DefinitionKind.Profile => $"取込設定 {DefinitionItems.Read<ImportProfile>(item).Wave}",
        DefinitionKind.Population => $"母集団 {DefinitionItems.Read<Population>(item).Wave}",
        DefinitionKind.PopulationBreakdown when DefinitionItems.Read<PopulationBreakdown>(item) is var table => $"人口 {table.Wave} {table.By}",
        DefinitionKind.Indicator => $"指標 {item.Key}",
        DefinitionKind.RegisterEntry => $"台帳 {item.Key}",
        DefinitionKind.EnteredActuals => $"入力実績 {item.Key}",
        _ => $"計画値 {item.Key}",
    };

    private static string Summary(DefinitionItem item) => item.Kind switch
    {
        DefinitionKind.CodeBook => string.Create(CultureInfo.InvariantCulture, $"(設問{DefinitionItems.ToCodeBook(item).Questions.Count}個)"),
        DefinitionKind.PopulationBreakdown => string.Create(CultureInfo.InvariantCulture, $"(区分{DefinitionItems.Read<PopulationBreakdown>(item).Cells.Count}個)"),
        DefinitionKind.Indicator => $"({DefinitionItems.ToIndicator(item).Name})",
        DefinitionKind.Targets => string.Create(CultureInfo.InvariantCulture, $"({DefinitionItems.ToTargets(item).Count}個)"),
        DefinitionKind.RegisterEntry => $"({DefinitionItems.ToEntry(item).Name})",
        DefinitionKind.EnteredActuals => string.Create(CultureInfo.InvariantCulture, $"({DefinitionItems.ToEnteredActuals(item).Count}個)"),
        _ => "",
    };

    /// <summary>Headers and cells of a definition that is one row of its file.</summary>
    private static IEnumerable<(string Header, string Cell)> CellsOf(DefinitionItem item)
    {
        var (schema, row) = item.Kind switch
        {
            DefinitionKind.Survey => (DefinitionSchema.Surveys, SurveyTable.Write(DefinitionItems.ToSet([item]))),
            DefinitionKind.Population => (DefinitionSchema.Populations, PopulationTable.Write(DefinitionItems.ToSet([item]))),
            DefinitionKind.RegisterEntry => (DefinitionSchema.Register, RegisterTable.Write(DefinitionItems.ToSet([item]))),
            _ => (DefinitionSchema.Indicators, IndicatorTable.Write(DefinitionItems.ToSet([item]))),
        };
        return schema.Headers.Zip(row.Single());
    }

    private static IEnumerable<string> OfCells(IEnumerable<(string Header, string Cell)> before, IEnumerable<(string Header, string Cell)> after) =>
        before.Zip(after).Where(p => p.First.Cell != p.Second.Cell).Select(p => $"{p.First.Header} {Arrow(p.First.Cell, p.Second.Cell)}");

    private static IEnumerable<string> OfProfiles(ImportProfile before, ImportProfile after) =>
        from item in ProfileItem.All
        let old = string.Join(" / ", item.Values(before))
        let young = string.Join(" / ", item.Values(after))
        where old != young
        select $"{item.Name} {Arrow(old, young)}";

    private static IEnumerable<string> OfPopulations(PopulationBreakdown before, PopulationBreakdown after)
    {
        if (before.AsOf != after.AsOf) yield return $"基準日 {Arrow(before.AsOf, after.AsOf)}";
        var (old, young) = (Counts(before), Counts(after));
        foreach (var label in young.Keys.Union(old.Keys))
            if (old.GetValueOrDefault(label) is var was && young.GetValueOrDefault(label) is var now && was != now)
                yield return $"{label} {Arrow(was ?? "", now ?? "")}";

        static Dictionary<string, string?> Counts(PopulationBreakdown table) => table.Cells.ToDictionary(
            c => string.Join('×', c.Labels), c => (string?)c.Count.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary>Each version of a plan value by its year and day.</summary>
    private static List<Text> TextsOf(IReadOnlyList<Target> targets) =>
    [
        .. targets.Select(t => new Text(
            TargetTable.YearText(t) + (t.RevisedOn is { } day ? $"({TargetTable.DayText(day)}改定)" : ""),
            t.Text + (TargetTable.AdoptedText(t) is { Length: > 0 } adopted ? $"(採用値 {adopted})" : "")
                + (t.Reason.Length > 0 ? $"({t.Reason})" : ""),
            t.Year?.FirstYear ?? 0, t.From?.FirstYear ?? 0, t.RevisedOn?.DayNumber ?? 0)),
    ];

    private static List<Text> TextsOf(IReadOnlyList<EnteredActual> actuals) =>
    [
        .. actuals.Select(a => new Text(
            $"{a.Year}({DefinitionWords.Statuses.WordOf(a.Status)})", a.Text + (a.Source.Length > 0 ? $"({a.Source})" : ""),
            a.Year.FirstYear, (int)a.Status, 0)),
    ];

    private static IEnumerable<string> OfTexts(List<Text> before, List<Text> after)
    {
        foreach (var text in before.Concat(after).DistinctBy(t => t.Name).OrderBy(t => t.Year).ThenBy(t => t.Second).ThenBy(t => t.Third))
        {
            var (old, young) = (before.Find(t => t.Name == text.Name), after.Find(t => t.Name == text.Name));
            if (old?.Shown != young?.Shown) yield return $"{text.Name} {Arrow(old?.Shown ?? "", young?.Shown ?? "")}";
        }
    }

    private static IEnumerable<string> OfCodeBooks(CodeBook before, CodeBook after)
    {
        if (before.Link != after.Link) yield return $"調査全体の前回との関係 {Arrow(Show(before.Link), Show(after.Link))}";
        foreach (var question in after.Questions)
        {
            if (before.Find(question.Id) is not { } old) yield return $"設問「{question.Id}」を追加";
            else
                foreach (var line in OfQuestions(old, question))
                    yield return $"設問「{question.Id}」の{line}";
        }

        foreach (var question in before.Questions.Where(q => after.Find(q.Id) is null)) yield return $"設問「{question.Id}」を削除";
        var kept = after.Questions.Where(q => before.Find(q.Id) is not null).Select(q => LabelText.Normalize(q.Id));
        if (!kept.SequenceEqual(before.Questions.Where(q => after.Find(q.Id) is not null).Select(q => LabelText.Normalize(q.Id))))
            yield return "設問の順番を変更";
    }

    private static IEnumerable<string> OfQuestions(Question before, Question after)
    {
        (string Name, string Before, string After)[] cells =
        [
            ("設問文", before.Text, after.Text),
            ("種別", DefinitionWords.Kinds.WordOf(before.Kind), DefinitionWords.Kinds.WordOf(after.Kind)),
            ("列", before.Column ?? "選択肢ごと", after.Column ?? "選択肢ごと"),
            ("対象条件", before.AskedIf?.ToString() ?? "", after.AskedIf?.ToString() ?? ""),
            ("系列", before.Series, after.Series),
            ("前回との関係", Show(before.Link), Show(after.Link)),
        ];
        foreach (var (name, old, young) in cells)
            if (old != young)
                yield return $"{name} {Arrow(old, young)}";
        foreach (var choice in after.Choices)
        {
            if (before.Choices.FirstOrDefault(c => LabelText.Same(c.Code, choice.Code)) is not { } old) yield return $"選択肢「{Show(choice)}」を追加";
            else if (old != choice) yield return $"選択肢 {Arrow(Show(old), Show(choice))}";
        }

        foreach (var choice in before.Choices.Where(c => !after.Choices.Any(a => LabelText.Same(a.Code, c.Code))))
            yield return $"選択肢「{Show(choice)}」を削除";
        var kept = after.Choices.Select(c => LabelText.Normalize(c.Code)).Intersect(before.Choices.Select(c => LabelText.Normalize(c.Code)));
        if (!kept.SequenceEqual(before.Choices.Select(c => LabelText.Normalize(c.Code)).Intersect(after.Choices.Select(c => LabelText.Normalize(c.Code)))))
            yield return "選択肢の順番を変更";
    }

    private static string Show(Choice choice) =>
        $"{choice.Code} {choice.Label}({DefinitionWords.Meanings.WordOf(new ChoiceMeaning(choice.Role, choice.IsExclusive))}"
        + $"{(choice.Column is null ? "" : "、列 " + choice.Column)})";

    private static string Show(SeriesLink? link) => link is null ? ""
        : DefinitionWords.Continuities.WordOf(link.Continuity) + (link.Reason.Length == 0 ? "" : $"({link.Reason})");

    private static string Arrow(string before, string after) => $"{(before.Length == 0 ? "(空欄)" : before)} → {(after.Length == 0 ? "(空欄)" : after)}";

    /// <summary>One of many values of an item, with its place in the order.</summary>
    private sealed record Text(string Name, string Shown, int Year, int Second, int Third);
}
