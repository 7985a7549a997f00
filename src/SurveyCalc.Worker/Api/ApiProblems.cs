using System.Globalization;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Worker.Api;

/// <summary>The wording of every refusal over HTTP.</summary>
internal static class ApiProblems
{
    public static ApiProblem NoKey() => new(401, "SC-H001", "APIキーがありません", "Authorization: Bearer sc_… の形でAPIキーを付けてください。キーは keys add で作れます。");

    public static ApiProblem WrongKey() => new(401, "SC-H002", "APIキーが正しくありません", "キーが違うか、取り消されています。keys list で確かめ、必要なら keys add で作り直してください。");

    public static ApiProblem TooLittleScope() => new(403, "SC-H003", "権限が足りません", "このキーの権限ではこの操作はできません。必要な権限(read、upload、operate)を付けたキーを keys add で作ってください。");

    public static ApiProblem NoSuchPlace() => new(404, "SC-H004", "そのURLはありません", "URLを確かめてください。使えるURLは /openapi/v1.json にあります。");

    public static ApiProblem WrongMethod() => new(405, "SC-H005", "その方法では呼び出せません", "GETとPOSTのどちらかを確かめてください。使い方は /openapi/v1.json にあります。");

    public static ApiProblem NotMultipart() => new(415, "SC-H010", "送り方が違います", "multipart/form-data で、項目 survey、year、file をこの順に送ってください。");

    public static ApiProblem TooLarge(long limit) => new(413, "SC-H011", "ファイルが大きすぎます", string.Create(CultureInfo.InvariantCulture, $"上限は {limit:N0} バイトです。ファイルを分けるか、設定の UploadLimit を上げてください。何も受け付けていません。"));

    public static ApiProblem BrokenBody() => new(400, "SC-H012", "送信が途中で切れました", "ファイルの終わりまで届きませんでした。何も受け付けていません。もう一度送ってください。");

    public static ApiProblem NotCsv(string found) => new(422, "SC-H013", "CSVファイルではありません", $"中身は{found}です。表計算ソフトで「CSV UTF-8(コンマ区切り)」として保存し、そのファイルを送ってください。");

    public static ApiProblem NoFile() => new(400, "SC-H014", "ファイルがありません", "回答のCSVファイルを選び、項目 file として送ってください。");

    public static ApiProblem FileNotLast() => new(400, "SC-H015", "項目の順番が違います", "ファイルは1つだけ、項目の最後に送ってください(survey、year、file の順)。何も受け付けていません。");

    public static ApiProblem LongField(string name) => new(400, "SC-H016", "項目が長すぎます", $"項目「{name}」が長すぎます。調査の名前と年度だけを送ってください。");

    public static ApiProblem NoSurvey() => new(422, "SC-H017", "調査の指定がありません", "項目 survey に調査の名前(例: 市民意識調査)を入れてください。");

    public static ApiProblem UnknownSurvey(string survey, DefinitionSet definitions) => new(
        422, "SC-H018", "登録されていない調査です",
        $"調査「{survey}」の符号表がありません。登録済み: {Listed(definitions.CodeBooks.Select(b => b.Wave.Survey).Distinct())}。名前を確かめるか、define で符号表を登録してください。");

    public static ApiProblem UnknownYear(WaveKey wave, DefinitionSet definitions) => new(
        422, "SC-H019", "登録されていない年度です",
        $"「{wave}」の符号表がありません。{wave.Survey}の登録済みの年度: {Listed(definitions.CodeBooks.Where(b => b.Wave.Survey == wave.Survey).Select(b => b.Wave.FiscalYear.ToString()))}。年度を確かめるか、define で符号表を登録してください。");

    public static ApiProblem MalformedYear(string year) => new(422, "SC-H020", "年度を読めません", $"年度「{year}」を読めません。令和2年度、R2、2020 のように書いてください。");

    public static ApiProblem MalformedCursor(string name) => new(400, "SC-H030", "続きの位置を読めません", $"{name} が正しくありません。前の応答にあった値をそのまま使うか、付けずに最初から読んでください。");

    public static ApiProblem MalformedTime(string text) => new(400, "SC-H031", "日時を読めません", $"as_of「{text}」を読めません。2026-11-22T02:00:00Z のように、時差まで書いてください(+ はURLでは %2B と書きます)。");

    public static ApiProblem MalformedLimit(int most) => new(400, "SC-H032", "件数が正しくありません", string.Create(CultureInfo.InvariantCulture, $"limit は 1 から {most:N0} までの整数にしてください。"));

    public static ApiProblem MalformedFilter(string name, string text, string allowed) => new(400, "SC-H033", "絞り込みの値が正しくありません", $"{name}「{text}」は使えません。{allowed} のどれかにしてください。");

    public static ApiProblem NoSuchIndicator(string code) => new(404, "SC-H040", "その指標はありません", $"指標「{code}」は登録されていません。/api/indicators で確かめてください。");

    public static ApiProblem NoSuchUpload(long id) => new(404, "SC-H041", "その受付はありません", string.Create(CultureInfo.InvariantCulture, $"受付番号 {id} はありません。受付のときの Location を確かめてください。"));

    public static ApiProblem NoSuchRun(long id) => new(404, "SC-H042", "その処理はありません", string.Create(CultureInfo.InvariantCulture, $"処理番号 {id} はありません。/api/runs で確かめてください。"));

    public static ApiProblem NotDead(long id) => new(409, "SC-H043", "止まった処理ではありません", string.Create(CultureInfo.InvariantCulture, $"処理番号 {id} は停止していないので、やり直す必要はありません。/api/runs で状態を確かめてください。"));

    public static ApiProblem MalformedIdempotencyKey() => new(400, "SC-H050", "Idempotency-Keyが正しくありません", "1文字から100文字までの英数字と記号にしてください(例: UUID)。");

    public static ApiProblem ReusedIdempotencyKey() => new(422, "SC-H051", "Idempotency-Keyが別の依頼に使われています", "同じ Idempotency-Key で違う内容の依頼は受け付けません。新しいキーで送ってください。");

    public static ApiProblem MalformedBody() => new(400, "SC-H052", "依頼の内容を読めません", "JSON で {\"survey\":\"市民意識調査\",\"year\":\"R2\"} のように送ってください。全体の再計算なら内容は空で構いません。");

    public static ApiProblem ForgedForm() => new(400, "SC-H060", "画面の有効期限が切れました", "画面を開き直して、もう一度行ってください。何も受け付けていません。");

    public static ApiProblem BadRequest(int status) => new(status, "SC-H090", "依頼を読めません", "HTTPの依頼の形が正しくありません。使い方は /openapi/v1.json にあります。");

    public static ApiProblem Operator(string message) => new(422, "SC-H091", "依頼を行えません", message);

    public static ApiProblem NoDatabase() => new(503, "SC-H092", "いまは使えません", "データベースを使えません。しばらくしてからやり直し、続くときは管理者に連絡してください。");

    public static ApiProblem DiskFull() => new(507, "SC-H093", "サーバーのディスクに空きがありません", "ファイルを保存できないため、何も受け付けていません。管理者に空きを作るよう伝え、もう一度送ってください。");

    public static ApiProblem Fault() => new(500, "SC-H099", "プログラムの誤りで止まりました", "時刻を添えて管理者に連絡してください。受け付けた処理は /api/runs で確かめられます。");

    private static string Listed(IEnumerable<string> names) => string.Join('、', names) is { Length: > 0 } text ? text : "なし";
}
