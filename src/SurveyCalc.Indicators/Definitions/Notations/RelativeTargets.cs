namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>What a change from a base comes to; where % of a % has two readings, both.</summary>
internal static class RelativeTargets
{
    public static ValueMeaning.RelativeToBase From(NotationCursor cursor, Amount change, IReadOnlyList<BaseAmount> bases)
    {
        var candidates = bases.SelectMany(b => Candidates(change, b)).ToArray();
        var meaning = new ValueMeaning.RelativeToBase(change, bases, candidates);
        if (meaning.NeedsChoice) cursor.Warn(NotationWords.ChoiceNeeded(candidates));
        else if (candidates.Length == 0) cursor.Warn(NotationWords.NoCandidate());
        return meaning;
    }

    private static IEnumerable<TargetCandidate> Candidates(Amount change, BaseAmount from)
    {
        var signed = change.Change == ChangeDirection.Decrease ? -change.Number : change.Number;
        var (number, unit) = (from.Amount.Number, from.Amount.Unit);
        var isPercentage = unit is "%";
        if (change.Unit is "ポイント" or "%ポイント" or "pt" ? isPercentage || unit == change.Unit : change.Unit is "%" && isPercentage)
            yield return Candidate(ChangeReading.Points, number + signed);
        if (change.Unit is "%") yield return Candidate(ChangeReading.Relative, number * (100 + signed) / 100);
        else if (change.Unit == unit && change.Unit is not ("ポイント" or "%ポイント" or "pt")) yield return Candidate(ChangeReading.Absolute, number + signed);

        TargetCandidate Candidate(ChangeReading reading, decimal value) => new(from.Group, reading, NumberText.WithoutTrailingZeros(value), unit);
    }
}
