using static SurveyCalc.Indicators.Import.Severity;

namespace SurveyCalc.Indicators.Import;

public static partial class ImportProblems
{
    public static ImportProblem TooFewCells(string file, CellPosition at, int found, int expected) => new("SC-I301", Error, file, at, "",
        $"セルが{Count(found)}個しかありません(見出しは{Count(expected)}列)。", "行の途中で切れていないか、区切り文字が抜けていないかを確認し、直して再度取り込んでください。");

    public static ImportProblem TooManyCells(string file, CellPosition at, int found, int expected) => new("SC-I302", Error, file, at, "",
        $"セルが{Count(found)}個あります(見出しは{Count(expected)}列)。", "区切り文字を含む文は引用符「\"」で囲んであるかを確認し、直して再度取り込んでください。");

    public static ImportProblem UnclosedQuote(string file, CellPosition at) => new("SC-I303", Error, file, at, "",
        "ここで始まる引用符「\"」が、ファイルの終わりまで閉じていません。", "引用符を閉じるか取り除いて、再度取り込んでください。");

    public static ImportProblem TextAfterQuote(string file, CellPosition at) => new("SC-I304", Error, file, at, "",
        "閉じた引用符「\"」のあとに文字が続いています。前の引用符の閉じ忘れか、文中の「\"」を「\"\"」と書いていないためと思われます。",
        "この行とその前の引用符を確認し、直して再度取り込んでください。");

    /// <param name="limit">Bytes.</param>
    public static ImportProblem RowTooLong(string file, CellPosition at, int limit) => new("SC-I305", Error, file, at, "",
        $"1行が長すぎます(上限 {Count(limit)}バイト)。", "引用符「\"」の閉じ忘れか、貼り付けの誤りがないかを確認してください。");

    public static ImportProblem MissingId(string file, CellPosition at) => new("SC-I306", Error, file, at, "",
        "回答者番号が空欄です。", "回答者番号を入れるか、取込設定の「回答者番号の空欄」を「許可」にしてください。");

    public static ImportProblem MissingIdAccepted(string file, CellPosition at) => new("SC-I307", Note, file, at, "",
        "回答者番号が空欄の行を、取込設定により取り込みました。", "対応は要りません。");

    /// <param name="id">Respondent number as printed.</param>
    /// <param name="firstRow">Row where it stands first.</param>
    public static ImportProblem DuplicateRefused(string file, CellPosition at, string id, long firstRow) => new("SC-I308", Error, file, at, Short(id),
        $"回答者番号「{Short(id)}」は{firstRow}行目にもあります。", "番号を直すか、取込設定の「回答者番号の重複」で扱いを決めてください。");

    public static ImportProblem DuplicateDropped(string file, CellPosition at, string id, long firstRow) => new("SC-I309", Warning, file, at, Short(id),
        $"回答者番号「{Short(id)}」は{firstRow}行目にもあります。取込設定により最初の{firstRow}行目を採用し、この行は取り込みません。", "回答票を確認してください。");

    public static ImportProblem DuplicateReplaced(string file, CellPosition at, string id, long firstRow) => new("SC-I310", Warning, file, at, Short(id),
        $"回答者番号「{Short(id)}」は{firstRow}行目にもあります。取込設定により最後の行を採用し、{firstRow}行目は取り込みません。", "回答票を確認してください。");

    public static ImportProblem DuplicateKept(string file, CellPosition at, string id, long firstRow) => new("SC-I311", Warning, file, at, Short(id),
        $"回答者番号「{Short(id)}」は{firstRow}行目にもあります。取込設定によりすべて採用します。", "回答票を確認してください。");

    public static ImportProblem TotalsRow(string file, CellPosition at, string found) => new("SC-I312", Warning, file, at, Short(found),
        $"「{Short(found)}」とあるため、合計行として除外しました。", "回答者の行なら、取込設定の「合計行の印」を直してください。");

    public static ImportProblem CommentRow(string file, CellPosition at, string found) => new("SC-I313", Note, file, at, Short(found),
        "注記の行として除外しました。", "回答者の行なら、取込設定の「注記行の印」を直してください。");

    public static ImportProblem CommentRowWithCells(string file, CellPosition at, string found) => new("SC-I314", Warning, file, at, Short(found),
        $"「{Short(found)}」で始まるため注記の行として除外しましたが、ほかのセルにも内容があります。", "回答者の行なら、取込設定の「注記行の印」を直してください。");

    /// <param name="filter">The rule, such as 提出状況=未提出.</param>
    public static ImportProblem FilteredRows(string file, string filter, long rows) => new("SC-I315", Note, file, CellPosition.File, "",
        $"除外条件「{Short(filter)}」により{Count(rows)}行を除外しました。", "対応は要りません。");

    public static ImportProblem BlankRows(string file, CellPosition first, long rows) => new("SC-I316", Note, file, first, "",
        $"空の行が{Count(rows)}行あり、読み飛ばしました。", "対応は要りません。");
}
