using System.Text;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Import;

/// <summary>A small survey for the tests of the import: what its file looks like, and what reading it finds.</summary>
internal static class SampleSurvey
{
    public const string File = "住民意識調査R8.csv";
    public const string Header = "番号,問1,問2a,問2b,問2c,問3,自由\n";

    public static readonly WaveKey Wave = new("住民意識調査", new FiscalYear(2026));

    public static readonly ImportProfile Profile = new() { Wave = Wave, IdColumn = "番号" };

    /// <summary>SA 問1, MA 問2 in three columns, numeric 問3, free text.</summary>
    public static readonly CodeBook Book = new(Wave,
    [
        Single("問1", "1 満足", "2 やや満足", "3 普通", "4 やや不満", "5 不満", "99 無回答"),
        new Question
        {
            Id = "問2", Series = "問2", Kind = QuestionKind.MultipleChoice,
            Choices = [new("1", "道路", Column: "問2a"), new("2", "公園", Column: "問2b"), new("3", "特になし", Column: "問2c")],
        },
        Numeric("問3"),
        new Question { Id = "自由", Series = "自由", Kind = QuestionKind.FreeText, Column = "自由" },
    ]);

    /// <summary>A single-choice question whose column is its id; choices as "code label".</summary>
    public static Question Single(string id, params string[] choices) => new()
    {
        Id = id,
        Series = id,
        Kind = QuestionKind.SingleChoice,
        Column = id,
        Choices = [.. choices.Select(ChoiceOf)],
    };

    public static Question Joined(string id, params string[] choices) => Single(id, choices) with { Kind = QuestionKind.MultipleChoice };

    public static Question Numeric(string id) => new() { Id = id, Series = id, Kind = QuestionKind.Numeric, Column = id };

    public static CodeBook BookOf(params Question[] questions) => new(Wave, questions);

    public static ImportOutcome Read(string text, CodeBook? book = null, ImportProfile? profile = null, IReadOnlyList<CodeBook>? others = null) =>
        Read(Encoding.UTF8.GetBytes(text), book, profile, others);

    public static ImportOutcome Read(byte[] bytes, CodeBook? book = null, ImportProfile? profile = null, IReadOnlyList<CodeBook>? others = null)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        var outcome = ResponseImport.Read(stream, File, book ?? Book, "符号表", profile ?? Profile, others: others);
        Assert.Equal(outcome.Report.RowsIn, outcome.Report.Accepted + outcome.Report.Rejected + outcome.Report.Excluded);
        Assert.Equal(outcome.Report.IsAccepted, outcome.Snapshot is not null);
        Assert.Equal(outcome.Report.Accepted, outcome.Snapshot?.Respondents ?? outcome.Report.Accepted);
        return outcome;
    }

    /// <summary>The answers to one question, each as <c>role:choice:marks:number</c> with the parts that say something.</summary>
    public static string Answers(this ImportOutcome outcome, string question)
    {
        var column = outcome.Snapshot!.Columns[question];
        return string.Join(' ', Enumerable.Range(0, column.Rows).Select(row => Text(column.At(row))));
    }

    public static string Text(Answer answer)
    {
        var content = answer.Choice >= 0 ? $"#{answer.Choice}"
            : answer.Marks != 0 ? "{" + string.Join(',', Enumerable.Range(0, 64).Where(answer.Has)) + "}"
            : answer.Role is AnswerRole.Substantive && answer.Number != 0 ? answer.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : "";
        return answer.Role is AnswerRole.Substantive ? content.Length == 0 ? "0" : content : answer.Role + content;
    }

    /// <summary>The problems with this code, as printed.</summary>
    public static string[] Messages(this ImportOutcome outcome, string code) =>
        [.. outcome.Report.Problems.Where(problem => problem.Code == code).Select(problem => problem.ToString())];

    /// <summary>All problems, as printed.</summary>
    public static string[] Messages(this ImportOutcome outcome) => [.. outcome.Report.Problems.Select(problem => problem.ToString())];

    private static Choice ChoiceOf(string text)
    {
        var (code, label) = (text[..text.IndexOf(' ')], text[(text.IndexOf(' ') + 1)..]);
        var role = label switch
        {
            "無回答" => AnswerRole.NoAnswer,
            "わからない" => AnswerRole.DontKnow,
            "非該当" => AnswerRole.NotApplicable,
            "無効" => AnswerRole.Invalid,
            _ => AnswerRole.Substantive,
        };
        return new Choice(code, label, role);
    }
}
