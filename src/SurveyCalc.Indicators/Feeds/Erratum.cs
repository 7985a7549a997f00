namespace SurveyCalc.Indicators.Feeds;

/// <summary>One line of the errata (正誤表): a confirmed value, and the one that replaced it. A member that does not apply is null.</summary>
public sealed record Erratum
{
    public required string Indicator { get; init; }
    public required string Name { get; init; }
    public required string Survey { get; init; }

    /// <summary>Era notation.</summary>
    public required string FiscalYear { get; init; }

    /// <summary>Calendar year in which the fiscal year begins.</summary>
    public required int Year { get; init; }

    public required string Unit { get; init; }

    /// <summary>The correcting revision.</summary>
    public required int Revision { get; init; }

    /// <summary>Value as printed before (誤).</summary>
    public decimal? Wrong { get; init; }

    public string? NoWrongReason { get; init; }

    /// <summary>Value as printed since (正).</summary>
    public decimal? Right { get; init; }

    public string? NoRightReason { get; init; }

    /// <summary>Which inputs changed (原因).</summary>
    public required string Cause { get; init; }

    /// <summary>Reason that the proposer gave.</summary>
    public required string Reason { get; init; }

    public required string ProposedBy { get; init; }
    public required string ApprovedBy { get; init; }
    public DateTimeOffset? CorrectedAt { get; init; }
}
