using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;
using static SurveyCalc.Indicators.Import.Severity;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// The wording of every problem of the definition files, in one place (定義の問題点). Codes are stable and never used again
/// for something else: SC-D0nn file and cell, SC-D1nn 調査, SC-D2nn 符号表, SC-D3nn 取込設定, SC-D4nn 母集団, SC-D5nn 指標,
/// SC-D6nn 計画値, SC-D7nn across files, SC-D8nn 人口,
/// SC-D9nn 台帳 and 入力実績.
/// </summary>
internal static partial class DefinitionProblems
{
    private const string MakeTemplate = "templateコマンドで雛形を作れます。";

    public static ImportProblem FolderMissing(string folder) => new("SC-D001", Error, folder, CellPosition.File, "",
        "フォルダがありません。", "定義ファイル(符号表.csv、指標.csvなど)の入ったフォルダを指定してください。" + MakeTemplate);

    public static ImportProblem CodeBookFileMissing() => new("SC-D002", Error, DefinitionSchema.CodeBooks.FileName, CellPosition.File, "",
        "符号表のファイルがありません。", "「符号表.csv」か「符号表_」で始まるCSVを置いてください。" + MakeTemplate);

    public static ImportProblem IndicatorFileMissing() => new("SC-D003", Error, DefinitionSchema.Indicators.FileName, CellPosition.File, "",
        "指標のファイルがありません。", "「指標.csv」か「指標_」で始まるCSVを置いてください。" + MakeTemplate);

    public static ImportProblem EmptyFile(string file) => new("SC-D004", Error, file, CellPosition.File, "",
        "ファイルが空です(0バイト)。", "見出しと行を書くか、ファイルを除いてください。" + MakeTemplate);

    public static ImportProblem HeaderMissing(string file, CellPosition at, string header, DefinitionSchema schema) => new(
        "SC-D005", Error, file, at, "",
        $"見出し「{header}」がありません。", $"{schema.Name}の見出しは「{string.Join(',', schema.Headers)}」です。1行目に足してください。");

    public static ImportProblem UnknownHeader(string file, CellPosition at, string text, DefinitionSchema schema) => new(
        "SC-D006", Warning, file, at, Shorten(text),
        $"見出し「{Shorten(text)}」は{schema.Name}にありません。この列は読みません。{Suggest(text, schema.Headers)}",
        "必要な列なら見出しを直し、不要ならこのままで構いません。");

    public static ImportProblem HeaderTwice(string file, CellPosition at, string header) => new("SC-D007", Error, file, at, header,
        $"見出し「{header}」が2つあります。", "どちらかの列を除いてください。");

    public static ImportProblem MalformedQuotes(string file, CellPosition at) => new("SC-D008", Error, file, at, "",
        "引用符「\"」の使い方が正しくないので、この行(閉じていないときは残りの行も)を読めません。",
        "Excelで開いて「CSV UTF-8(コンマ区切り)」で保存し直してください。");

    public static ImportProblem CellOutsideHeaders(string file, CellPosition at, string text) => new("SC-D009", Error, file, at, Shorten(text),
        $"見出しのない列に値「{Shorten(text)}」があります。", "列がずれていないか確かめ、不要なら消してください。");

    public static ImportProblem NoRows(string file) => new("SC-D010", Note, file, CellPosition.File, "",
        "見出しだけで、行がありません。", "定義するものがあれば行を足してください。");

    public static ImportProblem CellBlank(DefinitionRow row, string header) => Cell("SC-D011", Error, row, header, "",
        "空欄です。", $"「{header}」は必ず書いてください。");

    public static ImportProblem YearUnreadable(DefinitionRow row, string text) => Cell("SC-D012", Error, row, "年度", text,
        $"「{Shorten(text)}」を年度として読めません。", "「令和2年度」「R2」「2020」のように書いてください。");

    public static ImportProblem WordUnknown(DefinitionRow row, string header, string text, string expected, string? nearest) => Cell(
        "SC-D013", Error, row, header, text,
        $"「{Shorten(text)}」は「{header}」に書ける言葉ではありません。{(nearest is null ? "" : $"「{nearest}」ではありませんか。")}",
        $"{expected}のどれかにしてください。");

    public static ImportProblem NotWhole(DefinitionRow row, string header, string text, long least, long most) => Cell(
        "SC-D014", Error, row, header, text,
        $"「{Shorten(text)}」は{Range(least, most)}整数ではありません。", "数字だけで書いてください。");

    public static ImportProblem NameIsComment(DefinitionRow row, string header, string text) => Cell("SC-D015", Error, row, header, text,
        $"「{Shorten(text)}」は「#」で始まるので、注釈の行と区別できません。", "「#」で始まらない名前にしてください。");

    public static ImportProblem NoHeader(string file, DefinitionSchema schema) => new("SC-D016", Error, file, CellPosition.File, "",
        "見出しの行がありません。", $"1行目に「{string.Join(',', schema.Headers)}」と書いてください。{MakeTemplate}");

    public static ImportProblem ConditionUnreadable(DefinitionRow row, string header, string text) => Cell("SC-D017", Error, row, header, text,
        $"「{Shorten(text)}」を対象条件として読めません。", "「問4=はい」「問4=1|2」のように「設問=選択肢」と書いてください。");

    private static ImportProblem Cell(
        string code, Severity severity, DefinitionRow row, string header, string found, string message, string remedy) =>
        new(code, severity, row.Table.File, row.At(header), Shorten(found), message, remedy);

    private static string Range(long least, long most) => most == long.MaxValue
        ? string.Create(CultureInfo.InvariantCulture, $"{least}以上の")
        : string.Create(CultureInfo.InvariantCulture, $"{least}から{most}までの");

    /// <summary>「「普通」ではありませんか。」 or nothing.</summary>
    private static string Suggest(string text, IEnumerable<string> candidates) =>
        LabelText.Nearest(text, candidates) is { } nearest ? $"「{nearest}」ではありませんか。" : "";

    /// <summary>The nearest label, or else what there is to choose from.</summary>
    private static string SuggestOrList(string text, Question question)
    {
        var near = Suggest(text, question.Choices.Select(c => c.Label));
        return near.Length > 0 ? near : $"選択肢は{List(question.Choices.Select(c => c.Label))}です。";
    }

    private static string List(IEnumerable<string> words)
    {
        const int most = 10;
        var all = words.ToList();
        return string.Join('、', all.Take(most).Select(w => $"「{Shorten(w)}」")) + (all.Count > most ? "など" : "");
    }

    private static string Shorten(string text)
    {
        const int most = 60;
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= most ? line : line[..(most - 1)] + "…";
    }
}
