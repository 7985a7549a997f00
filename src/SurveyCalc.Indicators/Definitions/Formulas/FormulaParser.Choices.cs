using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>Lists of choices: labels, what separates them, and the words that say they were chosen.</summary>
internal sealed partial class FormulaParser
{
    private const string Quotes = "「」『』“”‘’\"\"〈〉《》''";
    private const int LongestUnknownLabel = 40;

    private bool SeesQuote => !cursor.AtEnd && QuoteClosing(cursor.Next) != '\0';

    private static char QuoteClosing(char open)
    {
        for (var i = 0; i < Quotes.Length; i += 2)
            if (Quotes[i] == open)
                return Quotes[i + 1];
        return '\0';
    }

    private bool LabelStandsHere()
    {
        var start = cursor.At;
        var stands = labels.Take(cursor, out _) is not null;
        cursor.At = start;
        return stands;
    }

    private bool ItemStandsHere() => SeesQuote || cursor.Next is '(' or '[' || LabelStandsHere();

    /// <summary>いずれかを選んだ人 without a label, of a multiple-answer question; null, and nothing taken, where it does not stand.</summary>
    private FormulaMeaning.AnyChoice? Any(Question? question)
    {
        var start = cursor.At;
        if (question is null or { Kind: QuestionKind.MultipleChoice } && cursor.TakeAny(FormulaWords.BareAnys) is not null && cursor.SeesAny(FormulaWords.Chosen)
            && TakeTails(new TermList { AllQuoted = false }))
            return new FormulaMeaning.AnyChoice();
        cursor.At = start;
        return null;
    }

    /// <summary>A list, or a group word with its list (上位2項目（満足、やや満足）).</summary>
    private TermList? Side(int depth)
    {
        if (TakeGroup() is not { } group) return Terms(depth);
        cursor.TakeAll(FormulaWords.GroupTails);
        var isBracketed = cursor.TakeOpen();
        if (!isBracketed && !cursor.Take(":") && !cursor.Take("=")) return Fail<TermList>(FormulaRefusals.GroupWord(group.Word));
        if (!ItemStandsHere()) return Fail<TermList>(FormulaRefusals.GroupWord(group.Word));
        if (Terms(depth + 1) is not { } list) return null;
        if (isBracketed && !cursor.TakeClose()) FailHere();
        else if (list.HasScores || (group.Count is { } count && count != list.Items.Count)) Fail(FormulaRefusals.GroupWord(group.Word));
        else TakeTails(list);
        return refusal is null ? list : null;
    }

    private (string Word, decimal? Count)? TakeGroup()
    {
        var start = cursor.At;
        _ = labels.Take(cursor, out _);
        var afterLabel = cursor.At;
        cursor.At = start;
        decimal? count = null;
        if (cursor.TakeAny(FormulaWords.Ends) is not null)
        {
            count = cursor.SeesDigit ? cursor.TakeNumber() : null;
            cursor.TakeAny(FormulaWords.GroupUnits);
        }
        else
        {
            cursor.TakeAny(FormulaWords.Groups);
        }

        if (cursor.At > afterLabel) return (cursor.Text[start..cursor.At], count);
        cursor.At = start;
        return null;
    }

    private TermList? Terms(int depth)
    {
        if (depth > MaxDepth) return Fail<TermList>(FormulaRefusals.TooDeep(MaxDepth));
        var list = new TermList();
        if (cursor.TakeAny(FormulaWords.Means) is not null)
        {
            list.HasMean = true;
            _ = cursor.Take(":") || cursor.Take("=") || cursor.Take("の");
            if (!ItemStandsHere()) return Fail<TermList>(FormulaRefusals.Scores(cursor.Rest));
        }

        do
        {
            list.HasAny = false;
            var isQuoted = SeesQuote;
            if (!TakeItem(list, depth)) return null;
            list.Parts++;
            var hasTail = TakeTails(list);
            if (list.Items[^1].Score is null && hasTail) TakeScore(list);
            while (isQuoted && !hasTail && list.Items[^1].Score is null && SeesQuote)
            {
                if (!TakeItem(list, depth)) return null;
                list.Parts++;
                hasTail = TakeTails(list);
            }
        }
        while (refusal is null && TakeSeparator(list));
        return refusal is null ? list : null;
    }

    private bool TakeItem(TermList list, int depth)
    {
        if (labels.Take(cursor, out var isTwice) is { } label)
        {
            list.AllQuoted = false;
            Add(list, label, isTwice);
        }
        else if (SeesQuote)
        {
            TakeQuoted(list);
        }
        else if (cursor.Next is '(' or '[' or '{')
        {
            cursor.TakeOpen();
            if (Terms(depth + 1) is not { } inner) return false;
            if (!cursor.TakeClose()) FailHere();
            list.Add(inner);
            return refusal is null;
        }
        else if (!TakeScoredFirst(list))
        {
            FailItem(list);
        }

        if (refusal is null && list.Items[^1].Score is null) TakeScore(list);
        return refusal is null;
    }

    private void Add(TermList list, string label, bool isTwice)
    {
        if (isTwice) Fail(FormulaRefusals.TwoChoices(label, Own!));
        else list.Items.Add((label, null));
    }

