using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Worker.Commands;

/// <summary>Which entries of the register a command is about.</summary>
internal static class RegisterFilter
{
    /// <summary>Codes of the entries that the options name; all without options.</summary>
    /// <exception cref="OperatorException">No entry has such a code or plan.</exception>
    public static IReadOnlySet<string> Of(DefinitionSet definitions, string[]? codes, string? plan)
    {
        var unknown = (codes ?? []).FirstOrDefault(c => definitions.EntryOf(c) is null);
        if (unknown is not null) throw new OperatorException($"指標コード「{unknown}」は台帳にありません。indicators で確かめてください。");
        if (plan is not null && !definitions.Register.Any(e => e.Plan.Contains(plan, StringComparison.Ordinal)))
            throw new OperatorException($"計画「{plan}」の指標は台帳にありません。indicators で計画の名前を確かめてください。");
        return definitions.Register
            .Where(e => codes is not { Length: > 0 } || codes.Contains(e.Code))
            .Where(e => plan is null || e.Plan.Contains(plan, StringComparison.Ordinal))
            .Select(e => e.Code).ToHashSet(StringComparer.Ordinal);
    }
}
