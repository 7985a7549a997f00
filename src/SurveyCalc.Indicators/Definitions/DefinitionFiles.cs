using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>Reads a set of definition files (定義ファイル) from wherever they come: a folder, an upload, a test.</summary>
public static class DefinitionFiles
{
    /// <summary>
    /// Reads all files of a definition kind and checks them against each other; other files (response files) are left
    /// alone. The kind is decided by the name; several files of a kind add up.
    /// </summary>
    /// <param name="files">File names without folder, and their bytes; streams are read to their end and not closed.</param>
    /// <returns>
    /// Everything readable and every problem found. Every wave with a code book has a profile and every survey has
    /// settings, the defaults where the files say nothing, so that taking a row out of a file takes it out of force.
    /// </returns>
    public static DefinitionRead Read(IEnumerable<(string Name, Stream Content)> files)
    {
        var cells = new DefinitionCells();
        var named = files.Select(f => (f.Name, f.Content, Schema: DefinitionSchema.OfFile(f.Name))).Where(f => f.Schema is not null)
            .OrderBy(f => f.Schema!.Kind).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
        if (named.All(f => f.Schema != DefinitionSchema.CodeBooks)) cells.Add(DefinitionProblems.CodeBookFileMissing());
        if (named.All(f => f.Schema != DefinitionSchema.Indicators)) cells.Add(DefinitionProblems.IndicatorFileMissing());

        var tables = new List<DefinitionTable>();
        var isReadable = true;
        foreach (var (name, content, schema) in named)
        {
            var table = DefinitionTable.Read(name, content, schema!, cells.Problems);
            if (table is not null) tables.Add(table);
            isReadable &= table is not null || schema != DefinitionSchema.CodeBooks;
        }

        var definitions = Read(tables, isReadable, cells);
        return new DefinitionRead(definitions, InFileOrder(cells.Problems, [.. named.Select(f => f.Name)]));
    }

    private static DefinitionSet Read(List<DefinitionTable> tables, bool hasAllCodeBooks, DefinitionCells cells)
    {
        // Code books come first: their spelling of a survey's name is the one that counts.
        var codeBooks = CodeBookTable.Read(Of(DefinitionSchema.CodeBooks), cells);
        if (!hasAllCodeBooks || codeBooks.CodeBooks.Count == 0) codeBooks = codeBooks with { IsComplete = false };
        var surveys = SurveyTable.Read(Of(DefinitionSchema.Surveys), cells);
        DefinitionCheck.Surveys(surveys, codeBooks, cells);
        var profiles = ProfileTable.Read(Of(DefinitionSchema.Profiles), codeBooks, cells);
        var populations = PopulationTable.Read(Of(DefinitionSchema.Populations), codeBooks, cells);
        var breakdowns = PopulationBreakdownTable.Read(Of(DefinitionSchema.PopulationBreakdowns), codeBooks, populations, cells);
        DesignCheck.Check(surveys, codeBooks, profiles, breakdowns, cells);

        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        var indicators = ImportancePairs.Resolve(IndicatorTable.Read(Of(DefinitionSchema.Indicators), codes, cells), codes, cells);
        DefinitionCheck.Indicators(indicators, codeBooks, cells);
        var entries = RegisterTable.Read(Of(DefinitionSchema.Register), indicators, codes, cells);
        var units = entries.ToDictionary(e => e.Entry.Code, e => e.Entry.Unit, StringComparer.Ordinal);
        var targets = TargetTable.Read(Of(DefinitionSchema.Targets), codes, units, cells);
        DefinitionCheck.Targets(targets, indicators, cells);
        var entered = EnteredActualTable.Read(Of(DefinitionSchema.EnteredActuals), codes, units, indicators, codeBooks, cells);

        var settings = surveys.Select(s => s.Settings).ToList();
        var others = codeBooks.CodeBooks.Select(b => b.Wave.Survey).Distinct().Except(settings.Select(s => s.Survey));
        var definitions = DefinitionOrder.Sort(new DefinitionSet
        {
            Surveys = [.. settings, .. others.Select(s => new SurveySettings { Survey = s })],
            CodeBooks = codeBooks.CodeBooks,
            Profiles = profiles,
            Populations = populations,
            PopulationBreakdowns = breakdowns,
            Indicators = [.. indicators.Select(i => i.Indicator)],
            Targets = [.. targets.Select(t => t.Target)],
            Register = [.. entries.Select(e => e.Entry)],
            EnteredActuals = [.. entered.Select(a => a.Actual)],
        });
        DefinitionCheck.Register(definitions, indicators, entries, targets, entered, cells);
        return definitions;

        IEnumerable<DefinitionTable> Of(DefinitionSchema schema) => tables.Where(t => t.Schema == schema);
    }

    private static List<ImportProblem> InFileOrder(IEnumerable<ImportProblem> problems, List<string> files) =>
        [.. problems.OrderBy(p => files.IndexOf(p.File)).ThenBy(p => p.Where.Row).ThenBy(p => p.Where.Column)];
}
