using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>Denominators (分母), wherever a text puts them, and what follows a finished ratio.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>無回答を除く回答者のうち…, 有効回答者数に占める….</summary>
    private void TakeBaseFirst()
    {
        var start = cursor.At;
        if (BaseHere(0) is { } found && cursor.TakeAny(FormulaWords.OutOf) is not null) SetDivisor(found);
        else cursor.At = start;
    }

    /// <summary>÷ base, を base で除した, の base に占める, ×100 and the name of the value, in any order the text has them.</summary>
    private void TakeRatioRest()
    {
        while (refusal is null && !cursor.AtEnd)
        {
            var start = cursor.At;
            if (cursor.TakeAny(FormulaWords.Times100) is not null)
            {
                if (isPercentage || cursor.SeesDigit || cursor.Next is '.' or ',') cursor.At = start;
                else isPercentage = true;
            }
            else if (cursor.Next is '÷' or '/')
            {
                cursor.At++;
                TakeDivisor();
            }
            else if (cursor.Take("を"))
            {
                if (BaseHere(0) is { } found && cursor.TakeAny(FormulaWords.Divided) is not null) SetDivisor(found);
                else cursor.At = start;
            }
            else if (cursor.SeesAny(FormulaWords.Refused) || !cursor.TakeAll(FormulaWords.Results))
            {
                if (BaseHere(0) is { } whole && cursor.TakeAny(FormulaWords.OutOf) is not null) SetDivisor(whole);
                else cursor.At = start;
            }

            if (cursor.At == start) return;
        }
    }

    private void TakeDivisor()
    {
        var start = cursor.At;
        if (BaseHere(0) is { } found)
        {
            SetDivisor(found);
            return;
        }

        if (ItemStandsHere() && Terms(0) is { HasScores: false } list && !cursor.SeesAny(FormulaWords.Excluded))
        {
            SetDivisor(new StatedBase(cursor.Text[start..cursor.At], BaseSubject.Labels, null, null, list.Labels));
            return;
        }

        refusal = FormulaRefusals.OtherBase(cursor.Text[start..]);
    }

    private void SetDivisor(StatedBase found)
    {
        isDivided = true;
        SetBase(found);
    }

    /// <summary>A denominator may be said in two places when the second only adds what the first leaves open.</summary>
    private void SetBase(StatedBase found)
    {
        if (statedBase is not { } before)
        {
            statedBase = found;
            return;
        }

        var (first, second) = before.Subject == BaseSubject.Respondents ? (found, before) : (before, found);
        var agrees = second.Subject == BaseSubject.Respondents && first.Subject != BaseSubject.Labels
            && (first.NoAnswer is null || second.NoAnswer is null || first.NoAnswer == second.NoAnswer)
            && (first.DontKnow is null || second.DontKnow is null || first.DontKnow == second.DontKnow);
        if (!agrees) Fail(FormulaRefusals.OtherBase(found.Words));
        else statedBase = new StatedBase(before.Words + found.Words, first.Subject, first.NoAnswer ?? second.NoAnswer, first.DontKnow ?? second.DontKnow, []);
    }

    /// <summary>Units, a note on the denominator, full stops.</summary>
    private void TakeEnding()
    {
        while (refusal is null && !cursor.AtEnd)
        {
            var start = cursor.At;
            if (cursor.Take(FormulaWords.BaseNotStated))
            {
                if (statedBase is not null) Fail(FormulaRefusals.OtherBase(statedBase.Words));
            }
            else if (cursor.TakeAny(FormulaWords.Units) is { } unit)
            {
                isPercentage |= unit.Contains('%', StringComparison.Ordinal);
            }
            else if (!cursor.Take("。") && !cursor.Take("=") && TrailingBase() is { } found)
            {
                SetBase(found);
            }

            if (cursor.At == start) return;
        }
    }

    private bool TrailingBaseStandsHere(int from)
    {
        var now = cursor.At;
        cursor.At = from;
        var stands = TrailingBase() is not null;
        cursor.At = stands ? from : now;
        return stands;
    }

    /// <summary>（無回答を除く）, ※無回答は除く, 、分母は…: a denominator beside the rule.</summary>
    private StatedBase? TrailingBase()
    {
        var start = cursor.At;
        var isNamed = TakeBaseNotes();
        var isBracketed = cursor.TakeOpen();
        isNamed |= TakeBaseNotes();
        var found = BaseHere(0);
        if (found is not null && (isNamed || found.NoAnswer is not null || found.DontKnow is not null) && (!isBracketed || cursor.TakeClose())) return found;
        cursor.At = start;
        return null;
    }

    private bool TakeBaseNotes()
    {
        var isNamed = false;
        while (cursor.TakeAny(FormulaWords.BaseNotes) is { } word)
            isNamed |= word.StartsWith("分母", StringComparison.Ordinal) || word.StartsWith("母数", StringComparison.Ordinal);
        return isNamed;
    }

    /// <summary>A denominator at the cursor; null, and nothing taken, when none stands there.</summary>
    private StatedBase? BaseHere(int depth)
    {
        var start = cursor.At;
        if (depth <= MaxDepth && cursor.TakeOpen())
        {
            if (BaseHere(depth + 1) is { } inner && cursor.TakeClose()) return inner with { Words = cursor.Text[start..cursor.At] };
            cursor.At = start;
            return null;
        }

        var said = new Exclusions();
        while (TakeExclusion(said)) cursor.TakeAny(FormulaWords.Marks);
        BaseSubject? subject =
            cursor.TakeAny(FormulaWords.Valid) is not null ? BaseSubject.ValidAnswers
            : cursor.TakeAny(FormulaWords.Returned) is not null ? BaseSubject.Returned
            : cursor.TakeAny(FormulaWords.Respondents) is not null ? BaseSubject.Respondents
            : said.Any ? BaseSubject.Respondents : null;
        if (subject is not null && said.Any) cursor.TakeAny(FormulaWords.Counts);
        if (subject is null || !TakeAfterSubject(said) || said.Contradicts)
        {
            cursor.At = start;
            return null;
        }

        return new StatedBase(cursor.Text[start..cursor.At], subject.Value, said.NoAnswer, said.DontKnow, []);
    }

    /// <summary>−無回答, から無回答を除いた数, （無回答を除く）.</summary>
    private bool TakeAfterSubject(Exclusions said)
    {
        while (true)
        {
            var start = cursor.At;
            if (cursor.TakeMinus())
            {
                var isBracketed = cursor.TakeOpen();
                if (!TakeMissing(said, false)) return false;
                while (isBracketed && cursor.TakeAny(FormulaWords.Marks) is not null)
                    if (!TakeMissing(said, false))
                        return false;
                if (isBracketed && !cursor.TakeClose()) return false;
            }
            else if (cursor.Take("から"))
            {
                var before = cursor.At;
                if (!TakeExclusion(said))
                {
                    if (!TakeMissing(said, false)) return false;
                    if (cursor.TakeAny(FormulaWords.Subtracted) is null) return false;
                }

                if (cursor.At > before) _ = cursor.TakeAny(FormulaWords.Respondents) ?? cursor.TakeAny(FormulaWords.Counts);
            }
            else if (cursor.TakeOpen())
            {
                cursor.TakeAny(FormulaWords.BaseNotes);
                if (TakeExclusion(said))
                {
                    while (cursor.TakeAny(FormulaWords.Marks) is not null && TakeExclusion(said))
                    {
                    }

                    if (!cursor.TakeClose()) return false;
                }
                else
                {
                    cursor.At = start;
                }
            }

            if (cursor.At == start) return true;
        }
    }

    /// <summary>無回答とわからないを除く, 無回答を含み….</summary>
    private bool TakeExclusion(Exclusions said)
    {
        var start = cursor.At;
        var here = new Exclusions();
        if (TakeMissing(here, false))
        {
            while (true)
            {
                var before = cursor.At;
                _ = cursor.TakeAny(FormulaWords.Marks) ?? cursor.TakeAny(FormulaWords.Ands) ?? cursor.TakeAny(FormulaWords.Ors);
                if (cursor.At > before && TakeMissing(here, false)) continue;
                cursor.At = before;
                break;
            }

            if (cursor.TakeAny(FormulaWords.ExcludedToo) is not null && here.DontKnow is not null)
            {
                said.Add(false, false);
                return true;
            }

            if (cursor.TakeAny(FormulaWords.Excluded) is not null)
            {
                said.Add(here.NoAnswer, here.DontKnow);
                return true;
            }

            if (cursor.TakeAny(FormulaWords.Included) is not null)
            {
                said.Add(!here.NoAnswer, !here.DontKnow);
                return true;
            }
        }

        cursor.At = start;
        return false;
    }

    /// <summary>無回答 or わからない, by these words or by the label that the question has for them.</summary>
    private bool TakeMissing(Exclusions said, bool value)
    {
        var start = cursor.At;
        if (Own is { } question)
        {
            var close = SeesQuote ? QuoteClosing(cursor.Next) : '\0';
            if (close != '\0') cursor.At++;
            var label = close != '\0' ? labels.TakeClosed(cursor, close, out _) : labels.Take(cursor, out _);
            var role = label is null ? (AnswerRole?)null : question.Choices[question.FindChoice(label)].Role;
            if (role is AnswerRole.NoAnswer or AnswerRole.DontKnow)
            {
                if (role == AnswerRole.NoAnswer) said.Add(value, null);
                else said.Add(null, value);
                _ = cursor.Take("者数") || cursor.Take("者") || cursor.Take("数");
                return true;
            }

            cursor.At = start;
        }

        if (cursor.TakeAny(FormulaWords.NoAnswers) is not null) said.Add(value, null);
        else if (cursor.TakeAny(FormulaWords.DontKnows) is not null) said.Add(null, value);
        else return false;
        return true;
    }

    /// <summary>What a denominator says of those without an answer.</summary>
    private sealed class Exclusions
    {
        public bool? NoAnswer { get; private set; }

        public bool? DontKnow { get; private set; }

        public bool Contradicts { get; private set; }

        public bool Any => NoAnswer is not null || DontKnow is not null;

        public void Add(bool? noAnswer, bool? dontKnow)
        {
            Contradicts |= (NoAnswer is { } n && noAnswer is { } newer && n != newer) || (DontKnow is { } d && dontKnow is { } latest && d != latest);
            NoAnswer ??= noAnswer;
            DontKnow ??= dontKnow;
        }
    }
}
