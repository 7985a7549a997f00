namespace SurveyCalc.Tests.Demo;

/// <summary>
/// Deals counts that were fixed beforehand to the respondents of a wave. First the blanks go to those who care least,
/// then "don't know" likewise; the rest are ranked by mood (with noise of the same size, and tilts by age and district)
/// and get the choices from the best to the worst. Who answers what is random; how many do is exact.
/// </summary>
internal sealed class DemoDealer(DemoPeople people, DemoCityRandom random)
{
    /// <summary>A characteristic: the weights are split over everybody but the blanks, in random order.</summary>
    public DemoAnswer[] Attribute(int blanks, params int[] weights)
    {
        var counts = DemoScale.Split(people.Count - blanks, weights);
        DemoAnswer[] cards = [.. counts.SelectMany((n, choice) => Enumerable.Repeat(new DemoAnswer(choice), n)), .. Enumerable.Repeat(DemoAnswer.None, blanks)];
        random.Shuffle(cards);
        return cards;
    }

    /// <summary>A scale question, asked of those in <paramref name="asked"/> (null: of everybody).</summary>
    public DemoAnswer[] Scale(DemoScale scale, DemoTally tally, Func<int, int> tilt, int[]? asked = null)
    {
        asked ??= [.. Enumerable.Range(0, people.Count)];
        var answers = Enumerable.Repeat(DemoAnswer.NotAsked, people.Count).ToArray();
        var rest = TakeCareless(asked, tally.NoAnswer, answers, DemoAnswer.None);
        rest = TakeCareless(rest, tally.DontKnow, answers, new DemoAnswer(scale.Choices.Count - 1));
        DealInOrder(Ranked(rest, i => people.Mood[i] + tilt(i)), scale.Counts(tally, asked.Length), answers);
        return answers;
    }

    /// <summary>A number: the positive ones are spread over the given values by weight, the others are 0.</summary>
    public DemoAnswer[] Number(DemoTally tally, int[] values, int[] weights)
    {
        var answers = new DemoAnswer[people.Count];
        var rest = TakeCareless([.. Enumerable.Range(0, people.Count)], tally.NoAnswer, answers, DemoAnswer.None);
        var ranked = Ranked(rest, i => people.Mood[i]);
        var counts = DemoScale.Split(tally.Positive, weights);
        // The most content come most often; random noise keeps it from being a rule.
        int[] dealt = [.. counts.SelectMany((n, v) => Enumerable.Repeat(values[v], n)).OrderDescending(), .. Enumerable.Repeat(0, ranked.Length - tally.Positive)];
        for (var i = 0; i < ranked.Length; i++) answers[ranked[i]] = new DemoAnswer(dealt[i]);
        return answers;
    }

    /// <summary>
    /// A multiple-answer question: everybody counted as positive gets one main choice (exact counts by weight), then
    /// perhaps more; the others say that none applies.
    /// </summary>
    /// <param name="lean">Who leans to the choices printed first.</param>
    /// <param name="more">Chance in percent of each further choice.</param>
    public DemoAnswer[] Marks(DemoTally tally, int[] weights, Func<int, int> lean, int more)
    {
        var answers = new DemoAnswer[people.Count];
        var rest = TakeCareless([.. Enumerable.Range(0, people.Count)], tally.NoAnswer, answers, DemoAnswer.None);
        random.Shuffle(rest);
        foreach (var i in rest.Skip(tally.Positive)) answers[i] = new DemoAnswer(weights.Length);
        var main = new DemoAnswer[people.Count];
        DealInOrder(Ranked(rest[..tally.Positive], lean), DemoScale.Split(tally.Positive, weights), main);
        foreach (var i in rest.Take(tally.Positive).Order())
            answers[i] = new DemoAnswer([.. Enumerable.Range(0, weights.Length).Where(c => c == main[i].Values[0] || random.Chance(more))]);
        return answers;
    }

    /// <summary>A yes/no question with fixed counts: choice 0 is yes, choice 1 is no.</summary>
    public DemoAnswer[] YesNo(DemoTally tally)
    {
        var answers = new DemoAnswer[people.Count];
        var rest = TakeCareless([.. Enumerable.Range(0, people.Count)], tally.NoAnswer, answers, DemoAnswer.None);
        random.Shuffle(rest);
        for (var i = 0; i < rest.Length; i++) answers[rest[i]] = new DemoAnswer(i < tally.Positive ? 0 : 1);
        return answers;
    }

    /// <summary>Free texts: each of the pool once or twice, the rest blank.</summary>
    public DemoAnswer[] Texts(IReadOnlyList<string> pool, int count)
    {
        DemoAnswer[] cards = [.. Enumerable.Range(0, count).Select(i => new DemoAnswer(pool[i % pool.Count])), .. Enumerable.Repeat(DemoAnswer.None, people.Count - count)];
        random.Shuffle(cards);
        return cards;
    }

    /// <summary>Some people mark "nothing in particular" beside other choices, as on paper.</summary>
    public void Contradict(DemoQuestion question, int times) =>
        Spoil(question, times, answer => answer.Values.Length > 0 && answer.Values[0] != question.Exclusive, answer => new DemoAnswer([.. answer.Values, question.Exclusive]));

    /// <summary>Some people answer a question that they were not asked.</summary>
    public void AnswerUnasked(DemoQuestion question, int times) =>
        Spoil(question, times, answer => answer == DemoAnswer.NotAsked, _ => new DemoAnswer(2));

    private void Spoil(DemoQuestion question, int times, Predicate<DemoAnswer> may, Func<DemoAnswer, DemoAnswer> change)
    {
        while (times > 0)
        {
            var i = random.Below(people.Count);
            if (!may(question.Answers[i])) continue;
            question.Answers[i] = change(question.Answers[i]);
            times--;
        }
    }

    private int[] TakeCareless(int[] from, int count, DemoAnswer[] answers, DemoAnswer answer)
    {
        var ranked = Ranked(from, i => -people.Care[i]);
        foreach (var i in ranked.Take(count)) answers[i] = answer;
        return [.. ranked.Skip(count).Order()];
    }

    /// <summary>Highest first, by a trait and noise of the same size; equal ones in the order of the rows.</summary>
    private int[] Ranked(int[] who, Func<int, int> trait)
    {
        var keys = who.Select(i => trait(i) + random.Spread()).ToArray();
        return [.. Enumerable.Range(0, who.Length).OrderByDescending(p => keys[p]).ThenBy(p => who[p]).Select(p => who[p])];
    }

    private static void DealInOrder(int[] ranked, int[] counts, DemoAnswer[] answers)
    {
        var next = 0;
        for (var choice = 0; choice < counts.Length; choice++)
            for (var n = 0; n < counts[choice]; n++)
                answers[ranked[next++]] = new DemoAnswer(choice);
        if (next != ranked.Length) throw new InvalidOperationException($"{ranked.Length} people for {next} answers: the counts do not add up.");
    }
}
