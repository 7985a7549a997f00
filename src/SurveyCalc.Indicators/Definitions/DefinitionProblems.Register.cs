using SurveyCalc.Indicators.Definitions.Notations;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using static SurveyCalc.Indicators.Import.Severity;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>SC-D607 and up: versions of 計画値; SC-D9nn: 台帳 and 入力実績. Oddities of the register as a whole have their own part.</summary>
internal static partial class DefinitionProblems
{
    public static ImportProblem AdoptedUnreadable(DefinitionRow row, string text) => Cell("SC-D608", Error, row, "採用値", text,
        $"採用値「{Shorten(text)}」を数として読めません。", "計画値のどの読み方を採るかを「82」のように数だけで書いてください。");

    public static ImportProblem RevisedOnUnreadable(DefinitionRow row, string text) => Cell("SC-D609", Error, row, "改定日", text,
        $"改定日「{Shorten(text)}」を日付として読めません。", "「令和4年4月1日」「2022-04-01」のように書いてください。当初の計画値なら空欄にしてください。");

    public static ImportProblem ReasonMissing(DefinitionRow row, string code) => Cell("SC-D611", Warning, row, "理由", "",
        $"指標 {code} の計画値を改定した(または採用値を決めた)理由が空欄です。", "だれが、なぜ決めたかを「理由」に書いてください。");

    public static ImportProblem TargetNotComparable(DefinitionRow row, string text, string reason) => Cell("SC-D612", Warning, row, "計画値", text,
        $"計画値「{Shorten(text)}」は{reason}ので、実績とは比べません。", "比べる数が決まっていれば「採用値」に書き、決めた人と理由を「理由」に書いてください。");

    /// <summary>Something that the reader of printed notations noticed, under its own code.</summary>
    public static ImportProblem NotationOdd(DefinitionRow row, string header, string text, NotationWarning warning) => Cell(
        warning.Code, Warning, row, header, text, $"「{Shorten(text)}」: {warning.Message}", "計画書と見比べ、印刷されたとおりならこのままで構いません。");

    /// <summary>An oddity at the row that says it; a warning, never a refusal.</summary>
    public static ImportProblem Odd(DefinitionRow row, string header, RegisterOddity oddity) =>
        Cell(oddity.Code, Warning, row, header, row[header], oddity.Message, oddity.Remedy);

    public static ImportProblem EntryTwice(DefinitionRow row, string code, DefinitionRow earlier) => Cell("SC-D901", Error, row, "指標コード", code,
        $"指標コード「{code}」の台帳は{Place(row, earlier)}にもあります。", "1つの指標は1行にしてください。別の計画の同じ指標には別のコードを付け、「引継元」でつないでください。");

    public static ImportProblem EntryDiffers(DefinitionRow row, string header, string code, string text, string said) => Cell(
        "SC-D902", Warning, row, header, text,
        $"指標 {code} の「{header}」が、台帳では「{Shorten(text)}」、指標のファイルでは「{Shorten(said)}」です。",
        "同じものなら台帳を空欄にしてください(指標のファイルから補います)。違うものなら、どちらが正しいか確かめてください。");

    public static ImportProblem DirectionDiffers(DefinitionRow row, string code, Direction written, Direction used) => Cell(
        "SC-D902", Warning, row, "向き", row["向き"],
        $"指標 {code} の「向き」が、台帳では「{DefinitionWords.Directions.WordOf(written)}」、指標のファイルでは「{DefinitionWords.Directions.WordOf(used)}」です。"
            + $"「{DefinitionWords.Directions.WordOf(used)}」として計算します。",
        "同じものなら台帳を空欄にしてください(指標のファイルから補います)。違うものなら、どちらが正しいか確かめてください。");

    public static ImportProblem ContinuesUnknown(DefinitionRow row, string code, string text, IEnumerable<string> codes) => Cell(
        "SC-D903", Error, row, "引継元", text,
        $"指標 {code} の引継元「{Shorten(text)}」という指標がありません。{Suggest(text, codes)}", "引継元のコードを直すか、その指標を台帳に足してください。");

    public static ImportProblem ContinuesInCircle(DefinitionRow row, string code, IEnumerable<string> path) => Cell(
        "SC-D904", Error, row, "引継元", row["引継元"],
        $"指標 {code} の引継元をたどると自分に戻ります({string.Join(" ← ", path)})。", "引継元には、前の計画の指標のコードを書いてください。");

    public static ImportProblem EnteredOfUnknown(DefinitionRow row, string code, IEnumerable<string> codes) => Cell(
        "SC-D905", Error, row, "指標コード", code,
        $"指標コード「{Shorten(code)}」の指標がありません。{Suggest(code, codes)}", "指標コードを直すか、台帳に指標を足してください。");

    public static ImportProblem EnteredTwice(DefinitionRow row, string code, DefinitionRow earlier) => Cell("SC-D906", Error, row, "年度", row["年度"],
        $"指標 {code} の同じ年度・同じ状態の実績が{Place(row, earlier)}にもあります。", "どちらかの行を消すか、状態(速報・確定)を書き分けてください。");

    public static ImportProblem EnteredAndComputed(DefinitionRow row, Indicator indicator, FiscalYear year) => Cell(
        "SC-D907", Warning, row, "年度", row["年度"],
        $"指標 {indicator.Code} の{year}の実績は{indicator.Survey}の回答から計算します。入力された「{Shorten(row["実績"])}」は計算に使いません。",
        "計算した値と見比べるためならこのままで構いません。そうでなければ行を消してください。");

    public static ImportProblem EnteredUnreadable(DefinitionRow row, string text, NotationRefusal refusal) => Cell("SC-D908", Error, row, "実績", text,
        $"「{Shorten(text)}」を実績として読めません。{refusal.Reason}", $"{refusal.Remedy}値がなければ「—」と書いてください。");
}
