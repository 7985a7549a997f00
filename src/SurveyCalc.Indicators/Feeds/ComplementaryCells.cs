using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// Cells that must be withheld although they are large enough, because a small one could be derived from them (補完秘匿).
/// </summary>
internal sealed class ComplementaryCells
{
    private readonly Dictionary<string, Group> groups;
    private readonly List<Table> tables;
    private readonly HashSet<Group> withheld = [];
    private readonly int limit;

    private ComplementaryCells(IReadOnlyList<Actual> cells, Predicate<Actual> isSmall, int limit)
    {
        this.limit = limit;
        groups = cells.GroupBy(c => Group.KeyOf(Group.PartsOf(c.Cell)), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Group([.. g]), StringComparer.Ordinal);
        tables = [.. groups.Values.GroupBy(g => g.Questions, StringComparer.Ordinal).Select(t => new Table([.. t])).OrderBy(t => t.Ways)];
        withheld.UnionWith(groups.Values.Where(g => g.Cells.Exists(isSmall)));
    }

    /// <summary>Finds them among all cells of one indicator and wave.</summary>
    /// <param name="cells">Cells of any number of breakdowns; the same people may stand in several.</param>
    /// <param name="isSmall">Cells withheld for themselves.</param>
    /// <param name="limit">公表下限.</param>
    /// <remarks>
    /// A line is what adds up to a total: the cells of a one-way breakdown, and of a crossed one the cells that share all
    /// labels but one. The withheld cells of a line are never a single one, and together are as large as the limit, by
    /// adding the next smallest. A crossed cell is withheld with any cell that it is a part of. In a table of two ways no
    /// withheld cell is the only link between two blocks of others either: the margins of a block would tell it.
    /// </remarks>
    public static IEnumerable<Actual> Of(IReadOnlyList<Actual> cells, Predicate<Actual> isSmall, int limit)
    {
        var found = new ComplementaryCells(cells, isSmall, limit);
        if (found.withheld.Count > 0) found.Complete();
        return found.withheld.SelectMany(g => g.Cells);
    }

    private void Complete()
    {
        for (var before = -1; before != withheld.Count;)
        {
            before = withheld.Count;
            foreach (var table in tables)
            {
                withheld.UnionWith(table.Groups.Where(g => g.HasFigure && g.Wholes.Any(whole => groups.TryGetValue(whole, out var of) && withheld.Contains(of))));
                foreach (var line in table.Lines) Complete(line);
                if (OnlyLink(table) is { } link) withheld.Add(link);
            }
        }
    }

    private void Complete(List<Group> line)
    {
        var hidden = line.Where(withheld.Contains).ToList();
        var (count, sum) = (hidden.Count, hidden.Sum(g => g.Respondents));
        foreach (var next in line.Where(CanBeAdded).OrderBy(g => g.Respondents).ThenBy(g => g.Key, StringComparer.Ordinal).ToList())
        {
            if (count == 0 || (count > 1 && sum >= limit)) return;
            withheld.Add(next);
            (count, sum) = (count + 1, sum + next.Respondents);
        }
    }

    private bool CanBeAdded(Group group) => group.HasFigure && !withheld.Contains(group);

    /// <summary>The cell to add where a withheld cell is the only link between two blocks; null where there is none.</summary>
    private Group? OnlyLink(Table table)
    {
        if (table.Ways != 2 || !table.IsLegible) return null;
        return TableLinks.Of([.. table.Groups.Where(g => g.HasFigure && withheld.Contains(g)).Select(g => (g.Parts[0], g.Parts[1]))])
            .Select(link => table.Groups.Where(g => CanBeAdded(g) && (g.Parts[0] == link.One || g.Parts[1] == link.Other)).MinBy(g => g.Respondents))
            .OfType<Group>().FirstOrDefault();
    }

    /// <summary>Respondents who share some labels (男×若 as well as 若×男), with every cell that prints them.</summary>
    private sealed class Group
    {
        public Group(List<Actual> cells)
        {
            Cells = cells;
            Parts = PartsOf(cells[0].Cell);
            Key = KeyOf(Parts);
            Questions = string.Join('×', cells[0].Cell.Breakdown.Split('×').Order(StringComparer.Ordinal));
            Respondents = cells[0].Figure?.Denominator ?? 0;
        }

        public List<Actual> Cells { get; }

        /// <summary>性別=男, 年代=若, in the order of the questions; the whole label where a label holds the sign of crossing.</summary>
        public string[] Parts { get; }

        public string Key { get; }

        public string Questions { get; }

        public long Respondents { get; }

        public bool HasFigure => Cells[0].Figure is not null;

        /// <summary>Keys of the groups that this one is a part of.</summary>
        public IEnumerable<string> Wholes => Enumerable.Range(1, (1 << Parts.Length) - 2)
            .Select(some => KeyOf([.. Parts.Where((_, i) => (some & (1 << i)) != 0)]));

        public static string KeyOf(string[] parts) => string.Join('\n', parts);

        public static string[] PartsOf(BreakdownCell cell)
        {
            var (questions, labels) = (cell.Breakdown.Split('×'), cell.Label.Split('×'));
            return questions.Length == labels.Length
                ? [.. questions.Zip(labels, (question, label) => $"{question}={label}").Order(StringComparer.Ordinal)]
                : [$"{cell.Breakdown}={cell.Label}"];
        }
    }

    /// <summary>The groups of one breakdown, whichever way round it was written.</summary>
    private sealed class Table
    {
        public Table(List<Group> groups)
        {
            Groups = groups;
            Ways = groups[0].Questions.Split('×').Length;
            Lines = !IsLegible ? [groups] : [.. Enumerable.Range(0, Ways).SelectMany(way => groups
                .GroupBy(g => Group.KeyOf([.. g.Parts.Where((_, i) => i != way)]), StringComparer.Ordinal).Select(line => line.ToList()))];
        }

        public List<Group> Groups { get; }

        public int Ways { get; }

        public List<List<Group>> Lines { get; }

        /// <summary>False when a label holds the sign of crossing, so that no line can be told.</summary>
        public bool IsLegible => Groups.TrueForAll(g => g.Parts.Length == Ways);
    }
}
