using System.Text;

namespace SurveyCalc.Tests.Demo;

/// <summary>How the response file of one wave is written; the import profiles of the demo say the same to the product.</summary>
internal sealed record DemoLayout
{
    /// <summary>932, or 65001 for UTF-8.</summary>
    public int CodePage { get; init; } = 65001;

    public bool WritesBom { get; init; }

    public char Delimiter { get; init; } = ',';

    public int HeaderRows { get; init; } = 1;

    /// <summary>Header of the respondent number.</summary>
    public required string IdColumn { get; init; }

    /// <summary>Cells hold the printed label instead of the code.</summary>
    public bool WritesLabels { get; init; }

    /// <summary>What stands for 無回答; empty for the blank cell.</summary>
    public string NoAnswer { get; init; } = "";

    /// <summary>What stands for 非該当.</summary>
    public string NotApplicable { get; init; } = "";

    /// <summary>Separates marks in one cell; null when every choice has its own column.</summary>
    public string? MarkSeparator { get; init; }

    /// <summary>A separator also after the last mark, as a form service writes it.</summary>
    public bool EndsWithSeparator { get; init; }

    /// <summary>Cell of a choice that was marked; null for its label.</summary>
    public string? Mark { get; init; } = "1";

    /// <summary>Cell of a choice that was not marked.</summary>
    public string Unmarked { get; init; } = "0";

    /// <summary>無回答 is a choice of every question in the code book (code 9) instead of a missing value of the profile.</summary>
    public bool ListsNoAnswer { get; init; }

    /// <summary>Between a multiple-answer question and its choice in a header.</summary>
    public string ChoiceColumn(string column, DemoChoice choice) =>
        column + (HeaderRows > 1 ? "/" + choice.Label : "_" + choice.Code);

    public byte[] Encode(string text)
    {
        var encoding = CodePage == 65001
            ? new UTF8Encoding(false, true)
            : CodePagesEncodingProvider.Instance.GetEncoding(CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
              ?? throw new InvalidOperationException("No such code page.");
        return WritesBom ? [0xEF, 0xBB, 0xBF, .. encoding.GetBytes(text)] : encoding.GetBytes(text);
    }
}
