using System.Diagnostics.CodeAnalysis;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>Outcome of reading one printed 算式: read, or refused with the reason. The printed text is always kept.</summary>
public sealed record FormulaRead
{
    /// <summary>The text as it was given.</summary>
    public required string Printed { get; init; }

    /// <summary>Why it was refused; null when it was read.</summary>
    public FormulaRefusal? Refusal { get; init; }

    /// <summary>What the text says; null when refused.</summary>
    public Formula? Formula { get; init; }

    /// <summary>The rule on the question; null when refused, or read without a code book.</summary>
    public BoundFormula? Bound { get; init; }

    /// <summary>One sentence that says the rule and reads back to the same one; null when refused.</summary>
    public string? Canonical { get; init; }

    /// <summary>What a person has to know or decide, in Japanese: base not stated, how a word was taken.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    [MemberNotNullWhen(true, nameof(Formula), nameof(Canonical))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsRead => Refusal is null;
}
