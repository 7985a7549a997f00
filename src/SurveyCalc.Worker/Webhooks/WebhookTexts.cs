namespace SurveyCalc.Worker.Webhooks;

/// <summary>What an operator reads about destinations: faults of their settings, and why a message did not arrive.</summary>
internal static class WebhookTexts
{
    public const string NoSecret =
        "署名の鍵がありません。「whsec_」に続けて24~64バイトの乱数をbase64で書くか、env:変数名 か file:パス で置き場所を書いてください。作り方の例: echo whsec_$(openssl rand -base64 32)";

    public const string NotASecret =
        "署名の鍵として読めません。「whsec_」に続けて24~64バイトの乱数をbase64で書いてください。作り方の例: echo whsec_$(openssl rand -base64 32)";

    public const string NoName = "配信先の名前がありません。会計システム のような、ほかと重ならない名前を書いてください。";
    public const string NotAUrl = "URLとして読めません。https://ホスト/パス のように書いてください。";
    public const string NotHttp = "http か https のURLではありません。https://ホスト/パス のように書いてください。";
    public const string HasUser = "URLに利用者名やパスワードは書けません。@ までを消してください(送り主は署名で確かめられます)。";
    public const string NotAHost = "許可するホストとして読めません。ホスト か ホスト:ポート(例: hooks.example.jp、10.0.0.5:8443)を書いてください。URLや * は書けません。";
    public const string NotAttempts = "送る回数は1~1000にしてください。";

    public const string TimedOut = "時間内に応答がありません。";
    public const string Broken = "応答の前に接続が切れました。";
    public const string NotTrusted = "TLSの証明書を確かめられません。";
    public const string NotResolved = "ホストの名前を解決できません。";
    public const string NoAddress = "ホストの名前が、送ってはならないアドレス(リンクローカルなど)を指しています。";
    public const string Gone = "HTTP 410(受け口は廃止されたという応答)。配信を止めています。受け口とURLを確かめ、webhooks replay 配信先 --from 番号 で再開してください。";

    public static string NoVariable(string name) => $"環境変数「{name}」がないか空です。署名の鍵を設定してください。";

    public static string NoSecretFile(string path) => $"署名の鍵のファイル「{path}」を読めません。場所と権限を確かめてください。";

    public static string Taken(string name) => $"名前「{name}」がほかの配信先と重なっています。別の名前にしてください。";

    public static string NotListed(string host) =>
        $"ホスト「{host}」は許可の一覧にありません。送ってよい相手なら WebhookHosts に「{host}」を加えてください。";

    public static string NotConnected(string reason) => $"接続できません({reason})。";

    public static string Redirected(int status) => $"HTTP {status}(転送には従いません。URLを直してください)";

    public static string Answered(int status) => $"HTTP {status}";
}
