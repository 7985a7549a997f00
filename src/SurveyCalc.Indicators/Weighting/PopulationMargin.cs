using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Weighting;

/// <summary>A population table summed to the attributes of one margin (周辺分布), and the category of a respondent in it.</summary>
internal sealed class PopulationMargin
{
    private readonly IReadOnlyList<AttributeColumn> attributes;
    private readonly Dictionary<long, int> categoryOf;
    private readonly IReadOnlyList<int[]> choicesOf;

    private PopulationMargin(
        Breakdown by, PopulationBreakdown table, IReadOnlyList<AttributeColumn> attributes, Dictionary<long, int> categoryOf,
        IReadOnlyList<int[]> choicesOf, IReadOnlyList<string> labels, IReadOnlyList<long> counts)
    {
        (By, Table, Labels, Counts) = (by, table, labels, counts);
        (this.attributes, this.categoryOf, this.choicesOf) = (attributes, categoryOf, choicesOf);
    }

    public Breakdown By { get; }

    /// <summary>The table it was summed from.</summary>
    public PopulationBreakdown Table { get; }

    /// <summary>Labels of the categories, such as 女性×30代.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>People of each category.</summary>
    public IReadOnlyList<long> Counts { get; }

    /// <summary>The table with exactly these attributes, or else with the fewest others.</summary>
    public static PopulationBreakdown? TableFor(Breakdown by, IEnumerable<PopulationBreakdown> tables) => tables
        .Where(t => by.Questions.All(q => IndexOf(t, q) >= 0))
        .OrderBy(t => t.By.Questions.Count).ThenBy(t => t.By.ToString(), StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Sums the table that holds all attributes of the margin.</summary>
    /// <param name="by">The margin.</param>
    /// <param name="columns">Its attributes, in its order.</param>
    /// <param name="tables">Population tables of the wave.</param>
    /// <param name="reasons">Receives the reason when there is no usable table.</param>
    public static PopulationMargin? Of(
        Breakdown by, IReadOnlyList<AttributeColumn> columns, IReadOnlyList<PopulationBreakdown> tables, ICollection<string> reasons)
    {
        if (TableFor(by, tables) is not { } table)
        {
            reasons.Add(WeightingReasons.TableMissing(by, tables));
            return null;
        }

        int[] places = [.. by.Questions.Select(q => IndexOf(table, q))];
        var (categoryOf, choicesOf, labels, counts) = (new Dictionary<long, int>(), new List<int[]>(), new List<string>(), new List<long>());
        foreach (var cell in table.Cells)
        {
            int[] choices = [.. places.Select((place, i) => columns[i].Question.FindChoice(cell.Labels[place]))];
            if (Array.IndexOf(choices, -1) is >= 0 and var lacking)
            {
                reasons.Add(WeightingReasons.LabelMissing(table, columns[lacking].Question, cell.Labels[places[lacking]]));
                return null;
            }

            var key = KeyOf(columns, i => choices[i]);
            if (categoryOf.TryAdd(key, labels.Count))
            {
                labels.Add(string.Join('×', choices.Select((c, i) => columns[i].Question.Choices[c].Label)));
                choicesOf.Add(choices);
                counts.Add(0);
            }

            counts[categoryOf[key]] += cell.Count;
        }

        if (counts.Sum() > 0) return new PopulationMargin(by, table, columns, categoryOf, choicesOf, labels, counts);
        reasons.Add(WeightingReasons.TableEmpty(table));
        return null;
    }

    /// <summary>Category of each respondent of the snapshot; −1 when an attribute is unknown or in no cell of the table.</summary>
    public int[] Categories()
    {
        var categories = new int[attributes[0].ChoiceOf.Length];
        for (var row = 0; row < categories.Length; row++)
        {
            var at = row;
            var isKnown = attributes.All(a => a.ChoiceOf[at] >= 0);
            categories[row] = isKnown ? categoryOf.GetValueOrDefault(KeyOf(attributes, i => attributes[i].ChoiceOf[at]), -1) : -1;
        }

        return categories;
    }

    /// <summary>The categories that a respondent without one may belong to, by the attributes that are known and in the table.</summary>
    /// <returns>Label such as 女×属性不明, and the categories; all of them when nothing that is known fits any.</returns>
    public (string Label, IReadOnlyList<int> Categories) PossibleOf(int row)
    {
        int[] known = [.. attributes.Select((a, i) => choicesOf.Any(c => c[i] == a.ChoiceOf[row]) ? a.ChoiceOf[row] : -1)];
        int[] possible = [.. Enumerable.Range(0, choicesOf.Count).Where(k => known.Zip(choicesOf[k]).All(p => p.First < 0 || p.First == p.Second))];
        if (possible.Length == 0 || Array.TrueForAll(known, c => c < 0))
            return (WeightingReasons.UnknownLabel, [.. Enumerable.Range(0, choicesOf.Count)]);
        return (string.Join('×', known.Select((c, i) => c < 0 ? WeightingReasons.UnknownLabel : attributes[i].Question.Choices[c].Label)), possible);
    }

    private static long KeyOf(IReadOnlyList<AttributeColumn> columns, Func<int, int> choice)
    {
        var key = 0L;
        for (var i = 0; i < columns.Count; i++) key = (key * columns[i].Question.Choices.Count) + choice(i);
        return key;
    }

    private static int IndexOf(PopulationBreakdown table, string question)
    {
        for (var i = 0; i < table.By.Questions.Count; i++)
            if (LabelText.Same(table.By.Questions[i], question))
                return i;
        return -1;
    }
}
