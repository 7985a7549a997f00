using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>The outcome indicators of one 施策 as a plan's evaluation prints them (成果指標シート).</summary>
public sealed record IndicatorSheet
{
    /// <summary>Year of evaluation (評価年度): later actuals are not shown.</summary>
    public required FiscalYear Year { get; init; }

    /// <summary>計画; may be empty.</summary>
    public string Plan { get; init; } = "";

    public string Policy { get; init; } = "";

    /// <summary>施策; empty when the indicators name none.</summary>
    public string Measure { get; init; } = "";

    /// <summary>所管, each once.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>関連.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Columns of the form: years of the plan and the year of evaluation.</summary>
    public required IReadOnlyList<FiscalYear> Years { get; init; }

    public required IReadOnlyList<SheetIndicator> Indicators { get; init; }

    /// <summary>特記事項.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Page title.</summary>
    public string Title => $"成果指標シート({Year}評価)";

    /// <summary>施策, or what stands in its place.</summary>
    public string MeasureText => Measure.Length == 0 ? "(施策の記載なし)" : Measure;

    /// <summary>What <see cref="MeasureText"/> begins with: 施策1-5; a bare number such as (2) with the word behind it.</summary>
    public string MeasureHead
    {
        get
        {
            var words = MeasureText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            return string.Join(' ', words.Take(words.Length > 0 && words[0].Any(char.IsLetter) ? 1 : 2));
        }
    }
}
