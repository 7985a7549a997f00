using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// All marks of a multiple-answer question in one cell, joined with the profile's separator. A label may contain the
/// separator: the longest run of pieces that is a label wins. Empty pieces (a separator at the end) mean nothing.
/// </summary>
internal sealed class JoinedMarksCoder : SingleCellCoder
{
    private const int MostPieces = 4_096;

    private readonly MissingValues missing;
    private readonly MarkSet marks;
    private readonly string separator;
    private readonly bool comparesRaw;
    private readonly int longestLabel;

    public JoinedMarksCoder(
        Question question, int column, ImportProfile profile, MissingValues missing, CellText text, AnswerColumnBuilder answers, int remembered)
        : base(question, column, text, answers, remembered)
    {
        this.missing = missing;
        marks = new MarkSet(this, question, profile.UnmarkedBlock);
        separator = LabelText.Normalize(profile.MarkSeparator);
        comparesRaw = separator.Length == 0;
        if (comparesRaw) separator = profile.MarkSeparator.Length == 0 ? ";" : profile.MarkSeparator;
        longestLabel = question.Choices.Count == 0 ? 1 : question.Choices.Max(choice => Pieces(choice.Label).Length);
    }

    protected override CellReading Interpret(string cell, RowFindings row)
    {
        var whole = Choices.Find(cell, out _);
        if (whole < 0 && missing.Find(cell, out _) is { } role)
            return Reading(role is AnswerRole.NoAnswer && LabelText.Normalize(cell).Length == 0 ? marks.Of(0) : WithoutContent(role));

        var pieces = Pieces(cell);
        if (pieces.Length > MostPieces) return Unknown(ImportProblems.UnknownPart(row.File, cell, cell, null, row.Policy));
        var (marked, unusual) = (0UL, false);
        for (var at = 0; at < pieces.Length;)
        {
            if (LabelText.Normalize(pieces[at]).Length == 0)
            {
                at++;
                continue;
            }

            var (choice, taken, respelled) = Longest(pieces, at);
            if (choice < 0) return Unknown(ImportProblems.UnknownPart(row.File, cell, pieces[at], Nearest(pieces[at]), row.Policy));
            marked |= 1UL << choice;
            unusual |= respelled;
            at += taken;
        }

        return Reading(
            marks.Of(marked),
            unusual ? ImportProblems.Respelled(row.File, cell, string.Join(';', marks.Labels(marked))) : null,
            marks.Contradiction(marked) is >= 0 and var exclusive ? ImportProblems.Contradiction(row.File, Question.Choices[exclusive].Label) : null);
    }

    private (int Choice, int Taken, bool Respelled) Longest(string[] pieces, int at)
    {
        for (var taken = Math.Min(longestLabel, pieces.Length - at); taken > 0; taken--)
        {
            var text = string.Join(separator, pieces, at, taken);
            var choice = Choices.Find(text, out var respelled);
            if (choice >= 0) return (choice, taken, respelled);
            choice = Choices.FindNumber(text);
            if (choice >= 0) return (choice, taken, true);
        }

        return (-1, 0, false);
    }

    private string[] Pieces(string text) => (comparesRaw ? text : Fold(text)).Split(separator);

    /// <summary>Brings the separator to its comparison form without touching white space inside labels.</summary>
    private string Fold(string text) => text.Contains(separator, StringComparison.Ordinal) || !LabelText.Normalize(text).Contains(separator, StringComparison.Ordinal)
        ? text
        : LabelText.Normalize(text);
}
