using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>Scores of choices, thresholds and means of numbers.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>満足＝2, 満足(2点), 「満足」を2点, 満足×2. Nothing is taken when no score follows.</summary>
    private void TakeScore(TermList list)
    {
        var start = cursor.At;
        if (ScoreHere() is { } score)
        {
            list.Items[^1] = (list.Items[^1].Label, score);
            if (text.HasDoubtfulNumbers) Fail(FormulaRefusals.DoubtfulNumber());
        }
        else
        {
            cursor.At = start;
        }
    }

    private decimal? ScoreHere()
    {
        var link = cursor.TakeAny(FormulaWords.ScoreLinks);
        var isBracketed = cursor.TakeOpen();
        if (cursor.TakeNumber() is not { } score) return null;
        var hasUnit = cursor.TakeAny(FormulaWords.Points) is not null;
        if (isBracketed && !cursor.TakeClose()) return null;
        if (cursor.SeesDigit || cursor.Next is '.' or '%') return null;
        var isTimes = link is "×" or "*" or "X";
        if (isTimes && score == 100 && !hasUnit) return null;
        var needsUnit = link is "は" or "を" or "に" || (link is null && !isBracketed);
        return needsUnit && !hasUnit ? null : score;
    }

    /// <summary>2×満足, 2点：満足, 2点（満足）.</summary>
    private bool TakeScoredFirst(TermList list)
    {
        var start = cursor.At;
        if (cursor.TakeNumber() is { } score)
        {
            cursor.TakeAny(FormulaWords.Points);
            var isBracketed = cursor.TakeOpen();
            if ((isBracketed || cursor.TakeAny(FormulaWords.FirstLinks) is not null) && (SeesQuote || LabelStandsHere()))
            {
                var before = list.Items.Count;
                if (SeesQuote) TakeQuoted(list);
                else Add(list, labels.Take(cursor, out var isTwice)!, isTwice);
                if (refusal is not null) return true;
                if (list.Items.Count == before + 1 && (!isBracketed || cursor.TakeClose()))
                {
                    list.Items[^1] = (list.Items[^1].Label, score);
                    if (text.HasDoubtfulNumbers) Fail(FormulaRefusals.DoubtfulNumber());
                    return true;
                }

                FailHere();
                return true;
            }
        }

        cursor.At = start;
        return false;
    }

    /// <summary>A rule on the number that was answered; null (and nothing taken) when the text is none.</summary>
    private FormulaMeaning? Number(Question? question)
    {
        if (LabelStandsHere()) return null;
        var start = cursor.At;
        FormulaMeaning? found = Threshold(hasPeriod: true) ?? Threshold(hasPeriod: false);
        found ??= NumberMean(question);
        if (found is null && refusal is null) cursor.At = start;
        else if (text.HasDoubtfulNumbers) Fail(FormulaRefusals.DoubtfulNumber());
        return found;
    }

    private FormulaMeaning.Threshold? Threshold(bool hasPeriod)
    {
        var start = cursor.At;
        if (!hasPeriod || cursor.TakeAny(FormulaWords.Periods) is not null)
        {
            if (cursor.TakeNumber() is { } limit)
            {
                cursor.TakeAny(FormulaWords.CountUnits);
                if (TakeComparison() is { } comparison)
                {
                    while (cursor.TakeAny(FormulaWords.ThresholdTails) is { } word && Weigh(word, null))
                    {
                    }

                    if (cursor.SeesDigit || cursor.SeesAny(FormulaWords.RangeLinks)) Fail(FormulaRefusals.Operator(cursor.Text[start..]));
                    return new FormulaMeaning.Threshold(comparison, limit);
                }
            }
        }

        cursor.At = start;
        return null;
    }

    private Comparison? TakeComparison()
    {
        foreach (var (word, comparison) in FormulaWords.Comparisons)
            if (cursor.Take(word))
                return comparison;
        return null;
    }

    /// <summary>利用回数の平均, 平均利用回数. The noun may be missing where the question is known to be answered by a number.</summary>
    private FormulaMeaning.NumericMean? NumberMean(Question? question)
    {
        if (question is not null && question.Kind != QuestionKind.Numeric) return null;
        var start = cursor.At;
        cursor.TakeAny(FormulaWords.Periods);
        var hasNoun = cursor.TakeAny(FormulaWords.NumberNouns) is not null;
        if (hasNoun) cursor.Take("の");
        if (cursor.TakeAny(FormulaWords.Means) is not null)
        {
            hasNoun |= cursor.TakeAny(FormulaWords.NumberNouns) is not null;
            if (hasNoun || question is not null) return new FormulaMeaning.NumericMean();
        }

        cursor.At = start;
        return null;
    }
}
