namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// An indicator as the plan prints it (指標台帳), whether or not its actuals are computed from a survey here. Texts are
/// kept as printed; a member that the plan does not print is empty.
/// </summary>
public sealed record RegisterEntry
{
    /// <summary>Indicator code (指標コード), unique in the register; that of the <see cref="Indicator"/> which computes it, if any.</summary>
    public required string Code { get; init; }

    /// <summary>Name as printed (指標名).</summary>
    public required string Name { get; init; }

    /// <summary>計画 that prints it, such as 第11次基本計画.</summary>
    public string Plan { get; init; } = "";

    /// <summary>政策, as printed.</summary>
    public string Policy { get; init; } = "";

    /// <summary>施策, as printed.</summary>
    public string Measure { get; init; } = "";

    /// <summary>Why the plan measures this (設定理由).</summary>
    public string Reason { get; init; } = "";

    /// <summary>算式 verbatim; may be empty, name only a survey, or be wrong.</summary>
    public string PrintedFormula { get; init; } = "";

    /// <summary>単位.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Which way is good (向き); the plan rarely prints it.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Section in charge (所管).</summary>
    public string Owner { get; init; } = "";

    /// <summary>Sections concerned (関連).</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Remarks (特記事項).</summary>
    public string Notes { get; init; } = "";

    /// <summary>Where the actuals come from, as printed or stated (出典), such as 市民意識調査.</summary>
    public string Source { get; init; } = "";

    /// <summary>Code of the indicator of an earlier plan that this one continues (引継元); null when it is new.</summary>
    public string? Continues { get; init; }

    /// <summary>The entry of an indicator that no 台帳 file describes: what the indicator itself says.</summary>
    public static RegisterEntry Of(Indicator indicator) => new()
    {
        Code = indicator.Code,
        Name = indicator.Name,
        Policy = indicator.Policy,
        Measure = indicator.Measure,
        PrintedFormula = indicator.PrintedFormula,
        Unit = indicator.Unit,
        Direction = indicator.Direction,
        Source = indicator.Survey,
    };

    /// <inheritdoc/>
    public bool Equals(RegisterEntry? other) => other is not null && CanonicalJson.Write(this) == CanonicalJson.Write(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Name, Plan);
}
