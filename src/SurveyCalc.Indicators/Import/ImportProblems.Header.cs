using SurveyCalc.Indicators.Waves;
using static SurveyCalc.Indicators.Import.Severity;

namespace SurveyCalc.Indicators.Import;

public static partial class ImportProblems
{
    private const int ListedColumns = 10;

    /// <param name="found">Columns of the code book that the header has.</param>
    /// <param name="wanted">Columns of the code book.</param>
    /// <param name="other">The wave whose code book fits better, or null.</param>
    public static ImportProblem WrongSurvey(string file, WaveKey wave, int found, int wanted, (WaveKey Wave, int Found, int Wanted)? other) =>
        new("SC-I101", Error, file, CellPosition.File, "",
            $"見出しが「{wave}」の符号表と合いません(符号表の{Count(wanted)}列のうち、ファイルにあるのは{Count(found)}列)。"
            + (other is { } fit ? $"「{fit.Wave}」の符号表とは{Count(fit.Wanted)}列のうち{Count(fit.Found)}列が合います。" : ""),
            "調査と年度の選び間違いでないかを確認し、正しければ取込設定の「見出し行数」「区切り文字」と符号表の「列」を確認してください。");

    /// <param name="wanted">Header that the code book or the profile names.</param>
    /// <param name="use">What it is wanted for, such as 設問「問3」.</param>
    /// <param name="nearest">A header one or two characters off with its letters, or null.</param>
    public static ImportProblem MissingColumn(string file, string wanted, string use, string? nearest) =>
        new("SC-I102", Error, file, CellPosition.File, Short(wanted),
            $"{use}の列「{Short(wanted)}」が見出しにありません。" + (nearest is null ? "" : $"{nearest}ではありませんか。"),
            "ファイルの見出しか、符号表・取込設定の列の名前を直してください。");

    public static ImportProblem AmbiguousColumn(string file, string wanted, string use, IReadOnlyList<CellPosition> columns) =>
        new("SC-I103", Error, file, CellPosition.OfColumn(columns[0].Column, columns[0].ColumnName), Short(wanted),
            $"{use}の列「{Short(wanted)}」にあたる見出しが{string.Join('と', columns.Take(ListedColumns).Select(at => at.Letters + "列"))}にあり、どちらか決められません。",
            "見出しを書き分けるか、符号表・取込設定の列を「C列」のように列の記号で指定してください。");

    public static ImportProblem DuplicateHeader(string file, IReadOnlyList<CellPosition> columns) =>
        new("SC-I104", Warning, file, CellPosition.OfColumn(columns[0].Column, columns[0].ColumnName), "",
            $"同じ見出しが{string.Join('と', columns.Take(ListedColumns).Select(at => at.Letters + "列"))}にあります。使わない列なので取込には影響しません。",
            "必要なら見出しを書き分けてください。");

    public static ImportProblem TooManyColumns(string file, int columns, int limit) =>
        new("SC-I105", Error, file, CellPosition.File, "",
            $"見出しに{Count(columns)}列あります。読める列は{Count(limit)}列までです。",
            "回答の表だけを別のファイルに保存し直してください。");

    public static ImportProblem UnlistedColumns(string file, IReadOnlyList<CellPosition> columns) =>
        new("SC-I106", Note, file, CellPosition.File, "",
            $"符号表にない列が{Count(columns.Count)}列あります({string.Join('、', columns.Take(ListedColumns).Select(Name))}"
            + (columns.Count > ListedColumns ? $"、ほか{Count(columns.Count - ListedColumns)}列" : "") + ")。内容は保存しません。",
            "集計に使う列なら、符号表に設問を加えてください。");

    public static ImportProblem TrailingColumns(string file, int columns, string firstLetters) =>
        new("SC-I107", Note, file, CellPosition.File, "",
            $"見出しのない空の列が{firstLetters}列から右に{Count(columns)}列あり、読み飛ばしました。", "対応は要りません。");

    public static ImportProblem HeaderTooShort(string file, int wanted, int found) =>
        new("SC-I108", Error, file, CellPosition.File, "",
            $"見出しが{Count(wanted)}行あるはずですが、ファイルには{Count(found)}行しかありません。",
            "取込設定の「見出し行数」を確認するか、回答の入ったファイルを選び直してください。");

    public static ImportProblem SeparatorLine(string file) => new("SC-I109", Note, file, CellPosition.File, "",
        "先頭の「sep=」の行を区切り文字の指定として読みました。", "対応は要りません。");

    /// <param name="condition">The condition as written, such as 問4=はい.</param>
    /// <param name="missing">The question or choice that the code book lacks.</param>
    public static ImportProblem UnknownCondition(string file, string question, string condition, string missing) =>
        new("SC-I110", Error, file, CellPosition.File, Short(condition),
            $"設問「{Short(question)}」の対象条件「{Short(condition)}」の「{Short(missing)}」が符号表にありません。",
            "符号表の「対象条件」を、この年の設問と選択肢に合わせてください。");

    public static ImportProblem CircularCondition(string file, string question) =>
        new("SC-I111", Error, file, CellPosition.File, Short(question),
            $"設問「{Short(question)}」の対象条件が、めぐりめぐって自分自身を条件にしています。",
            "符号表の「対象条件」を直してください。");

    /// <param name="value">Value of the profile, such as 9.</param>
    /// <param name="meaning">What the profile says it means, such as 無回答.</param>
    /// <param name="questions">Questions that have it as a choice of another meaning.</param>
    public static ImportProblem MissingValueIsChoice(string file, string value, string meaning, IReadOnlyList<string> questions) =>
        new("SC-I112", Warning, file, CellPosition.File, Short(value),
            $"取込設定では「{Short(value)}」を{meaning}としていますが、{string.Join('、', questions.Take(ListedColumns).Select(id => $"「{Short(id)}」"))}"
            + (questions.Count > ListedColumns ? $"ほか{Count(questions.Count - ListedColumns)}問" : "") + "では選択肢です。選択肢として読みました。",
            "違う場合は符号表の「区分」を直してください。");

    public static ImportProblem FitsAnotherWave(string file, WaveKey other) =>
        new("SC-I113", Warning, file, CellPosition.File, "",
            $"このファイルの見出しは「{other}」の符号表とならすべて合います。", "調査と年度の選び間違いでないかを確認してください。");

    public static ImportProblem NamedForAnotherWave(string file, WaveKey wave, WaveKey named) =>
        new("SC-I114", Warning, file, CellPosition.File, "",
            $"ファイル名は「{named}」ですが、「{wave}」の回答として読みました。",
            "調査と年度の選び間違いでないかを確認してください。このままでよければ、取込設定の「回答ファイル」にこの名前を書くと、この注意は出なくなります。");

    private static string Name(CellPosition at) => at.ColumnName.Length == 0 ? $"{at.Letters}列" : $"{at.Letters}列「{ShortName(at.ColumnName)}」";

    private static string ShortName(string name) => Short(name) is { Length: > 20 } text ? text[..19] + "…" : Short(name);
}
