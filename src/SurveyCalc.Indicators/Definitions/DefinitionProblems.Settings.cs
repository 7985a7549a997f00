using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using static SurveyCalc.Indicators.Import.Severity;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>SC-D1nn: 調査; SC-D3nn: 取込設定; SC-D4nn: 母集団.</summary>
internal static partial class DefinitionProblems
{
    public static ImportProblem SurveyTwice(DefinitionRow row, string survey, DefinitionRow earlier) => Cell("SC-D101", Error, row, "調査", survey,
        $"調査「{survey}」の設定は{Place(row, earlier)}にもあります。", "1つの調査の設定は1行にしてください。");

    public static ImportProblem LevelOutside(DefinitionRow row, string text) => Cell("SC-D102", Error, row, "信頼水準", text,
        $"「{Shorten(text)}」は0より大きく1より小さい割合ではありません。", "「95%」か「0.95」のように書いてください。空欄なら95%です。");

    public static ImportProblem ItemUnknown(DefinitionRow row, string name) => Cell("SC-D301", Error, row, "項目", name,
        $"「{Shorten(name)}」という項目はありません。{Suggest(name, ProfileItem.All.Select(i => i.Name))}",
        $"項目は{string.Join('、', ProfileItem.All.Select(i => i.Name))}です。");

    public static ImportProblem ItemTwice(DefinitionRow row, string name, DefinitionRow earlier) => Cell("SC-D302", Error, row, "項目", name,
        $"同じ調査・年度の「{name}」が{Place(row, earlier)}にもあります。", "どちらかの行を消してください。");

    public static ImportProblem ItemValueWrong(DefinitionRow row, ProfileItem item, string value) => Cell("SC-D303", Error, row, "値", value,
        $"「{Shorten(value)}」は「{item.Name}」の値として読めません。", $"{item.Expected}を書いてください。");

    public static ImportProblem ProfileWithoutCodeBook(DefinitionRow row, string survey, FiscalYear? year) => Cell(
        "SC-D304", Warning, row, year is null ? "調査" : "年度", year is null ? survey : row["年度"],
        $"{(year is null ? survey : new WaveKey(survey, year.Value))}の符号表がないので、この設定は使われません。",
        "調査の名前と年度を確かめるか、符号表を足してください。");

    public static ImportProblem PopulationTwice(DefinitionRow row, WaveKey wave, DefinitionRow earlier) => Cell("SC-D401", Error, row, "調査", wave.Survey,
        $"{wave}の母集団は{Place(row, earlier)}にもあります。", "どちらかの行を消してください。");

    public static ImportProblem DistributedAbovePopulation(DefinitionRow row, long distributed, long count) => Cell(
        "SC-D402", Warning, row, "配布数", row["配布数"],
        FormattableString.Invariant($"配布数{distributed}が母集団数{count}より大きいです。"), "2つの数が入れ替わっていないか確かめてください。");

    public static ImportProblem PopulationWithoutCodeBook(DefinitionRow row, WaveKey wave) => Cell("SC-D403", Warning, row, "年度", row["年度"],
        $"{wave}の符号表がないので、この母集団は使われません。", "調査の名前と年度を確かめるか、符号表を足してください。");
}
