using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// 台帳 files: one row per indicator that a plan prints. What an indicator of 指標 already says may be left blank; an
/// indicator without a row is an entry all the same.
/// </summary>
internal static class RegisterTable
{
    /// <param name="tables">The files.</param>
    /// <param name="indicators">Indicators that are computed.</param>
    /// <param name="codes">Known codes, normal form to spelling; those of the register are added.</param>
    /// <param name="cells">Receives the problems.</param>
    /// <returns>The entries with their rows; the row is null for an indicator that no file describes.</returns>
    public static IReadOnlyList<(RegisterEntry Entry, DefinitionRow? Row)> Read(
        IEnumerable<DefinitionTable> tables, IReadOnlyList<IndicatorRow> indicators, Dictionary<string, string> codes, DefinitionCells cells)
    {
        var read = new List<(RegisterEntry Entry, DefinitionRow? Row)>();
        var seen = new Dictionary<string, DefinitionRow>(StringComparer.Ordinal);
        var computed = codes.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var row in tables.SelectMany(t => t.Rows))
        {
            if (cells.Name(row, "指標コード") is not { } text) continue;
            var key = LabelText.Normalize(text);
            if (IndicatorTable.IsDate(text)) cells.Add(DefinitionProblems.CodeLooksLikeDate(row, text));
            if (!seen.TryAdd(key, row))
            {
                cells.Add(DefinitionProblems.EntryTwice(row, text, seen[key]));
                continue;
            }

            codes.TryAdd(key, text);
            var indicator = indicators.LastOrDefault(i => i.Indicator.Code == codes[key])?.Indicator;
            if (indicator is null && computed.Contains(key)) continue;
            if (ReadRow(row, codes[key], indicator, cells) is { } entry) read.Add((entry, row));
        }

        var lacking = indicators.Where(i => !seen.ContainsKey(LabelText.Normalize(i.Indicator.Code))).GroupBy(i => i.Indicator.Code, StringComparer.Ordinal)
            .Select(versions => versions.MaxBy(v => v.Indicator.ValidFrom?.FirstYear ?? 0)!);
        return [.. Linked(read, codes, cells), .. lacking.Select(i => (RegisterEntry.Of(i.Indicator), (DefinitionRow?)null))];
    }

    public static IEnumerable<string[]> Write(DefinitionSet definitions)
    {
        foreach (var entry in definitions.Register)
        {
            var indicator = definitions.Indicators.LastOrDefault(i => i.Code == entry.Code);
            var said = indicator is null ? null : RegisterEntry.Of(indicator);
            if (entry == said) continue;
            yield return
            [
                entry.Code, entry.Plan, Unless(entry.Policy, said?.Policy), Unless(entry.Measure, said?.Measure), Unless(entry.Name, said?.Name),
                entry.Reason, Unless(entry.PrintedFormula, said?.PrintedFormula), Unless(entry.Unit, said?.Unit),
                entry.Direction == said?.Direction ? "" : DefinitionWords.Directions.WordOf(entry.Direction),
                entry.Owner, string.Join('、', entry.Related), entry.Notes, Unless(entry.Source, said?.Source), entry.Continues ?? "",
            ];
        }
    }

    private static string Unless(string text, string? said) => text == said ? "" : text;

    private static RegisterEntry? ReadRow(DefinitionRow row, string code, Indicator? indicator, DefinitionCells cells)
    {
        var name = indicator is null ? cells.Text(row, "指標名") : Fill(row, "指標名", code, indicator.Name, cells);
        var direction = DirectionOf(row, code, indicator, cells);
        if (name is null || direction is null) return null;
        return new RegisterEntry
        {
            Code = code,
            Name = name,
            Plan = row["計画"],
            Policy = Fill(row, "政策", code, indicator?.Policy, cells),
            Measure = Fill(row, "施策", code, indicator?.Measure, cells),
            Reason = row["設定理由"],
            PrintedFormula = Fill(row, "算式", code, indicator?.PrintedFormula, cells),
            Unit = Fill(row, "単位", code, indicator?.Unit, cells),
            Direction = direction.Value,
            Owner = row["所管"],
            Related = row["関連"].Split('、', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Notes = row["特記事項"],
            Source = row["出典"] is { Length: > 0 } source ? source : indicator?.Survey ?? "",
            Continues = row["引継元"] is { Length: > 0 } earlier ? earlier : null,
        };
    }

    /// <summary>The cell, or what the indicator says where it is blank; both are named where they differ.</summary>
    private static string Fill(DefinitionRow row, string header, string code, string? said, DefinitionCells cells)
    {
        var text = row[header];
        if (text.Length == 0) return said ?? "";
        if (said is { Length: > 0 } && !LabelText.Same(text, said)) cells.Add(DefinitionProblems.EntryDiffers(row, header, code, text, said));
        return text;
    }

    /// <summary>The direction; what the indicator is computed with goes before what the register says.</summary>
    private static Direction? DirectionOf(DefinitionRow row, string code, Indicator? indicator, DefinitionCells cells)
    {
        if (indicator is null) return cells.Word(row, "向き", DefinitionWords.Directions);
        if (row["向き"].Length == 0) return indicator.Direction;
        if (cells.Word(row, "向き", DefinitionWords.Directions) is not { } written) return null;
        if (written != indicator.Direction)
            cells.Add(DefinitionProblems.DirectionDiffers(row, code, written, indicator.Direction));
        return indicator.Direction;
    }

    /// <summary>Brings 引継元 to the spelling of its entry; unknown ones and circles are problems.</summary>
    private static IEnumerable<(RegisterEntry Entry, DefinitionRow? Row)> Linked(
        List<(RegisterEntry Entry, DefinitionRow? Row)> read, Dictionary<string, string> codes, DefinitionCells cells)
    {
        for (var i = 0; i < read.Count; i++)
        {
            var (entry, row) = read[i];
            if (entry.Continues is not { } text) continue;
            if (codes.TryGetValue(LabelText.Normalize(text), out var code)) read[i] = (entry with { Continues = code }, row);
            else
            {
                cells.Add(DefinitionProblems.ContinuesUnknown(row!, entry.Code, text, codes.Values));
                read[i] = (entry with { Continues = null }, row);
            }
        }

        var earlier = read.Where(r => r.Entry.Continues is not null).ToDictionary(r => r.Entry.Code, r => r.Entry.Continues!, StringComparer.Ordinal);
        foreach (var (entry, row) in read)
        {
            var path = new List<string> { entry.Code };
            while (earlier.TryGetValue(path[^1], out var next) && !path.Contains(next)) path.Add(next);
            var isCircle = earlier.GetValueOrDefault(path[^1]) == entry.Code;
            if (isCircle) cells.Add(DefinitionProblems.ContinuesInCircle(row!, entry.Code, path));
            yield return isCircle ? (entry with { Continues = null }, row) : (entry, row);
        }
    }
}
