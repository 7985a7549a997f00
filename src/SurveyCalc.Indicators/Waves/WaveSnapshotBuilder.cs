namespace SurveyCalc.Indicators.Waves;

/// <summary>Collects the checked answers of one wave, respondent by respondent, and freezes them into a snapshot.</summary>
/// <param name="wave">The wave.</param>
/// <param name="codeBookHash">Hash of the code book version that gives the answers their meaning.</param>
/// <param name="questions">Ids of the questions to keep, in the order in which respondents' answers are given.</param>
/// <param name="hasIds">Whether respondents have ids.</param>
/// <param name="hasWeights">Whether respondents have weights.</param>
public sealed class WaveSnapshotBuilder(
    WaveKey wave, string codeBookHash, IEnumerable<string> questions, bool hasIds, bool hasWeights)
{
    private readonly List<int> rowNumbers = [];
    private readonly List<string> ids = [];
    private readonly WeightColumnBuilder weights = new();
    private readonly HashSet<int> dropped = [];

    /// <summary>The columns, in the order of the questions.</summary>
    public IReadOnlyList<AnswerColumnBuilder> Columns { get; } = [.. questions.Select(id => new AnswerColumnBuilder(id))];

    /// <summary>Respondents so far, those dropped since included.</summary>
    public int Count => rowNumbers.Count;

    /// <summary>Row in the file of the respondent at <paramref name="position"/>.</summary>
    public int RowNumberAt(int position) => rowNumbers[position];

    /// <summary>Adds the next respondent.</summary>
    /// <param name="rowNumber">Row in the file as Excel shows it.</param>
    /// <param name="id">Respondent id; ignored when the wave has none.</param>
    /// <param name="weight">Digits and decimal places of the weight; ignored when the wave has none.</param>
    /// <param name="answers">For each column the id of the answer, as interned there.</param>
    public void Append(int rowNumber, string id, (long Digits, int Places) weight, ReadOnlySpan<int> answers)
    {
        rowNumbers.Add(rowNumber);
        if (hasIds) ids.Add(id);
        if (hasWeights) weights.Append(weight.Digits, weight.Places);
        for (var i = 0; i < answers.Length; i++) Columns[i].Append(answers[i]);
    }

    /// <summary>Takes a respondent out again.</summary>
    /// <param name="position">Position in the order of <see cref="Append"/>.</param>
    public void Drop(int position) => dropped.Add(position);

    /// <summary>The snapshot.</summary>
    public WaveSnapshot Freeze()
    {
        var columns = Columns.ToDictionary(column => column.Question, column => column.Freeze(dropped), StringComparer.Ordinal);
        var frozenWeights = hasWeights ? weights.Freeze(dropped) : null;
        var frozenIds = Kept(ids);
        var respondents = rowNumbers.Count - dropped.Count;
        return new WaveSnapshot
        {
            Wave = wave,
            CodeBookHash = codeBookHash,
            ContentHash = SnapshotHash.Of(codeBookHash, respondents, columns.Values, frozenWeights, frozenIds),
            Respondents = respondents,
            Columns = columns,
            Weights = frozenWeights,
            RowNumbers = Kept(rowNumbers),
            RespondentIds = frozenIds,
        };
    }

    private T[] Kept<T>(List<T> all) =>
        dropped.Count == 0 ? [.. all] : [.. all.Where((_, position) => !dropped.Contains(position))];
}
