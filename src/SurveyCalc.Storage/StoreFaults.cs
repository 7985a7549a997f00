using System.Globalization;

namespace SurveyCalc.Storage;

/// <summary>The wording of everything an operator has to know about a database.</summary>
internal static class StoreFaults
{
    public static StoreException NewerSchema(string database, int found, int known) => Of(
        $"データベース「{database}」は、より新しい版の SurveyCalc で作られています(構造 第{found}版。このプログラムが扱えるのは第{known}版まで)。新しい SurveyCalc を使うか、更新前のバックアップに戻してください。");

    public static StoreException AlteredSchema(string database, string what) => Of(
        $"データベース「{database}」の構造が SurveyCalc によらずに変更されています({what})。その変更を取り消すか、バックアップから戻してください。", isDamage: true);

    public static StoreException OldSchema(string database, int found, int known) => Of(
        $"データベース「{database}」の構造が古いままです(第{found}版。必要なのは第{known}版)。バックアップを取り、migrate を実行してください。");

    public static StoreException NoDatabase(string database) => Of(
        $"データベース「{database}」がありません。場所の指定を確かめるか、migrate を実行して作成してください。");

    public static StoreException NoSchema(string database) => Of(
        $"データベース「{database}」に SurveyCalc の表がありません。接続先を確かめるか、migrate を実行して作成してください。");

    public static StoreException NotEmpty(string database, string table) => Of(
        $"データベース「{database}」は空ではありません(表 {table})。写す先には、migrate を実行したばかりの空のデータベースを指定してください。");

    public static StoreException NotAuthorized(string database, Exception cause) => Of(
        $"データベース「{database}」に接続できません。利用者名とパスワードを確かめてください。", inner: cause);

    public static StoreException NotPermitted(string database, Exception cause) => Of(
        $"データベース「{database}」での権限が足りません。deploy の権限設定(roles.sql)を確かめてください。", inner: cause);

    public static StoreException Unreachable(string database, Exception cause) => Of(
        $"データベース「{database}」に接続できません。PostgreSQLが動いているか、接続先の設定を確かめてください。", true, cause);

    public static StoreException Interrupted(string database, Exception cause) => Of(
        $"データベース「{database}」での処理が途切れました。何も保存されていません。もう一度実行してください。", true, cause);

    public static StoreException ForeignDatabase(string database) => Of(
        $"「{database}」は SurveyCalc のデータベースではありません。別のファイルを指定してください。");

    public static StoreException UnusableFolder(string database, Exception cause) => Of(
        $"データベース「{database}」を置くフォルダを使えません。フォルダの場所と、書き込みの権限を確かめてください。", inner: cause);

    public static StoreException CannotOpen(string database, Exception cause) => Of(
        $"データベース「{database}」を開けません。場所の指定と、ファイルとフォルダの読み書きの権限を確かめてください。", inner: cause);

    public static StoreException ReadOnly(string database, Exception cause) => Of(
        $"データベース「{database}」に書き込めません。ファイルとフォルダの書き込みの権限を確かめてください。", inner: cause);

    public static StoreException Busy(string database, TimeSpan waited, Exception cause) => Of(
        $"データベース「{database}」は、ほかの処理が書き込み中です({waited.TotalSeconds:0}秒待ちました)。その処理が終わってから、もう一度実行してください。", true, cause);

    public static StoreException DiskFull(string database, Exception cause) => Of(
        $"データベース「{database}」のあるディスクに空きがありません。空きを作って、もう一度実行してください。何も保存されていません。", inner: cause);

    public static StoreException DiskFault(string database, Exception cause) => Of(
        $"データベース「{database}」を読み書きできません。ディスクの状態を確かめて、もう一度実行してください。", inner: cause);

    public static StoreException Damaged(string database, string what, Exception? cause = null) => Of(
        $"データベース「{database}」が壊れています({what})。バックアップから戻してください。", inner: cause, isDamage: true);

    private static StoreException Of(FormattableString text, bool isTransient = false, Exception? inner = null, bool isDamage = false) =>
        new(text.ToString(CultureInfo.InvariantCulture), isTransient, inner, isDamage);
}
