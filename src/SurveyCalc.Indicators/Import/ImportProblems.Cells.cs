using static SurveyCalc.Indicators.Import.Severity;

namespace SurveyCalc.Indicators.Import;

public static partial class ImportProblems
{
    /// <param name="expected">The choices in short, such as 1〜5、無回答 99.</param>
    public static ImportProblem UnknownChoice(string file, string found, string expected, UnknownCellPolicy policy) =>
        Cell("SC-I201", file, found, $"{Quote(found)}は選択肢({expected})にありません。", policy);

    public static ImportProblem NearChoice(string file, string found, string nearest, UnknownCellPolicy policy) =>
        Cell("SC-I202", file, found, $"{Quote(found)}は選択肢にありません。「{Short(nearest)}」ではありませんか。", policy);

    public static ImportProblem ExcelDate(string file, string found, string expected, UnknownCellPolicy policy) =>
        Cell("SC-I203", file, found,
            $"{Quote(found)}は選択肢({expected})にありません。「1-2」のような値をExcelが日付に変えたものと思われます。", policy);

    public static ImportProblem TwoChoices(string file, string found, UnknownCellPolicy policy) =>
        Cell("SC-I204", file, found, $"1つだけ選ぶ設問に、選択肢が2つ以上あります({Quote(found)})。", policy);

    /// <param name="choices">Labels of the marked choices.</param>
    public static ImportProblem TwoMarks(string file, IEnumerable<string> choices, UnknownCellPolicy policy) =>
        Cell("SC-I205", file, "", $"1つだけ選ぶ設問で、{string.Join('と', choices.Select(label => $"「{Short(label)}」"))}に印があります。", policy);

    /// <param name="expected">Cells that mean marked and not marked, in short.</param>
    public static ImportProblem UnknownMark(string file, string found, string expected, UnknownCellPolicy policy) =>
        Cell("SC-I206", file, found, $"{Quote(found)}は、選択の印か非選択の印か決められません({expected})。", policy);

    /// <param name="part">The part of the cell that is no choice.</param>
    /// <param name="nearest">A choice one or two characters off, or null.</param>
    public static ImportProblem UnknownPart(string file, string found, string part, string? nearest, UnknownCellPolicy policy) =>
        Cell("SC-I207", file, found, $"{Quote(found)}のうち「{Short(part)}」は選択肢にありません。"
            + (nearest is null ? "" : $"「{Short(nearest)}」ではありませんか。"), policy);

    public static ImportProblem NotNumber(string file, string found, UnknownCellPolicy policy) =>
        Cell("SC-I208", file, found, $"{Quote(found)}は数値ではありません。", policy);

    public static ImportProblem NumberWithCommas(string file, string found, UnknownCellPolicy policy) =>
        Cell("SC-I209", file, found, $"{Quote(found)}は桁区切りのコンマがあるため数値として読めません。「1200」のようにコンマなしで書きます。", policy);

    public static ImportProblem NumberWithUnit(string file, string found, string unit, UnknownCellPolicy policy) =>
        Cell("SC-I210", file, found, $"{Quote(found)}は単位「{Short(unit)}」が付いているため数値として読めません。数字だけを書きます。", policy);

    public static ImportProblem NumberTooFine(string file, string found, int places, UnknownCellPolicy policy) =>
        Cell("SC-I211", file, found, $"{Quote(found)}は小数点以下が{Count(places)}桁を超えています。", policy);

    public static ImportProblem NumberTooLarge(string file, string found, UnknownCellPolicy policy) =>
        Cell("SC-I212", file, found, $"{Quote(found)}は大きすぎます(1兆未満)。", policy);

    /// <param name="reading">What the cell was taken for.</param>
    public static ImportProblem Respelled(string file, string found, string reading) =>
        new("SC-I213", Warning, file, CellPosition.File, Short(found),
            $"{Quote(found)}を「{Short(reading)}」と読みました。", "違う場合は直して再度取り込んでください。");

    /// <param name="exclusive">The choice that contradicts the others, such as 特になし.</param>
    public static ImportProblem Contradiction(string file, string exclusive) =>
        new("SC-I214", Warning, file, CellPosition.File, Short(exclusive),
            $"「{Short(exclusive)}」とほかの選択肢に、ともに印があります。どちらも回答のまま残します。", "回答票を確認してください。");

    /// <param name="condition">Who was asked, such as 問4=はい.</param>
    public static ImportProblem NotAsked(string file, string condition) =>
        new("SC-I215", Warning, file, CellPosition.File, "",
            $"対象条件「{Short(condition)}」にあたらない人の回答があります。非該当として数えます。", "回答票と符号表の「対象条件」を確認してください。");

    public static ImportProblem NoValidAnswer(string file, CellPosition column, string question) =>
        new("SC-I216", Warning, file, column, "",
            $"設問「{Short(question)}」に有効な回答が1件もありません。この設問の指標は「算出不可」になります。",
            "列の割り当てと回答票を確認してください。");

    /// <param name="limit">Bytes.</param>
    public static ImportProblem CellTooLong(string file, CellPosition at, long length, int limit) =>
        new("SC-I217", Error, file, at, "",
            $"セルが長すぎます({Count(length)}バイト、上限 {Count(limit)}バイト)。",
            "引用符「\"」の閉じ忘れか、貼り付けの誤りがないかを確認してください。");

    public static ImportProblem WeightMissing(string file, CellPosition at) => new("SC-I221", Error, file, at, "",
        "ウエイトが空欄です。", "ウエイトを入れるか、その行を除外条件で除いてください。");

    public static ImportProblem WeightZero(string file, CellPosition at) => new("SC-I222", Error, file, at, "0",
        "ウエイトが0です。0より大きい数が要ります。", "ウエイトを直すか、その行を除外条件で除いてください。");

    public static ImportProblem WeightNegative(string file, CellPosition at, string found) => new("SC-I223", Error, file, at, Short(found),
        $"ウエイト「{Short(found)}」が負の数です。0より大きい数が要ります。", "ウエイトを直してください。");

    public static ImportProblem WeightNotNumber(string file, CellPosition at, string found) => new("SC-I224", Error, file, at, Short(found),
        $"ウエイト「{Short(found)}」は数値ではありません。", "「1.25」のような半角の数字に直してください。");

    public static ImportProblem WeightTooLarge(string file, CellPosition at, string found, long limit) => new("SC-I225", Error, file, at, Short(found),
        $"ウエイト「{Short(found)}」が大きすぎます({Count(limit)}未満)。", "ウエイトを直してください。");

    public static ImportProblem WeightRounded(string file, string found, int places) =>
        new("SC-I226", Note, file, CellPosition.File, Short(found),
            $"ウエイト「{Short(found)}」を小数点以下{Count(places)}桁に四捨五入しました。", "対応は要りません。");

    private static ImportProblem Cell(string code, string file, string found, string message, UnknownCellPolicy policy)
    {
        var (severity, remedy) = Under(policy);
        return new ImportProblem(code, severity, file, CellPosition.File, Short(found), message, remedy);
    }
}
