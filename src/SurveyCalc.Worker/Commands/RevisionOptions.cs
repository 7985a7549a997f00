using System.CommandLine;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Worker.Commands;

/// <summary>What <c>release</c> and <c>correct</c> both take: an indicator, a year, who and why.</summary>
internal static class RevisionOptions
{
    public static Argument<string?> Indicator() => new("指標") { Description = "指標コード。", Arity = ArgumentArity.ZeroOrOne };

    public static Argument<string?> FiscalYear() => new("年度") { Description = "年度(例: 令和2年度、R2、2020)。", Arity = ArgumentArity.ZeroOrOne };

    public static Option<string> By() => new("--by")
    {
        Description = "行う人の氏名。省略時はコンピューターの利用者名。",
        DefaultValueFactory = _ => Environment.UserName,
        HelpName = "氏名",
    };

    public static Option<string> Reason(string description) => new("--reason")
    {
        Description = description,
        DefaultValueFactory = _ => "",
        HelpName = "理由",
    };

    /// <summary>The year beside an indicator.</summary>
    /// <exception cref="OperatorException">It is missing, or no fiscal year.</exception>
    public static FiscalYear YearBeside(string indicator, string? year) => CommonOptions.ParseYear(year)
        ?? throw new OperatorException($"指標「{indicator}」のどの年度か分かりません。指標の後に年度(例: R2)を付けてください。");
}
