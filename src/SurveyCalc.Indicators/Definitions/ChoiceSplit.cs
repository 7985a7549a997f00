using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// Splits a planner's list of choices against the labels and codes of one question. Labels may hold the characters that
/// separate them (「道路、公園など」), so the coarsest reading that names only known choices wins: the whole text as one
/// choice, then split at <c>|</c> only, then at every separator of Japanese lists.
/// </summary>
internal static class ChoiceSplit
{
    private static readonly char[] Bars = ['|', '｜'];
    private static readonly char[] Separators = ['|', '｜', '、', '，', ',', '・', ';', '；', '＋', '+', '／', '/'];

    /// <summary>Indexes of the choices in the order written, each once.</summary>
    /// <param name="text">The list as written; not blank.</param>
    /// <param name="question">The question whose choices are meant.</param>
    /// <param name="choices">The indexes; empty when a piece is unknown.</param>
    /// <param name="unknown">The first piece that is no choice, in the reading that comes nearest; "" when all are known.</param>
    public static bool TryFind(string text, Question question, out IReadOnlyList<int> choices, out string unknown)
    {
        IReadOnlyList<string>[] readings = [[text.Trim()], Split(text, Bars), Split(text, Separators)];
        var fewest = int.MaxValue;
        (choices, unknown) = ([], text.Trim());
        foreach (var reading in readings.Where(r => r.Count > 0))
        {
            var found = reading.Select(question.FindChoice).ToList();
            var missing = found.Count(c => c < 0);
            if (missing == 0)
            {
                (choices, unknown) = ([.. found.Distinct()], "");
                return true;
            }

            // A finer reading explains the fault better when it leaves as few pieces unexplained.
            if (missing > fewest) continue;
            fewest = missing;
            unknown = reading[found.FindIndex(c => c < 0)];
        }

        return false;
    }

    /// <summary>Pieces of a list with the two bars as separators, then with all; blanks are dropped.</summary>
    public static IReadOnlyList<string>[] Readings(string text) => [Split(text, Bars), Split(text, Separators)];

    private static string[] Split(string text, char[] separators) =>
        text.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
