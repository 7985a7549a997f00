using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using static SurveyCalc.Indicators.Import.Severity;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>SC-D2nn: 符号表.</summary>
internal static partial class DefinitionProblems
{
    public static ImportProblem QuestionTwice(DefinitionRow row, string id, DefinitionRow earlier) => Cell("SC-D201", Error, row, "設問", id,
        $"設問「{id}」は同じ調査・年度の{Place(row, earlier)}にもあります。", "1つの設問の行は続けて書き、設問の名前は重ならないようにしてください。");

    public static ImportProblem ContinuationDiffers(DefinitionRow row, string header, string id, DefinitionRow first) => Cell(
        "SC-D202", Error, row, header, row[header],
        $"設問「{id}」の「{header}」が、{Place(row, first)}の「{Shorten(first[header])}」と違います。",
        "同じ設問の2行目からは空欄にするか、同じ値を書いてください。別の設問なら「設問」を書いてください。");

    public static ImportProblem ColumnMissing(DefinitionRow row, string id) => Cell("SC-D203", Error, row, "列", "",
        $"設問「{id}」の列が空欄です。", "回答ファイルの見出しを書いてください(「C列」のように列の記号でも書けます)。");

    public static ImportProblem ColumnPartly(DefinitionRow row, string id) => Cell("SC-D204", Error, row, "列", row["列"],
        $"設問「{id}」の列が、一部の選択肢の行にだけ書かれています。",
        "1つの列に答えが入るなら設問の最初の行にだけ、選択肢ごとに列があるならすべての行に書いてください。");

    public static ImportProblem ChoiceColumnTwice(DefinitionRow row, string id, DefinitionRow earlier) => Cell("SC-D205", Error, row, "列", row["列"],
        $"設問「{id}」の2つの選択肢({Place(row, earlier)}とこの行)が同じ列「{Shorten(row["列"])}」を指しています。",
        "選択肢ごとに別の列を書いてください。");

    public static ImportProblem NoChoices(DefinitionRow row, string id) => Cell("SC-D206", Error, row, "ラベル", "",
        $"設問「{id}」に選択肢がありません。", "選択肢を1行に1つ書いてください。選択肢のない設問なら種別を「数値」か「自由記述」にしてください。");

    public static ImportProblem ChoicesNotAllowed(DefinitionRow row, string id, QuestionKind kind) => Cell(
        "SC-D207", Error, row, "選択肢コード", row["選択肢コード"],
        $"設問「{id}」の種別は{DefinitionWords.Kinds.WordOf(kind)}なので、選択肢を書けません。",
        "1行だけにして選択肢コード・ラベル・区分を空欄にするか(無回答などの値は取込設定に書きます)、種別を直してください。");

    public static ImportProblem CodeTwice(DefinitionRow row, string id, string code) => Cell("SC-D208", Error, row, "選択肢コード", code,
        $"設問「{id}」に選択肢コード「{Shorten(code)}」が2つあります(全角・半角の違いは区別しません)。", "どちらかのコードを直してください。");

    public static ImportProblem LabelTwice(DefinitionRow row, string id, string label) => Cell("SC-D209", Error, row, "ラベル", label,
        $"設問「{id}」にラベル「{Shorten(label)}」が2つあります(全角・半角や空白の違いは区別しません)。", "どちらかのラベルを直してください。");

    public static ImportProblem TooManyMarks(DefinitionRow row, string id, int count) => Cell("SC-D210", Error, row, "設問", id,
        string.Create(CultureInfo.InvariantCulture, $"設問「{id}」の選択肢は{count}個ですが、MAの選択肢は{Question.MaxMarks}個までです。"),
        "設問を2つに分けてください。");

    public static ImportProblem ChoiceBlank(DefinitionRow row, string id) => Cell("SC-D211", Error, row, "ラベル", "",
        $"設問「{id}」のこの行は、選択肢コードもラベルも空欄です。", "選択肢を書くか、行を消してください。");

    public static ImportProblem ExclusiveOutsideMultiple(DefinitionRow row, string id) => Cell("SC-D212", Warning, row, "区分", row["区分"],
        $"設問「{id}」はMAではないので、「排他」は「有効」として読みます。", "区分を「有効」にするか、種別を確かめてください。");

