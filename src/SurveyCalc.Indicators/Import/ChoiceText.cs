using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Import;

/// <summary>The choices of a question in one line, for "expected".</summary>
internal static class ChoiceText
{
    private const int Most = 8;

    /// <summary>「1〜5、無回答 99」 where the file has numbers, 「満足、やや満足、不満」 where it has labels.</summary>
    public static string Expected(Question question, string found)
    {
        if (question.Choices.Count == 0) return "";
        return ChoiceIndex.PlainNumber(found) is null
            ? Listed([.. question.Choices.Select(choice => choice.Label)])
            : Listed([.. Codes(question)]);
    }

    private static IEnumerable<string> Codes(Question question)
    {
        var substantive = question.Choices.Where(choice => choice.Role is AnswerRole.Substantive).Select(choice => choice.Code).ToList();
        if (substantive.Count > 2 && IsRun(substantive)) yield return substantive[0] + "〜" + substantive[^1];
        else
            foreach (var code in substantive)
                yield return code;
        foreach (var choice in question.Choices)
            if (choice.Role is not AnswerRole.Substantive)
                yield return choice.Label + " " + choice.Code;
    }

    private static bool IsRun(List<string> codes)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (!int.TryParse(codes[i], NumberStyles.None, CultureInfo.InvariantCulture, out var code)) return false;
            if (i > 0 && code - 1 != int.Parse(codes[i - 1], CultureInfo.InvariantCulture)) return false;
        }

        return true;
    }

    private static string Listed(List<string> texts)
    {
        var listed = string.Join('、', texts.Take(Most).Select(ImportProblems.Short));
        return texts.Count <= Most ? listed : string.Create(CultureInfo.InvariantCulture, $"{listed}、ほか{texts.Count - Most}個");
    }
}
