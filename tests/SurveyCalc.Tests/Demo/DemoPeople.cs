namespace SurveyCalc.Tests.Demo;

/// <summary>The invented respondents of one wave, in the order of their rows.</summary>
internal sealed class DemoPeople
{
    /// <param name="count">Respondents (回収数).</param>
    /// <param name="sent">Questionnaires sent; the respondent numbers are drawn from 1 to this.</param>
    public DemoPeople(int count, int sent, DemoCityRandom random)
    {
        var numbers = Enumerable.Range(1, sent).ToArray();
        random.Shuffle(numbers);
        Numbers = [.. numbers.Take(count).Order()];
        Mood = [.. Numbers.Select(_ => random.Spread())];
        Care = [.. Numbers.Select(_ => random.Spread())];
    }

    /// <summary>Respondent numbers (整理番号), ascending with gaps.</summary>
    public int[] Numbers { get; }

    /// <summary>How content somebody is with everything: what makes the answers of one person hang together.</summary>
    public int[] Mood { get; }

    /// <summary>How carefully somebody fills in the form: blanks and "don't know" gather where it is low.</summary>
    public int[] Care { get; }

    public int Count => Numbers.Length;
}
