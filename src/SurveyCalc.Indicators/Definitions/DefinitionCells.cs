using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// Reads cells and collects what is wrong with them. Every method returns null after it has added a problem, so that one
/// row can show all its faults.
/// </summary>
internal sealed class DefinitionCells
{
    private readonly Dictionary<string, string> surveys = new(StringComparer.Ordinal);

    public List<ImportProblem> Problems { get; } = [];

    public void Add(ImportProblem problem) => Problems.Add(problem);

    /// <summary>A cell that must not be blank.</summary>
    public string? Text(DefinitionRow row, string header)
    {
        var text = row[header];
        if (text.Length > 0) return text;
        Add(DefinitionProblems.CellBlank(row, header));
        return null;
    }

    /// <summary>A name that identifies something; it must not look like a comment, or it would vanish when written.</summary>
    public string? Name(DefinitionRow row, string header)
    {
        var text = Text(row, header);
        if (text is null || !DefinitionTable.IsComment(text)) return text;
        Add(DefinitionProblems.NameIsComment(row, header, text));
        return null;
    }

    /// <summary>Name of a survey (調査) in the spelling in which it was seen first, code books before all else.</summary>
    public string? Survey(DefinitionRow row) => Name(row, "調査") is { } text ? Spelling(text) : null;

    public string Spelling(string survey)
    {
        var key = LabelText.Normalize(survey);
        return surveys.TryGetValue(key, out var known) ? known : surveys[key] = survey;
    }

    public FiscalYear? Year(DefinitionRow row)
    {
        var text = Text(row, "年度");
        if (text is null) return null;
        if (FiscalYear.TryParse(text, out var year)) return year;
        Add(DefinitionProblems.YearUnreadable(row, text));
        return null;
    }

    public WaveKey? Wave(DefinitionRow row)
    {
        var (survey, year) = (Survey(row), Year(row));
        return survey is null || year is null ? null : new WaveKey(survey, year.Value);
    }

    /// <summary>A word of a closed list; blank gives <paramref name="blank"/>, or a problem when that is null.</summary>
    public T? Word<T>(DefinitionRow row, string header, Vocabulary<T> words, T? blank = null)
        where T : struct
    {
        if (row[header].Length == 0 && blank is not null) return blank;
        var text = Text(row, header);
        if (text is null) return null;
        if (words.TryParse(text, out var value)) return value;
        Add(DefinitionProblems.WordUnknown(row, header, text, words.Expected, LabelText.Nearest(text, words.Written)));
        return null;
    }

    /// <summary>A declared relation to the wave before; null when none is declared, or with a problem.</summary>
    public SeriesLink? Link(DefinitionRow row)
    {
        const string header = "前回との関係";
        var reason = row["関係の理由"];
        if (row[header].Length == 0)
        {
            if (reason.Length > 0) Add(DefinitionProblems.LinkWithoutWord(row, reason));
            return null;
        }

        if (Word(row, header, DefinitionWords.Continuities) is not { } continuity) return null;
        if (continuity is Continuity.Same || reason.Length > 0) return new SeriesLink(continuity, reason);
        Add(DefinitionProblems.LinkWithoutReason(row, row[header]));
        return null;
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public long? Whole(DefinitionRow row, string header, long least, long most = long.MaxValue)
    {
        var text = Text(row, header);
        if (text is null) return null;
        if (NumberText.TryParseWhole(text, least, out var number) && number <= most) return number;
        Add(DefinitionProblems.NotWhole(row, header, text, least, most));
        return null;
    }

    /// <summary>A condition; null with a problem when unreadable, null without one when blank.</summary>
    public AnswerCondition? Condition(DefinitionRow row, out bool isBroken)
    {
        const string header = "対象条件";
        isBroken = false;
        if (row[header].Length == 0) return null;
        if (AnswerCondition.TryParse(row[header], out var condition)) return condition;
        isBroken = true;
        Add(DefinitionProblems.ConditionUnreadable(row, header, row[header]));
        return null;
    }
}
