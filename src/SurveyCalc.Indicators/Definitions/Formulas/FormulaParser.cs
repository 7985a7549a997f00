using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>
/// Recursive descent over one printed 算式. The grammar is closed: every character of the text must be taken by a rule,
/// nothing is skipped and nothing evaluated, so that what is not understood is refused.
/// </summary>
internal sealed partial class FormulaParser
{
    private const int MaxDepth = 4;

    private readonly FormulaText text;
    private readonly FormulaCursor cursor;
    private readonly FormulaLabels labels;
    private readonly CodeBook? codeBook;
    private FormulaRefusal? refusal;
    private StatedBase? statedBase;
    private bool isPercentage;
    private bool needsMean;
    private bool isShare;
    private bool isDivided;
    private string? count;
    private Question? asked;

    private FormulaParser(FormulaText text, FormulaLabels labels, CodeBook? codeBook)
    {
        this.text = text;
        this.labels = labels;
        this.codeBook = codeBook;
        cursor = new FormulaCursor(text.Normal);
    }

    private Question? Own => labels.Question;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="labels">The labels of the question, or those of usual scales.</param>
    /// <param name="question">The question meant; null when unbound.</param>
    /// <param name="codeBook">Its code book; null when unbound.</param>
    /// <returns>The structure, or the first refusal.</returns>
    public static (Formula? Formula, FormulaRefusal? Refusal) Parse(FormulaText text, FormulaLabels labels, Question? question, CodeBook? codeBook)
    {
        var parser = new FormulaParser(text, labels, codeBook) { asked = question };
        parser.TakeHeads(question);
        var meaning = parser.refusal is null ? parser.Whole(question) : null;
        return parser.refusal is null && meaning is not null
            ? (new Formula(meaning, parser.statedBase, parser.isPercentage), null)
            : (null, parser.refusal);
    }

    private FormulaMeaning? Whole(Question? question)
    {
        if (cursor.AtEnd) return Fail<FormulaMeaning>(FormulaRefusals.NoRule(text.Normal));
        TakeBaseFirst();
        var isPair = TakePairHead("分子");
        var meaning = Any(question) ?? Number(question) ?? Ratio(0);
        if (refusal is not null || meaning is null) return null;
        if (isPair)
        {
            cursor.TakeAny(FormulaWords.Marks);
            if (TakePairHead("分母")) TakeDivisor();
        }

        TakeRatioRest();
        TakeEnding();
        if (refusal is null && !cursor.AtEnd) FailHere();
        if (refusal is null && meaning is FormulaMeaning.Scores)
        {
            if (isPercentage) Fail(FormulaRefusals.Scale100());
            else if (needsMean && statedBase is null) Fail(FormulaRefusals.Scores(""));
        }

        var isRatio = meaning is FormulaMeaning.Choices or FormulaMeaning.AnyChoice or FormulaMeaning.Threshold or FormulaMeaning.NetScore;
        if (isRatio && count is not null && !isShare && !isDivided && !isPercentage) Fail(FormulaRefusals.Count(count));
        return refusal is null ? meaning : null;
    }

    /// <summary>算式＝, the survey's name, 問12で. A prefix that names another question refuses the text.</summary>
    private void TakeHeads(Question? question)
    {
        if (cursor.TakeAny(FormulaWords.Heads) is not null) _ = cursor.Take(":") || cursor.Take("=") || cursor.Take("は");
        else cursor.Take("=");
        if (codeBook is not null) TakeBridged(FormulaText.Fold(codeBook.Wave.Survey));
        foreach (var noun in FormulaWords.SurveyNouns)
            if (TakeBridged(noun))
                break;
        if (question is null) TakeNumberedQuestion();
        else TakeQuestion(question);
    }

    private void TakeQuestion(Question question)
    {
        var start = cursor.At;
        _ = labels.Take(cursor, out _);
        var afterLabel = cursor.At;
        cursor.At = start;
        foreach (var id in codeBook!.Questions.Select(q => FormulaText.Fold(q.Id)).OrderByDescending(i => i.Length))
        {
            if (!TakeBridged(id)) continue;
            if (start + id.Length <= afterLabel && !SeesQuote)
            {
                // An id that reads like a label is one only before the quotation marks of the standard sentence.
                cursor.At = start;
                return;
            }

            if (id != FormulaText.Fold(question.Id)) Fail(FormulaRefusals.OtherQuestion(id, question));
            return;
        }

        if (afterLabel == start && TakeNumberedQuestion()) Fail(FormulaRefusals.OtherQuestion(cursor.Text[start..cursor.At], question));
    }

    private bool TakeNumberedQuestion()
    {
        var start = cursor.At;
        if (cursor.Take("問") && cursor.SeesDigit)
        {
            while (cursor.SeesDigit || cursor.Next is '-' or '_') cursor.At++;
            if (IsBridge()) return true;
        }

        cursor.At = start;
        return false;
    }