    public static ImportProblem CodeIsOtherLabel(DefinitionRow row, string id, string code) => Cell(
        "SC-D213", Warning, row, "選択肢コード", code,
        $"設問「{id}」の選択肢コード「{Shorten(code)}」は、別の選択肢のラベルでもあります。回答の「{Shorten(code)}」はラベルとして読みます。",
        "回答ファイルにコードが入っているなら、コードとラベルが重ならないように直してください。");

    public static ImportProblem RoutingQuestionMissing(DefinitionRow row, AnswerCondition condition, CodeBook book) => Cell(
        "SC-D214", Error, row, "対象条件", condition.ToString(),
        $"対象条件「{condition}」の設問「{condition.Question}」が{book.Wave}の符号表にありません。"
            + Suggest(condition.Question, book.Questions.Select(q => q.Id)),
        "設問の名前を直してください。");

    public static ImportProblem RoutingToItself(DefinitionRow row, AnswerCondition condition, string id) => Cell(
        "SC-D215", Error, row, "対象条件", condition.ToString(),
        $"対象条件「{condition}」をたどると、設問「{id}」自身に戻ります。", "その設問より前に答える別の設問を書いてください。");

    public static ImportProblem RoutingWithoutChoices(DefinitionRow row, AnswerCondition condition, Question asked) => Cell(
        "SC-D216", Error, row, "対象条件", condition.ToString(),
        $"対象条件「{condition}」の設問の種別は{DefinitionWords.Kinds.WordOf(asked.Kind)}で、選択肢がありません。",
        "選択肢のある設問(SA、MA、属性)を書いてください。");

    public static ImportProblem RoutingChoiceMissing(DefinitionRow row, AnswerCondition condition, string choice, Question asked) => Cell(
        "SC-D217", Error, row, "対象条件", condition.ToString(),
        $"対象条件「{condition}」の選択肢「{Shorten(choice)}」が設問「{asked.Id}」にありません。{SuggestOrList(choice, asked)}",
        "選択肢のラベルかコードに直してください。");

    public static ImportProblem ColumnOfTwoQuestions(DefinitionRow row, string column, string first, string second) => Cell(
        "SC-D218", Warning, row, "列", column,
        $"列「{Shorten(column)}」を設問「{first}」と設問「{second}」の両方が使っています。", "同じ列を2通りに読むつもりでなければ、列を直してください。");

    public static ImportProblem LinkWithoutReason(DefinitionRow row, string word) => Cell("SC-D219", Error, row, "関係の理由", "",
        $"前回との関係が「{word}」なのに、関係の理由が空欄です。", "何が変わったかを書いてください(例: 質問を2つに分けた、対象年齢を15歳以上から18歳以上に変えた)。");

    public static ImportProblem LinkWithoutWord(DefinitionRow row, string reason) => Cell("SC-D220", Error, row, "前回との関係", "",
        $"関係の理由「{Shorten(reason)}」があるのに、前回との関係が空欄です。", $"{DefinitionWords.Continuities.Expected}のどれかを書いてください。");

    public static ImportProblem WholeWithoutLink(DefinitionRow row) => Cell("SC-D221", Error, row, "前回との関係", "",
        "設問「*」(調査全体)の行に、前回との関係がありません。", $"{DefinitionWords.Continuities.Expected}のどれかを書くか、行を消してください。");

    public static ImportProblem SameButOtherSeries(DefinitionRow row, string series, WaveKey before, string seriesBefore) => Cell(
        "SC-D222", Error, row, "前回との関係", row["前回との関係"],
        $"前回との関係は「同一」ですが、系列「{Shorten(series)}」が{before}の「{Shorten(seriesBefore)}」と違います。",
        "比べられるなら系列を前回と同じにし、比べられないなら前回との関係を「断絶」にしてください。");

    public static ImportProblem WholeTwice(DefinitionRow row, WaveKey wave) => Cell("SC-D223", Error, row, "設問", "*",
        $"{wave}の設問「*」(調査全体)の行が2つあります。", "1つにまとめてください。");

    private static string Place(DefinitionRow from, DefinitionRow other) => from.Table == other.Table
        ? string.Create(CultureInfo.InvariantCulture, $"{other.Row}行目")
        : string.Create(CultureInfo.InvariantCulture, $"{other.Table.File} {other.Row}行目");
}
