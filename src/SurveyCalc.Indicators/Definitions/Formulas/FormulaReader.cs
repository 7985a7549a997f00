using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>
/// Reads the text that a plan prints as 算式. What is not understood or could mean two things is refused, never guessed;
/// a denominator that the text does not state stays open.
/// </summary>
public static class FormulaReader
{
    /// <summary>Longest text that is read, in UTF-16 units.</summary>
    public const int MaxLength = FormulaText.MaxLength;

    /// <summary>Reads the structure of a text without a code book. The outcome is not bound to any question.</summary>
    public static FormulaRead Read(string printed)
    {
        var (formula, refusal) = Parse(printed, FormulaLabels.OfUsualScales, null, null);
        return formula is null
            ? new FormulaRead { Printed = printed, Refusal = refusal }
            : Finish(printed, formula, null, FormulaSentence.Of(formula), FormulaNotes.OfUnbound(formula));
    }

    /// <summary>Reads a text and binds it to a question of one year's code book.</summary>
    /// <param name="printed">The text.</param>
    /// <param name="codeBook">The code book of the year.</param>
    /// <param name="questionId">The question (設問) that the indicator asks.</param>
    /// <param name="chosenBase">The denominator that a person chose for a text that states none; null to leave it open.</param>
    public static FormulaRead Read(string printed, CodeBook codeBook, string questionId, BaseRule? chosenBase = null)
    {
        if (codeBook.Find(questionId) is not { } question)
            return Refused(FormulaRefusals.QuestionMissing(DefinitionProblems.QuestionMissing(codeBook.Wave, questionId, codeBook)));
        var labels = question.Choices.Count == 0 ? FormulaLabels.OfUsualScales : FormulaLabels.Of(question);
        var (formula, refusal) = Parse(printed, labels, question, codeBook);
        if (formula is null) return Refused(refusal!);
        var (bound, fault) = FormulaBinding.Bind(formula, question, codeBook, chosenBase);
        if (bound is null) return Refused(fault!);
        return Finish(printed, formula, bound, FormulaSentence.Of(formula, bound.Base, question), FormulaNotes.OfBound(formula, bound, question));

        FormulaRead Refused(FormulaRefusal reason) => new() { Printed = printed, Refusal = reason };
    }

    private static (Formula? Formula, FormulaRefusal? Refusal) Parse(string printed, FormulaLabels labels, Question? question, CodeBook? codeBook)
    {
        if (printed.Length > MaxLength) return (null, FormulaRefusals.TooLong(printed.Length, MaxLength));
        var text = new FormulaText(printed);
        return text.Normal.Length switch
        {
            0 => (null, FormulaRefusals.Blank()),
            > 2 * MaxLength => (null, FormulaRefusals.TooLong(text.Normal.Length, 2 * MaxLength)),
            _ => FormulaParser.Parse(text, labels, question, codeBook),
        };
    }

    /// <summary>A rule whose sentence could not be read back would be no rule that a planner can check.</summary>
    private static FormulaRead Finish(string printed, Formula formula, BoundFormula? bound, string canonical, IReadOnlyList<string> notes) =>
        canonical.Length > MaxLength
            ? new FormulaRead { Printed = printed, Refusal = FormulaRefusals.TooLong(canonical.Length, MaxLength) }
            : new FormulaRead { Printed = printed, Formula = formula, Bound = bound, Canonical = canonical, Notes = notes };
}
