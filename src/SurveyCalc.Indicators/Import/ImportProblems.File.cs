using System.Globalization;
using SurveyCalc.Indicators.Waves;
using static SurveyCalc.Indicators.Import.Severity;

namespace SurveyCalc.Indicators.Import;

public static partial class ImportProblems
{
    public static ImportProblem EmptyFile(string file) => new("SC-I001", Error, file, CellPosition.File, "",
        "ファイルが空です(0バイト)。", "回答の入ったファイルを選び直してください。");

    public static ImportProblem Utf16(string file) => new("SC-I002", Error, file, CellPosition.File, "",
        "文字コードがUTF-16(Excelの「Unicodeテキスト」)です。",
        "Excelの「名前を付けて保存」で「CSV UTF-8(コンマ区切り)」を選んで保存し直してください。");

    public static ImportProblem NulByte(string file, CellPosition at) => new("SC-I003", Error, file, at, "",
        "文字ではないデータ(NUL)が入っています。CSVではないか、途中で壊れています。",
        "元のファイルからCSVを作り直してください。");

    public static ImportProblem DeclaredCp932ButUtf8(string file) => new("SC-I004", Error, file, CellPosition.File, "",
        "取込設定の文字コードはCP932ですが、ファイルはUTF-8です。",
        "取込設定の「文字コード」を「自動」か「UTF-8」にしてください。");

    public static ImportProblem DeclaredUtf8ButCp932(string file, CellPosition at) => new("SC-I005", Error, file, at, "",
        "取込設定の文字コードはUTF-8ですが、ファイルはCP932(Shift_JIS)です。",
        "取込設定の「文字コード」を「自動」か「CP932」にしてください。");

    public static ImportProblem BrokenByte(string file, CellPosition at, string encoding) => new("SC-I006", Error, file, at, "",
        $"文字コードを決められません。{encoding}として読むと、ここに文字にならないデータがあります。",
        "元のファイルからCSVを作り直すか、この欄を直して、「CSV UTF-8(コンマ区切り)」で保存し直してください。");

    public static ImportProblem ReplacementCharacter(string file, CellPosition at) => new("SC-I007", Error, file, at, "\uFFFD",
        "文字化けした文字「\uFFFD」(U+FFFD)が入っています。前の保存で元の文字が失われています。",
        "文字化けする前のファイルから作り直してください。");

    public static ImportProblem Workbook(string file) => new("SC-I008", Error, file, CellPosition.File, "",
        "CSVではなく、Excelブックなどの形式です。",
        "Excelの「名前を付けて保存」で「CSV UTF-8(コンマ区切り)」を選んで保存し直してください。");

    public static ImportProblem NoRows(string file) => new("SC-I009", Error, file, CellPosition.File, "",
        "見出しだけで、回答の行がありません。", "回答の入ったファイルを選び直してください。");

    public static ImportProblem NobodyLeft(string file, int excluded, int rejected) => new("SC-I010", Error, file, CellPosition.File, "",
        $"回答者が1人も残りません(除外 {Count(excluded)}行、取り込まない行 {Count(rejected)}行)。",
        "取込設定の「除外条件」「合計行の印」「注記行の印」を確認してください。");

    /// <param name="faulty">Rows with a cell outside the code book.</param>
    /// <param name="rows">Rows that are neither excluded nor malformed.</param>
    /// <param name="limit">The profile's limit, 0 to 1.</param>
    public static ImportProblem TooManyFaultyRows(string file, int faulty, int rows, double limit) =>
        new("SC-I011", Error, file, CellPosition.File, "",
            $"符号表にない値のある行が{Count(rows)}行のうち{Count(faulty)}行({Percent((double)faulty / rows)})あり、"
            + $"取込設定の「不備行の上限」({Percent(limit)})を超えています。",
            "年度や調査の選び間違いでないか、符号表がこの年の調査票と合うかを確認してください。");

    /// <param name="questions">Questions whose cells mostly are outside the code book.</param>
    /// <param name="all">Questions of the code book.</param>
    public static ImportProblem ForeignCodes(string file, WaveKey wave, int questions, int all) =>
        new("SC-I012", Error, file, CellPosition.File, "",
            $"{Count(all)}問のうち{Count(questions)}問で、半分を超える回答が「{wave}」の符号表にありません。別の調査か別の年度の選択肢のようです。",
            "調査と年度を選び直すか、符号表をこの調査票に合わせてください。");

    public static ImportProblem TooManyDistinctAnswers(string file, CellPosition at, int limit) =>
        new("SC-I013", Error, file, at, "",
            $"互いに異なる回答が{Count(limit)}通りを超えたため、読み取りをやめました。",
            "回答者番号や自由記述の列を、数値や複数回答の設問に割り当てていないか、符号表の「列」と「種別」を確認してください。");

    private static string Percent(double share) => share.ToString("0.#%", CultureInfo.InvariantCulture);
}