    private bool TakeBridged(string word)
    {
        var start = cursor.At;
        if (word.Length > 0 && cursor.Take(word) && IsBridge()) return true;
        cursor.At = start;
        return false;
    }

    private bool IsBridge() => cursor.TakeAny(FormulaWords.Bridges) is not null || SeesQuote;

    private bool TakePairHead(string word)
    {
        var start = cursor.At;
        if (cursor.Take(word) && (cursor.Take(":") || cursor.Take("=") || cursor.Take("は"))) return true;
        cursor.At = start;
        return false;
    }

    /// <summary>A numerator with what divides it, possibly all in brackets.</summary>
    private FormulaMeaning? Ratio(int depth)
    {
        if (depth > MaxDepth) return Fail<FormulaMeaning>(FormulaRefusals.TooDeep(MaxDepth));
        if (!WrapsRatio()) return Net(depth);
        cursor.TakeOpen();
        var meaning = Ratio(depth + 1);
        if (refusal is not null) return null;
        TakeRatioRest();
        if (refusal is null && !cursor.TakeClose()) FailHere();
        return refusal is null ? meaning : null;
    }

    /// <summary>True when the bracket at the cursor holds a division or a difference of its own.</summary>
    private bool WrapsRatio()
    {
        if (cursor.Next is not ('(' or '[' or '{') || LabelStandsHere()) return false;
        var depth = 0;
        for (var i = cursor.At; i < cursor.Text.Length; i++)
        {
            var c = cursor.Text[i];
            if (c is '(' or '[' or '{') depth++;
            else if (c is ')' or ']' or '}' && --depth == 0) return false;
            else if (depth == 1 && c is '÷' or '/' or '-' or '−' or '–') return true;
        }

        return false;
    }

    private FormulaMeaning? Net(int depth)
    {
        if (Side(depth) is not { } left) return null;
        var start = cursor.At;
        if (cursor.TakeMinus())
        {
            if (Side(depth) is not { } right) return null;

            // A−B+C is A−(B+C) to one reader and (A−B)+C to the next.
            return right.Parts > 1 ? Fail<FormulaMeaning>(FormulaRefusals.Operator(cursor.Text[start..])) : Difference(left, right);
        }

        if (cursor.Take("から"))
        {
            if (!ItemStandsHere() || Side(depth) is not { } less)
            {
                cursor.At = start;
                return Fail<FormulaMeaning>(FormulaRefusals.Operator(cursor.Rest));
            }

            if (cursor.TakeAny(FormulaWords.Subtracted) is null) return Fail<FormulaMeaning>(FormulaRefusals.Operator(cursor.Text[start..]));
            return Difference(left, less);
        }

        return Single(left);
    }

    private FormulaMeaning? Difference(TermList left, TermList right)
    {
        if (left.HasScores || right.HasScores) return Fail<FormulaMeaning>(FormulaRefusals.Scores(""));
        return RefuseTwice([.. left.Labels, .. right.Labels]) ? null : new FormulaMeaning.NetScore(left.Labels, right.Labels);
    }

    private FormulaMeaning? Single(TermList list)
    {
        if (RefuseTwice(list.Labels)) return null;
        if (!list.HasScores)
            return list.HasMean ? Fail<FormulaMeaning>(FormulaRefusals.Scores(list.Labels[0])) : new FormulaMeaning.Choices(list.Labels, list.Join);
        if (!list.IsFullyScored) return Fail<FormulaMeaning>(FormulaRefusals.Scores(list.Items.First(i => i.Score is null).Label));
        needsMean = !list.HasMean;
        return new FormulaMeaning.Scores([.. list.Items.Select(i => new LabelScore(i.Label, i.Score!.Value))]);
    }

    private bool RefuseTwice(IReadOnlyList<string> found)
    {
        if (found.GroupBy(FormulaText.Fold).FirstOrDefault(g => g.Count() > 1) is not { } twice) return false;
        Fail(FormulaRefusals.Twice(twice.First()));
        return true;
    }

    private void Fail(FormulaRefusal found) => refusal ??= found;

    private T? Fail<T>(FormulaRefusal found)
        where T : class
    {
        Fail(found);
        return null;
    }

    /// <summary>Refuses what stands at the cursor and no rule takes.</summary>
    private void FailHere() => Fail(cursor.SeesAny(FormulaWords.Refused) || cursor.SeesAny(FormulaWords.Comparisons.Select(c => c.Word).ToList())
        ? FormulaRefusals.Operator(cursor.Rest)
        : FormulaRefusals.Unread(cursor.AtEnd ? text.Normal : cursor.Rest));
}
