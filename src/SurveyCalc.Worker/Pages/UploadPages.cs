using System.Globalization;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Worker.Access;
using SurveyCalc.Worker.Api;
using SurveyCalc.Worker.Output;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Worker.Pages;

/// <summary><c>/upload</c>: a planner sends a file, watches it, and sees what it did to the indicators.</summary>
internal static class UploadPages
{
    private const int MostProblems = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var upload = routes.MapGroup("/upload").RequireAuthorization(AccessPolicies.Page(AccessScope.Upload));
        upload.MapGet("/", (Delegate)((HttpContext context) => FormAsync(context, null)));
        upload.MapPost("/", (Delegate)SendAsync);
        upload.MapGet("/{id:long}", ShowAsync);
        upload.MapGet("/{id:long}/problems.csv", async (long id, IRunLedger ledger, StagingFolder staging, CancellationToken cancellation) =>
            ProblemList.Of(await UploadApi.FindRunAsync(ledger, id, cancellation), staging));
    }

    private static async Task<IResult> SendAsync(HttpContext context)
    {
        try
        {
            var form = await UploadApi.OpenAsync(context);
            await Forms.CheckAsync(context, form.Fields);
            var run = await UploadApi.ReceiveAsync(context, form, null);
            return TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/upload/{run.Id}"));
        }
        catch (RefusedException refused) when (refused.Problem.Status is not 415)
        {
            return await FormAsync(context, refused.Problem);
        }
    }

    private static async Task<IResult> FormAsync(HttpContext context, ApiProblem? problem)
    {
        var services = context.RequestServices;
        var definitions = await services.GetRequiredService<PublishedRevisions>().DefinitionsAsync(context.RequestAborted);
        var runs = await services.GetRequiredService<IRunLedger>().GetRunsAsync(100, null, context.RequestAborted);
        if (definitions.CodeBooks.Count == 0)
            return Layout.Page(context, "回答の取込", Html.Of($"""<p class="error">符号表がまだ登録されていません。管理者に、define で定義ファイルを登録するよう頼んでください。</p>"""));
        var surveys = definitions.CodeBooks.Select(b => b.Wave.Survey).Distinct();
        var years = definitions.CodeBooks.Select(b => b.Wave.FiscalYear).Distinct().OrderDescending();
        return Layout.Page(context, "回答の取込", Html.Of($"""
            {(problem is null ? default : Html.Of($"""<p class="error" role="alert"><strong>{problem.Title}。</strong>{problem.Detail} [{problem.Code}]</p>"""))}
            <form method="post" action="/upload" enctype="multipart/form-data" class="card">
            {Forms.Token(context)}
            <p><label for="survey">調査</label><select id="survey" name="survey" required>{Html.Each(surveys, s => Html.Of($"<option>{s}</option>"))}</select></p>
            <p><label for="year">年度</label><select id="year" name="year" required>{Html.Each(years, y => Html.Of($"<option>{y.ToString()}</option>"))}</select></p>
            <p><label for="file">回答ファイル(CSV)</label><input id="file" name="file" type="file" accept=".csv,text/csv" required aria-describedby="file-note"></p>
            <p class="note" id="file-note">誤りがあるファイルは取り込まず、直すところの一覧を出します。同じ調査・年度をもう一度送ると、新しい回答に置き換わります(前の回答と実績も残ります)。</p>
            <p><button>取り込む</button></p>
            </form>
            <h2>登録されている調査と年度</h2>
            <p class="note">{string.Join("、", definitions.CodeBooks.Select(b => b.Wave.ToString()))}</p>
            <h2>最近の受付</h2>
            {Recent([.. runs.Where(r => r.Request is { Kind: RunKind.Import, File: not null }).Take(10)])}
            """), problem?.Status ?? 200);
    }

    private static Html Recent(IReadOnlyList<Run> runs) => runs.Count == 0 ? Html.Of($"<p>まだありません。</p>") : Html.Of($"""
        <div class="wide"><table><thead><tr><th scope="col">受付</th><th scope="col">調査回</th><th scope="col">ファイル</th><th scope="col">状態</th><th scope="col">受け付けた日時</th><th scope="col">送った人</th></tr></thead><tbody>
        {Html.Each(runs, r => Html.Of($"""
            <tr><td><a href="/upload/{Plain(r.Id)}">受付 {Plain(r.Id)}</a></td><td>{r.Request.Wave.ToString()}</td><td>{r.Request.File!.FileName}</td><td>{OpsPages.StateOf(r)}</td><td>{TokyoTime.Minute(r.RequestedAt)}</td><td>{r.Request.By}</td></tr>
            """))}
        </tbody></table></div>
        """);

    private static async Task<IResult> ShowAsync(long id, HttpContext context, IRunLedger ledger, PublishedRevisions published, IStore store)
    {
        var run = await UploadApi.FindRunAsync(ledger, id, context.RequestAborted);
        var isLive = run.State is RunState.Waiting or RunState.Running;
        return Layout.Page(context, $"受付 {Plain(id)}: {run.Request.Wave}", Html.Of($"""
            <p class="state">{OpsPages.StateOf(run)} {run.Message}</p>
            {(isLive ? Progress(run) : default)}
            {(run.Report is { } report ? Counts(report) : default)}
            {(run.Report is { } found ? Problems(run, found) : default)}
            {(run.State is RunState.Succeeded ? await EffectsAsync(run, published, store, context.RequestAborted) : default)}
            <h2>ファイル</h2>
            <dl><dt>名前</dt><dd>{run.Request.File!.FileName}</dd><dt>大きさ</dt><dd>{run.Request.File.Size} バイト</dd><dt>SHA-256</dt><dd class="hash">{run.Request.File.Sha256}</dd>
            <dt>受け付けた日時</dt><dd>{TokyoTime.Minute(run.RequestedAt)}</dd><dt>送った人</dt><dd>{run.Request.By}</dd></dl>
            <p><a href="/upload">別のファイルを取り込む</a></p>
            """), isLive: isLive);
    }

    private static Html Progress(Run run)
    {
        var percent = (long)(Math.Clamp(run.Progress, 0, 1) * 100);
        return Html.Of($"""
            <p><label for="progress">進み具合</label> <progress id="progress" max="100" value="{percent}">{percent}%</progress> {percent}%</p>
            <p class="note">この画面は自動で新しくなります。閉じても処理は続きます。<a href="/upload/{Plain(run.Id)}">いま新しくする</a></p>
            """);
    }

    private static Html Counts(ImportReport report) => Html.Of($"""
        <h2>件数</h2>
        <table class="counts"><thead><tr><th scope="col">読み込んだ行</th><th scope="col">取り込んだ回答者</th><th scope="col">取り込まなかった行</th><th scope="col">集計の対象外の行</th><th scope="col">誤り</th><th scope="col">注意</th></tr></thead>
        <tbody><tr><td>{report.RowsIn}</td><td>{report.Accepted}</td><td>{report.Rejected}</td><td>{report.Excluded}</td><td>{report.Errors}</td><td>{report.Warnings}</td></tr></tbody></table>
        <p class="note">{report.Dialect}{(report.IsAccepted ? "" : "。誤りがあるため、何も保存していません")}。</p>
        """);

    private static Html Problems(Run run, ImportReport report) => report.Problems.Count == 0 ? Html.Of($"<h2>問題点</h2><p>ありません。</p>") : Html.Of($"""
        <h2>問題点</h2>
        <p><a href="/upload/{Plain(run.Id)}/problems.csv">問題点の一覧(CSV)</a>{(report.ProblemCounts.Values.Sum() > MostProblems ? $" 画面には初めの{MostProblems}件だけを出しています。" : "")}</p>
        <div class="wide"><table><thead><tr><th scope="col">重要度</th><th scope="col">行</th><th scope="col">列</th><th scope="col">値</th><th scope="col">内容と直し方</th><th scope="col">コード</th></tr></thead><tbody>
        {Html.Each(report.Problems.Take(MostProblems), p => Html.Of($"""
            <tr><td>{(p.Severity switch { Severity.Error => "誤り", Severity.Warning => "注意", _ => "お知らせ" })}</td><td>{(p.Where.Row > 0 ? p.Where.Row.ToString(CultureInfo.InvariantCulture) : "")}</td><td>{p.Where.Letters} {p.Where.ColumnName}</td><td>{p.Found}</td><td>{p.Message}{p.Remedy}</td><td><code>{p.Code}</code></td></tr>
            """))}
        </tbody></table></div>
        """);

    private static async Task<Html> EffectsAsync(Run run, PublishedRevisions published, IStore store, CancellationToken cancellation)
    {
        var (own, later) = await UploadEffects.OfAsync(run.Request.Wave!.Value, run.Request.File!.Sha256, published, store, cancellation);
        return Html.Of($"""
            <h2>指標への影響</h2>
            {(own.Count == 0 ? Html.Of($"<p>このファイルで変わった指標はありません。</p>") : Html.Of($"""
                <div class="wide"><table><thead><tr><th scope="col">指標</th><th scope="col">取込前</th><th scope="col">取込後</th><th scope="col">状態</th><th scope="col">説明</th></tr></thead><tbody>
                {Html.Each(own, e => Html.Of($"""
                    <tr><th scope="row">{e.After.Indicator} {e.After.Name}</th><td class="number">{e.BeforeText}</td><td class="number">{e.AfterText}</td><td>{e.Standing}</td><td>{e.After.Sentence}</td></tr>
                    """))}
                </tbody></table></div>
                """))}
            {(later.Count == 0 ? default : Html.Of($"""
                <h2>次の調査の前回差への影響</h2>
                <p class="note">この調査と比べている、あとの年度の前回差です。</p>
                <div class="wide"><table><thead><tr><th scope="col">指標</th><th scope="col">年度</th><th scope="col">取込前の前回差</th><th scope="col">取込後の前回差</th><th scope="col">状態</th><th scope="col">説明</th></tr></thead><tbody>
                {Html.Each(later, e => Html.Of($"""
                    <tr><th scope="row">{e.After.Indicator} {e.After.Name}</th><td>{e.After.FiscalYear}</td><td>{e.BeforeChange}</td><td>{e.AfterChange}</td><td>{e.Standing}</td><td>{e.After.Sentence}</td></tr>
                    """))}
                </tbody></table></div>
                """))}
            """);
    }

    private static string Plain(long id) => id.ToString(CultureInfo.InvariantCulture);
}
