using System.Globalization;
using System.Text.RegularExpressions;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Scenarios.RealData;

/// <summary>Makes the code book of the open data survey, for either shape of its answers, out of its list of questions.</summary>
internal static partial class OpenDataCodeBook
{
    public const string Status = "提出状況";

    /// <summary>The table with two header rows, the question above its choices.</summary>
    public static CodeBook OfTable(WaveKey wave) => Of(wave, (question, choice) => $"{question}/{choice}");

    /// <summary>The table with one header row, the numbers before the question standing before the choice.</summary>
    public static CodeBook OfNumbers(WaveKey wave) => Of(wave, (question, choice) => Numbers().Match(question).Value + choice);

    private static CodeBook Of(WaveKey wave, Func<string, string, string> columnOf) => new(
        wave,
        [.. RealDataFolder.Rows("opendata-r2-questions-codebook.csv").Skip(1).Select(row => row[0] == Status ? StatusQuestion() : ToQuestion(row, columnOf))]);

    private static Question ToQuestion(string[] row, Func<string, string, string> columnOf)
    {
        var (text, type) = (row[0], row[1]);
        var id = Numbers().Match(text) is { Success: true } number ? number.Groups[1].Value : text;
        var question = new Question { Id = id, Text = text, Kind = QuestionKind.FreeText, Column = text, Series = id };
        if (type == "free") return question;
        var choices = row.Skip(3).Take(int.Parse(row[2], CultureInfo.InvariantCulture));
        return question with
        {
            Kind = type == "single" ? QuestionKind.SingleChoice : QuestionKind.MultipleChoice,
            Column = null,
            Choices =
            [
                .. choices.Select((label, i) => new Choice(
                    (i + 1).ToString(CultureInfo.InvariantCulture), label, Column: columnOf(text, label))),
            ],
        };
    }

    private static Question StatusQuestion() => new()
    {
        Id = Status,
        Kind = QuestionKind.Attribute,
        Column = Status,
        Series = Status,
        Choices = [new Choice("1", "提出済"), new Choice("2", "未提出"), new Choice("3", "未確認")],
    };

    [GeneratedRegex(@"^\[(No\.\d+)\](?:\[No\.\d+\])*")]
    private static partial Regex Numbers();
}
