using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.CodeBooks;

/// <summary>
/// The questions of one wave and what every cell of its response file means (符号表). A change of a code book is a new
/// version; the version in force when a file was imported is part of its snapshot.
/// </summary>
public sealed class CodeBook
{
    private readonly Dictionary<string, Question> byId;

    /// <exception cref="ArgumentException">Two questions share an id.</exception>
    public CodeBook(WaveKey wave, IReadOnlyList<Question> questions, SeriesLink? link = null)
    {
        Link = link;
        Wave = wave;
        Questions = questions;
        byId = new Dictionary<string, Question>(StringComparer.Ordinal);
        foreach (var question in questions)
            if (!byId.TryAdd(LabelText.Normalize(question.Id), question))
                throw new ArgumentException($"Question id '{question.Id}' occurs twice.", nameof(questions));
    }

    public WaveKey Wave { get; }

    public IReadOnlyList<Question> Questions { get; }

    /// <summary>
    /// Declared relation of the whole questionnaire to the wave before, such as another age limit (調査全体の前回との関係);
    /// null when nothing is declared.
    /// </summary>
    public SeriesLink? Link { get; }

    /// <summary>The question with this id (compared in normal form), or null.</summary>
    public Question? Find(string id) => byId.GetValueOrDefault(LabelText.Normalize(id));
}
