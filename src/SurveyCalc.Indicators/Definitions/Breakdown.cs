namespace SurveyCalc.Indicators.Definitions;

/// <summary>Attributes by which a figure is broken down (集計区分), crossed when there is more than one (性別×年代).</summary>
public sealed record Breakdown
{
    /// <param name="questions">Ids of attribute questions, at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Breakdown(params IReadOnlyList<string> questions)
    {
        if (questions.Count == 0) throw new ArgumentException("A breakdown needs an attribute.", nameof(questions));
        Questions = questions;
    }

    public IReadOnlyList<string> Questions { get; }

    /// <summary>Reads <c>性別</c> or <c>性別×年代</c> (also written with <c>*</c>).</summary>
    public static Breakdown Parse(string text) =>
        new([.. text.Split(['×', '*', '＊'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);

    /// <summary>Reads as <see cref="Parse"/> does; null when no attribute is written.</summary>
    public static Breakdown? TryParse(string text) => text.Trim(' ', '　', '×', '*', '＊').Length == 0 ? null : Parse(text);

    public override string ToString() => string.Join('×', Questions);

    public bool Equals(Breakdown? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());
}
