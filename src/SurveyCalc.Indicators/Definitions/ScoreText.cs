namespace SurveyCalc.Indicators.Definitions;

/// <summary>Reads scores of choices, <c>満足=2|やや満足=1|普通=0</c> (点数).</summary>
internal static class ScoreText
{
    /// <param name="text">Pairs of choice and number; between them <c>|</c>, or else any separator of Japanese lists.</param>
    /// <param name="scores">The pairs in the order written; at least one.</param>
    /// <param name="wrong">The first piece that is no such pair; "" when all are.</param>
    public static bool TryParse(string text, out IReadOnlyList<(string Choice, decimal Score)> scores, out string wrong)
    {
        (scores, wrong) = ([], text.Trim());
        foreach (var pieces in ChoiceSplit.Readings(text))
        {
            var pairs = new List<(string, decimal)>();
            var fault = "";
            foreach (var piece in pieces)
            {
                var at = piece.LastIndexOfAny(['=', '＝']);
                if (at > 0 && NumberText.TryParse(piece[(at + 1)..], out var score)) pairs.Add((piece[..at].Trim(), score));
                else if (fault.Length == 0) fault = piece;
            }

            if (fault.Length == 0 && pairs.Count > 0)
            {
                (scores, wrong) = (pairs, "");
                return true;
            }

            wrong = fault;
        }

        return false;
    }
}
