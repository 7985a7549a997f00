using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using static SurveyCalc.Indicators.Import.Severity;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>SC-D70n: across files. The faults of a rule against one code book (SC-D71n) have their own part.</summary>
internal static partial class DefinitionProblems
{
    public static ImportProblem SurveyWithoutCodeBook(DefinitionRow row, Indicator indicator, IEnumerable<string> surveys) => Cell(
        "SC-D701", Error, row, "調査", indicator.Survey,
        $"指標 {indicator.Code}: 調査「{indicator.Survey}」の符号表がありません。{SuggestOrListSurveys(indicator.Survey, surveys)}",
        "調査の名前を直すか、符号表を足してください。");

    public static ImportProblem QuestionNowhere(DefinitionRow row, Indicator indicator, CodeBook latest) => Cell(
        "SC-D702", Error, row, "設問", indicator.Question,
        $"指標 {indicator.Code}: 設問「{indicator.Question}」は{indicator.Survey}のどの年度の符号表にもありません。"
            + Suggest(indicator.Question, latest.Questions.Select(q => q.Id)),
        "設問か符号表を直してください。");

    public static ImportProblem QuestionMissingInYears(DefinitionRow row, Indicator indicator, IEnumerable<FiscalYear> years) => Cell(
        "SC-D703", Warning, row, "設問", indicator.Question,
        $"指標 {indicator.Code}: {string.Join('、', years)}の符号表に設問「{indicator.Question}」がないので、その年度の実績は計算されません。",
        "その年度に聞いていなければこのままで構いません。聞いていれば符号表を直してください。");

    public static ImportProblem RuleKindDoesNotFit(DefinitionRow row, Indicator indicator, RuleKind kind, WaveKey wave, Question question) => Cell(
        "SC-D704", Error, row, "算式の種類", row["算式の種類"],
        $"指標 {indicator.Code}: {wave}の設問「{question.Id}」の種別は{DefinitionWords.Kinds.WordOf(question.Kind)}なので、"
            + $"「{DefinitionWords.Rules.WordOf(kind)}」では計算できません。",
        question.Kind == QuestionKind.MultipleChoice
            ? "算式の種類を「いずれかを選んだ割合」にするか、設問を直してください。"
            : "算式の種類を「選択肢の割合」にするか、設問を直してください。");

    public static ImportProblem SettingsWithoutCodeBook(DefinitionRow row, string survey, IEnumerable<string> surveys) => Cell(
        "SC-D705", Warning, row, "調査", survey,
        $"調査「{survey}」の符号表がないので、この設定は使われません。{SuggestOrListSurveys(survey, surveys)}", "調査の名前を確かめてください。");

    /// <summary>A binding fault at the row of its indicator.</summary>
    public static ImportProblem Unbound(DefinitionRow row, Indicator indicator, BindingFault fault) => Cell(
        fault.Code, Error, row, fault.Header, fault.Found.Length > 0 ? fault.Found : row[fault.Header],
        $"指標 {indicator.Code}: {fault.Message}", fault.Remedy);

    private static string SuggestOrListSurveys(string survey, IEnumerable<string> surveys)
    {
        var known = surveys.ToList();
        var near = Suggest(survey, known);
        return near.Length > 0 || known.Count == 0 ? near : $"符号表のある調査は{List(known)}です。";
    }
}