    /// <summary>One label in quotation marks, or several with separators between them.</summary>
    private void TakeQuoted(TermList list)
    {
        var close = QuoteClosing(cursor.Next);
        cursor.At++;
        var start = cursor.At;
        if (labels.TakeClosed(cursor, close, out var isTwice) is { } label)
        {
            Add(list, label, isTwice);
            return;
        }

        var end = cursor.Text.IndexOf(close, start);
        var content = cursor.Text[start..(end < 0 ? cursor.Text.Length : end)];
        if (Own is null && end > start && content.Length <= LongestUnknownLabel && content[^1] is not ('か' or '?' or '。')
            && content.IndexOfAny([.. Quotes]) < 0)
        {
            cursor.At = end + 1;
            list.Items.Add((content, null));
            return;
        }

        while (labels.Take(cursor, out isTwice) is { } one)
        {
            Add(list, one, isTwice);
            if (cursor.Next == close)
            {
                cursor.At++;
                return;
            }

            if (cursor.TakeAny(FormulaWords.Marks) is null) break;
        }

        Fail(Unknown(content));
    }

    /// <summary>What separates two labels. A kana that may be part of a word separates only before another label.</summary>
    private bool TakeSeparator(TermList list)
    {
        var start = cursor.At;
        if (cursor.Sees("から")) return false;
        var mark = cursor.TakeAny(FormulaWords.Marks);
        if (mark is not null && mark != "+" && TrailingBaseStandsHere(start)) return false;
        var or = cursor.TakeAny(FormulaWords.Ors);
        if (list.IsClosed && ((mark is not null && mark != "+") || or is not null))
        {
            // 満足の割合、不満の割合 are two figures.
            Fail(FormulaRefusals.Operator(cursor.Text[start..]));
            return false;
        }

        var and = or is null ? cursor.TakeAny(FormulaWords.Ands) : null;
        if (mark is null && or is null && and is null) return false;
        if (!ItemStandsHere() && !cursor.SeesDigit && !(cursor.Next is '+' or '-' or '−'))
        {
            if (mark is null || IsEndOfList())
            {
                cursor.At = start;
                return false;
            }

            cursor.At = start + mark.Length;
        }
        else
        {
            list.HasOr |= or is not null;
            list.HasAnd |= and is not null;
        }

        list.HasSum |= mark == "+";
        return true;
    }

    private bool IsEndOfList() => cursor.AtEnd || cursor.Next is ')' or ']' or '÷' or '/';

    /// <summary>The words after a list that change nothing, and those that say how its parts are joined.</summary>
    private bool TakeTails(TermList list)
    {
        var start = cursor.At;
        list.IsClosed = false;
        while (!cursor.AtEnd)
        {
            if (cursor.TakeAny(FormulaWords.Anys) is not null) list.HasAny = true;
            else if (list.HasScores && cursor.TakeAny(FormulaWords.Means) is not null) list.HasMean = true;
            else if (list.HasScores && cursor.TakeAny(FormulaWords.ScoreTails) is not null) continue;
            else if (cursor.TakeAny(FormulaWords.Sums) is { } sum) list.HasSum = list.IsClosed = Weigh(sum, list);
            else if (list.AllQuoted && cursor.TakeAny(FormulaWords.TailsOfQuoted) is not null) continue;
            else if (list.HasScores || cursor.SeesAny(FormulaWords.Refused) || cursor.TakeAny(FormulaWords.Tails) is not { } word || !Weigh(word, list)) break;
        }

        if (!list.HasScores && list.Items.Count > 0 && cursor.SeesAny(FormulaWords.Means)) Fail(FormulaRefusals.Scores(list.Items[0].Label));
        return cursor.At > start;
    }

    /// <summary>Notes what a word after a list or threshold says of the value and of the people.</summary>
    /// <returns>False when the text is refused for it.</returns>
    private bool Weigh(string word, TermList? list)
    {
        if (FormulaWords.IsShare(word)) isShare = true;
        if (list is not null && FormulaWords.IsShare(word) && !word.Contains('%')) list.IsClosed = true;
        if (FormulaWords.IsCount(word)) count = word;
        if (word is "比率" && list is { HasAnd: true }) Fail(FormulaRefusals.Operator(word));
        if (codeBook is not null && FormulaWords.IsSubgroup(word) && !FormulaText.Fold(codeBook.Wave.Survey).Contains(word, StringComparison.Ordinal))
            Fail(FormulaRefusals.Subgroup(word, asked!));
        return refusal is null;
    }

    /// <summary>Says why no choice stands at the cursor.</summary>
    private void FailItem(TermList list)
    {
        var start = cursor.At;
        while (!cursor.AtEnd && !SeesQuote && !cursor.SeesAny(FormulaWords.Marks) && cursor.Next is not ('(' or ')' or '÷' or '/' or '×' or '。')) cursor.At++;
        var found = cursor.Text[start..cursor.At];
        cursor.At = start;
        if (found.Length == 0) FailHere();
        else if (list.Items.Count > 0 || labels.SynonymOf(Stem(found)) is not null || labels.OccurIn(text.Normal)) Fail(Unknown(Stem(found)));
        else if (text.Normal.Contains("平均", StringComparison.Ordinal) || (text.Normal.Contains('点') && cursor.SeesDigit)) Fail(FormulaRefusals.Scores(found));
        else Fail(FormulaRefusals.NoRule(text.Normal));
    }

    private FormulaRefusal Unknown(string found) => Own is { } question && labels.SynonymOf(found) is { } label
        ? FormulaRefusals.Synonym(found, label, question)
        : FormulaRefusals.UnknownLabel(found, Own);

    /// <summary>An unknown label without the words of its tail, for the message.</summary>
    private static string Stem(string found)
    {
        foreach (var middle in FormulaWords.Middles.Select(FormulaText.Fold))
            if (found.StartsWith(middle, StringComparison.Ordinal))
                return middle;
        var at = found.IndexOf("の合計", StringComparison.Ordinal);
        return at > 0 ? found[..at] : found;
    }
}
