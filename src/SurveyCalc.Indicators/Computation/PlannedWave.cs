using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>A wave that can be counted: where its answers came from and the code book that gives them meaning.</summary>
public sealed class PlannedWave(WaveSource source, CodeBook codeBook)
{
    private readonly Dictionary<(string Code, FiscalYear? From), (BoundRule? Rule, string Reason)> rules = [];

    public WaveSource Source { get; } = source;

    public CodeBook CodeBook { get; } = codeBook;

    public WaveKey Wave => CodeBook.Wave;

    /// <summary>The indicator's rule in the words of this code book, or null and why it cannot be bound.</summary>
    public BoundRule? Bind(Indicator indicator, out string reason)
    {
        var key = (indicator.Code, indicator.ValidFrom);
        if (!rules.TryGetValue(key, out var bound))
        {
            BoundRule.TryBind(indicator, CodeBook, out var rule, out var why);
            rules[key] = bound = (rule, why ?? "");
        }

        reason = bound.Reason;
        return bound.Rule;
    }
}
