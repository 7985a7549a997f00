using System.Globalization;

namespace SurveyCalc.Indicators.Verification;

/// <summary>The wording of everything that a verification may find.</summary>
internal static class VerificationFindings
{
    private const string Restore = "データベースを使うのをやめ、この箇所が正しいバックアップと比べて原因を調べ、バックアップから戻してください。";

    public static Finding SequenceGap(long expected, long found) =>
        new($"改訂の鎖 {N(found)}番", $"番号が続いていません({N(expected)}番があるはずです)。改訂が失われています。", Restore);

    public static Finding LinkWithoutActual(ChainLink link) =>
        new($"改訂の鎖 {N(link.Sequence)}番", "指している改訂がありません。改訂が削除されています。", Restore);

    public static Finding BrokenLink(ChainLink link, string actual) =>
        new($"改訂の鎖 {N(link.Sequence)}番({actual})", "前の改訂のハッシュ値とつながりません。改訂の順序が変わったか、間の改訂が失われています。", Restore);

    public static Finding AlteredActual(ChainLink link, string actual) =>
        new($"改訂の鎖 {N(link.Sequence)}番({actual})", "内容がハッシュ値と一致しません。書き込んだ後に改訂の内容が変えられています。", Restore);

    public static Finding ActualWithoutLink(string actual) =>
        new(actual, "改訂の鎖につながっていません。SurveyCalc によらずに加えられたか、鎖が失われています。", Restore);

    public static Finding UnexpectedHash(string hash) =>
        new("改訂の鎖", $"控えのハッシュ値 {hash} が鎖にありません。控えた後に末尾の改訂が失われたか、履歴が書き換えられています(別のデータベースの控えでないことも確かめてください)。", Restore);

    public static Finding ColumnDiffers(string actual, string column) =>
        new(actual, $"列 {column} が本文と一致しません。列だけが変えられています。", Restore);

    public static Finding UnreadableBody(string place) => new(place, "本文を読めません。", Restore);

    public static Finding RevisionGap(string actual, long expected) =>
        new(actual, $"改訂の番号が続いていません(第{N(expected)}版があるはずです)。", Restore);

    public static Finding WrongSuccessor(string actual) =>
        new(actual, "確定・訂正の順序として、あり得ない改訂です。", Restore);

    public static Finding AlteredDefinition(string definition) =>
        new(definition, "内容がハッシュ値と一致しません。登録した後に定義が変えられています。", Restore);

    public static Finding DefinitionGap(string definition, long expected) =>
        new(definition, $"版の番号が続いていません(第{N(expected)}版があるはずです)。", Restore);

    public static Finding AlteredSnapshot(string snapshot) =>
        new(snapshot, "取り込んだ回答がハッシュ値と一致しません。取り込んだ後に回答が変えられています。", $"{Restore}原本があれば、取り込み直して比べられます。");

    public static Finding UnreadableSnapshot(string snapshot, string fault) => new(snapshot, fault, Restore);

    public static Finding MissingCodeBook(string snapshot) =>
        new(snapshot, "取り込んだ時の符号表の版がありません。", Restore);

    public static Finding StatementWithoutRevision(string statement) =>
        new(statement, "対象の改訂がないか、確定・訂正ではありません。", Restore);

    public static Finding StatementDiffers(string statement) =>
        new(statement, "列が本文と一致しません。", Restore);

    public static Finding CorrectionWithoutProposal(string actual) =>
        new(actual, "この訂正の元になった訂正案がないか、提案者・理由・内容が訂正と一致しません。", Restore);

    private static string N(long number) => number.ToString(CultureInfo.InvariantCulture);
}
