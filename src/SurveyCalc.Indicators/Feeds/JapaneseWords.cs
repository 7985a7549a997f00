using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>The Japanese words for the closed sets of values that tables and files show.</summary>
public static class JapaneseWords
{
    public static string InJapanese(this ChangeVerdict verdict) => verdict switch
    {
        ChangeVerdict.Rose => "上昇した",
        ChangeVerdict.Fell => "低下した",
        ChangeVerdict.NotShown => "差があるとはいえない",
        ChangeVerdict.NotComparable => "比較不可",
        _ => "前回なし",
    };

    public static string InJapanese(this TargetVerdict verdict) => verdict switch
    {
        TargetVerdict.Achieved => "達成",
        TargetVerdict.Missed => "未達",
        TargetVerdict.Undecided => "判定できない",
        TargetVerdict.NoFigure => "実績なし",
        TargetVerdict.NotComparable => "比較できない",
        _ => "計画値なし",
    };

    public static string InJapanese(this PortfolioQuadrant quadrant) => quadrant switch
    {
        PortfolioQuadrant.ImproveFirst => "重点改善",
        PortfolioQuadrant.KeepFirst => "重点維持",
        PortfolioQuadrant.Keep => "維持",
        PortfolioQuadrant.Improve => "改善",
        _ => "判定できない",
    };

    public static string InJapanese(this Status status) => status switch
    {
        Status.Final => "確定",
        Status.Corrected => "訂正",
        _ => "速報",
    };

    public static string InJapanese(this Continuity continuity) => continuity switch
    {
        Continuity.Same => "同一",
        Continuity.Similar => "類似",
        Continuity.Break => "断絶",
        _ => throw new ArgumentOutOfRangeException(nameof(continuity), continuity, "Unknown continuity."),
    };
}
