using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// How the response file of one wave is laid out, and what to do with its faults (取込設定). Nothing about a layout is
/// hard-coded; the defaults are the strict ones.
/// </summary>
public sealed record ImportProfile
{
    public required WaveKey Wave { get; init; }

    /// <summary>Name of the response file beside the definitions (回答ファイル); null for <c>調査_年度.csv</c>.</summary>
    public string? FileName { get; init; }

    /// <summary>Header rows (見出し行数), 1 to 3. With more than one, blanks of the upper rows are filled from the left.</summary>
    public int HeaderRows { get; init; } = 1;

    /// <summary>Encoding (文字コード); decided from the whole file by default.</summary>
    public DeclaredEncoding Encoding { get; init; } = DeclaredEncoding.Auto;

    /// <summary>Delimiter (区切り文字): comma, tab or semicolon; null decides from the header.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Cells that mean 無回答, compared in normal form; "" is the blank cell (空欄).</summary>
    public IReadOnlyList<string> NoAnswerValues { get; init; } = ["", "無回答"];

    /// <summary>Cells that mean 非該当.</summary>
    public IReadOnlyList<string> NotApplicableValues { get; init; } = ["非該当"];

    /// <summary>Cells that mean 無効.</summary>
    public IReadOnlyList<string> InvalidValues { get; init; } = ["無効"];

    /// <summary>Cells of a choice's own column that mean "marked", besides the choice's code and label (選択の印).</summary>
    public IReadOnlyList<string> MarkValues { get; init; } = ["1", "○", "◯", "Y", "選択"];

    /// <summary>Cells of a choice's own column that mean "not marked" (非選択の印).</summary>
    public IReadOnlyList<string> UnmarkedValues { get; init; } = ["", "0", "N", "非選択", "Not selected"];

    /// <summary>What separates marks within one cell (複数回答の区切り).</summary>
    public string MarkSeparator { get; init; } = ";";

    /// <summary>What a multiple-answer block without any mark means (印のない複数回答).</summary>
    public UnmarkedBlock UnmarkedBlock { get; init; } = UnmarkedBlock.NoAnswer;

    /// <summary>Header of the respondent number (回答者番号の列); null when there is none.</summary>
    public string? IdColumn { get; init; }

    /// <summary>What to do with a respondent number that occurs twice (回答者番号の重複).</summary>
    public DuplicatePolicy Duplicates { get; init; } = DuplicatePolicy.Refuse;

    /// <summary>Whether a blank respondent number is accepted (回答者番号の空欄).</summary>
    public bool AllowsMissingId { get; init; }

    /// <summary>Header of the weight (ウエイトの列); null when the wave is unweighted.</summary>
    public string? WeightColumn { get; init; }

    /// <summary>Rows to leave out by rule (除外条件): column header and the cells that exclude; any of the rules excludes.</summary>
    public IReadOnlyList<RowFilter> Exclusions { get; init; } = [];

    /// <summary>First cells that mark a totals row (合計行), compared in normal form.</summary>
    public IReadOnlyList<string> TotalsMarkers { get; init; } = ["合計", "計", "総計", "総数", "全体", "平均", "Total", "Sum"];

    /// <summary>Beginnings of the first cell that mark a comment row (注記行).</summary>
    public IReadOnlyList<string> CommentMarkers { get; init; } = ["#", "※", "注)", "注："];

    /// <summary>What to do with a cell outside the code book (符号表にない値).</summary>
    public UnknownCellPolicy UnknownCells { get; init; } = UnknownCellPolicy.RefuseFile;

    /// <summary>Largest share of rows with such cells that a lenient policy accepts (不備行の上限), 0 to 1.</summary>
    public double FaultyRowLimit { get; init; } = 0.20;
}
