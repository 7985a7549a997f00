using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using static SurveyCalc.Indicators.Import.Severity;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>SC-D8nn: 人口.</summary>
internal static partial class DefinitionProblems
{
    public static ImportProblem AttributeUnknown(DefinitionRow row, string header, CodeBook book) => Cell("SC-D801", Error, row, header, row[header],
        $"見出し「{header}」の設問が{book.Wave}の符号表にありません。{Suggest(header, book.Questions.Select(q => q.Id))}",
        "調査・年度・基準日・人数のほかの見出しには、符号表の属性の設問を書いてください。");

    public static ImportProblem LabelUnknown(DefinitionRow row, string header, string text, WaveKey wave, Question question) => Cell(
        "SC-D802", Error, row, header, text,
        $"「{Shorten(text)}」は{wave}の設問「{question.Id}」の選択肢にありません。{SuggestOrList(text, question)}",
        "符号表のラベルと同じに書くか、この行を除いてください。");

    public static ImportProblem LabelRespelled(DefinitionRow row, string header, string text, string label) => Cell("SC-D803", Note, row, header, text,
        $"「{Shorten(text)}」は符号表の「{label}」として読みます。", "同じものであれば、このままで構いません。");

    public static ImportProblem LabelIsNoCategory(DefinitionRow row, string header, Choice choice, Question question) => Cell(
        "SC-D804", Error, row, header, row[header],
        $"「{choice.Label}」は設問「{question.Id}」で区分が{RoleWord(choice.Role)}なので、人口の区分になりません。", "この行を除くか、符号表の区分を直してください。");

    public static ImportProblem CellTwice(DefinitionRow row, string labels, DefinitionRow earlier) => Cell("SC-D805", Error, row, "人数", row["人数"],
        $"「{labels}」の人数は{Place(row, earlier)}にもあります。", "どちらかの行を消してください。");

    public static ImportProblem CombinationsMissing(DefinitionRow row, Breakdown by, IReadOnlyList<string> missing) => Cell("SC-D806", Error, row, "人数", "",
        FormattableString.Invariant($"人口表「{by}」に、{List(missing)}の行がありません({missing.Count}個)。"), "すべての組み合わせの人数を書いてください。いなければ0と書いてください。");

    public static ImportProblem CategoriesMissing(DefinitionRow row, Breakdown by, Question question, IReadOnlyList<string> missing) => Cell(
        "SC-D807", Warning, row, question.Id, "",
        $"人口表「{by}」に、設問「{question.Id}」の{List(missing)}がありません。これに答えた人は、ウエイト調整で「属性不明」として扱います。",
        "人口のある区分なら行を足してください。「答えない」のように人口のない区分なら、このままで構いません。");

    public static ImportProblem ZeroPeople(DefinitionRow row, string labels) => Cell("SC-D808", Warning, row, "人数", row["人数"],
        $"「{labels}」の人数が0です。回答者がいるとウエイト調整ができません。", "人数を確かめてください。本当にいなければ、このままで構いません。");

    public static ImportProblem DateOfAnotherYear(DefinitionRow row, string date, FiscalYear year, WaveKey wave) => Cell("SC-D809", Warning, row, "基準日", date,
        $"基準日「{Shorten(date)}」は{year}で、調査の{wave.FiscalYear}と2年以上違います。", "その年度の人口を使ってください。ほかになければ、このままで構いません。");

    public static ImportProblem DatesDiffer(DefinitionRow row, DefinitionRow first) => Cell("SC-D810", Error, row, "基準日", row["基準日"],
        $"基準日が、同じ人口表の{Place(row, first)}の「{Shorten(first["基準日"])}」と違います。", "1つの人口表の基準日は同じにしてください(2行目からは空欄にできます)。");

    public static ImportProblem DateUnreadable(DefinitionRow row, string date) => Cell("SC-D811", Warning, row, "基準日", date,
        $"「{Shorten(date)}」を日付として読めないので、調査の年度に合うか確かめられません。", "「令和2年4月1日」「2020/4/1」「20200401」のように書いてください。");

    public static ImportProblem TotalDiffersFromPopulation(DefinitionRow row, Breakdown by, WaveKey wave, long total, long population) => Cell(
        "SC-D812", Warning, row, "人数", "",
        FormattableString.Invariant($"人口表「{by}」の合計は{total}人ですが、母集団.csvの{wave}の母集団数は{population}人です。"),
        "基準日と対象(年齢など)がそろっているか確かめてください。");

    public static ImportProblem TotalsOfTablesDiffer(DefinitionRow row, Breakdown by, long total, Breakdown other, long otherTotal, DefinitionRow at) => Cell(
        "SC-D815", Error, row, "人数", "",
        FormattableString.Invariant($"人口表「{by}」の合計は{total}人ですが、同じ調査回の人口表「{other}」({Place(row, at)})の合計は{otherTotal}人です。"),
        "同じ基準日・同じ対象(年齢など)の人口にそろえてください。");

    public static ImportProblem BreakdownWithoutCodeBook(DefinitionRow row, WaveKey wave) => Cell("SC-D813", Warning, row, "年度", row["年度"],
        $"{wave}の符号表がないので、この人口表は使われません。", "調査の名前と年度を確かめるか、符号表を足してください。");

    public static ImportProblem NoAttributeFilled(DefinitionRow row) => Cell("SC-D814", Error, row, "人数", row["人数"],
        "どの属性の人数かが書かれていません。", "「性別」「年代」などの列に区分を書いてください。全体の人数は母集団.csvに書きます。");
}
