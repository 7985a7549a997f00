using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Weighting;

/// <summary>The choice of every respondent in one attribute (属性), or −1 when it is unknown.</summary>
/// <param name="Question">The attribute in the code book.</param>
/// <param name="ChoiceOf">Index of the choice by row; −1 for no answer, not applicable, invalid and don't know.</param>
internal sealed record AttributeColumn(Question Question, int[] ChoiceOf)
{
    /// <summary>Reads a column of the snapshot.</summary>
    /// <param name="snapshot">The answers.</param>
    /// <param name="codeBook">Its code book.</param>
    /// <param name="id">Question id.</param>
    /// <param name="reasons">Receives the reason when there is no such attribute.</param>
    public static AttributeColumn? Of(WaveSnapshot snapshot, CodeBook codeBook, string id, ICollection<string> reasons)
    {
        if (codeBook.Find(id) is not { } question) reasons.Add(WeightingReasons.AttributeMissing(codeBook, id));
        else if (!question.IsAttribute()) reasons.Add(WeightingReasons.NoAttribute(codeBook.Wave, question));
        else if (!snapshot.Columns.TryGetValue(question.Id, out var column)) reasons.Add(WeightingReasons.ColumnMissing(codeBook.Wave, question.Id));
        else return Of(question, column);
        return null;
    }

    /// <summary>Respondents without a known choice.</summary>
    public int Unknown => ChoiceOf.Count(c => c < 0);

    private static AttributeColumn Of(Question question, AnswerColumn column)
    {
        int[] choices = [.. column.Answers.Select(a => a.Role is AnswerRole.Substantive ? a.Choice : -1)];
        var choiceOf = new int[column.Rows];
        for (var row = 0; row < choiceOf.Length; row++) choiceOf[row] = choices[column.NumberAt(row)];
        return new AttributeColumn(question, choiceOf);
    }
}
