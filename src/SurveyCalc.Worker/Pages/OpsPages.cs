using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Deliveries;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Worker.Access;
using SurveyCalc.Worker.Api;
using SurveyCalc.Worker.Output;
using SurveyCalc.Worker.Scheduling;
using SurveyCalc.Worker.Webhooks;

namespace SurveyCalc.Worker.Pages;

/// <summary><c>/ops</c>: what runs, what waits, what stopped; run it now, run it again (運用).</summary>
internal static class OpsPages
{
    private const int MostRuns = 500;
    private const int Shown = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var ops = routes.MapGroup("/ops").RequireAuthorization(AccessPolicies.Page(AccessScope.Operate)).WithMetadata(new RequestSizeLimitAttribute(64 * 1024));
        ops.MapGet("/", ShowAsync);
        ops.MapPost("/runs", StartAsync);
        ops.MapPost("/runs/{id:long}/revive", ReviveAsync);
        ops.MapPost("/webhooks/replay", ReplayAsync);
    }

    /// <summary>The state with a mark of its own, so that it is not told by colour alone.</summary>
    public static Html StateOf(Run run)
    {
        var (look, mark) = run.State switch
        {
            RunState.Succeeded => ("good", "✓"),
            RunState.Rejected => ("bad", "!"),
            RunState.Dead => ("bad", "×"),
            RunState.Running => ("busy", "▶"),
            _ => ("wait", "…"),
        };
        return Html.Of($"""<span class="mark {look}"><span aria-hidden="true">{mark}</span> {RunsTable.InJapanese(run.State)}</span>""");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IRunLedger ledger, INightlySchedule schedule, TimeProvider time)
    {
        var runs = await ledger.GetRunsAsync(MostRuns, null, context.RequestAborted);
        var counts = await ledger.CountRunsAsync(context.RequestAborted);
        var destinations = await DestinationProgress.ReadAsync(context.RequestServices, context.RequestAborted);
        var dead = runs.Where(r => r.State is RunState.Dead).ToList();
        return Layout.Page(context, "運用", Html.Of($"""
            <section aria-labelledby="now"><h2 id="now">いま</h2>
            <table class="counts"><thead><tr><th scope="col">待機</th><th scope="col">実行中</th><th scope="col">停止</th><th scope="col">次の夜間処理</th></tr></thead>
            <tbody><tr><td>{Count(RunState.Waiting)}</td><td>{Count(RunState.Running)}</td><td>{Count(RunState.Dead)}</td><td>{(schedule.NextDue(time.GetUtcNow()) is { } next ? TokyoTime.Minute(next) : "予定なし")}</td></tr></tbody></table>
            <form method="post" action="/ops/runs">{Forms.Token(context)}<button>いますぐ再計算する</button></form>
            </section>
            <section aria-labelledby="dead"><h2 id="dead">停止した処理</h2>
            {(dead.Count < Count(RunState.Dead) ? Html.Of($"""<p class="note">新しいほうから{(long)MostRuns}件の処理のうち、停止したものです。ほかは runs と run-again で扱ってください。</p>""") : default)}
            {(dead.Count == 0 ? Html.Of($"<p>ありません。</p>") : Table(dead, run => Html.Of($"""
                <form method="post" action="/ops/runs/{Plain(run.Id)}/revive">{Forms.Token(context)}<button aria-label="処理 {Plain(run.Id)} をもう一度行う">もう一度行う</button></form>
                """)))}
            </section>
            {(destinations.Count == 0 ? default : Html.Of($"""<section aria-labelledby="webhooks"><h2 id="webhooks">配信</h2>{Destinations(context, destinations)}</section>"""))}
            <section aria-labelledby="runs"><h2 id="runs">最近の処理</h2>
            {(runs.Count == 0 ? Html.Of($"<p>まだありません。</p>") : Table([.. runs.Take(Shown)], null))}
            </section>
            <p><a href="/ops">新しくする</a></p>
            """));

        long Count(RunState state) => counts.Where(c => c.State == state).Sum(c => c.Count);
    }

    private static Html Table(IReadOnlyList<Run> runs, Func<Run, Html>? button) => Html.Of($"""
        <div class="wide"><table><thead><tr><th scope="col">番号</th><th scope="col">種類</th><th scope="col">調査回</th><th scope="col">状態</th><th scope="col">進み具合</th><th scope="col">回数</th><th scope="col">依頼・終了</th><th scope="col">依頼した人</th><th scope="col">行/実績</th><th scope="col">結果</th>{(button is null ? default : new Html("<th scope=\"col\">操作</th>"))}</tr></thead><tbody>
        {Html.Each(runs, r => Html.Of($"""
            <tr><td class="number">{NumberOf(r)}</td><td>{RunsTable.InJapanese(r.Request.Kind)}</td><td>{(r.Request.Wave is { } wave ? wave.ToString() : "全体")}</td><td>{StateOf(r)}</td><td class="number">{(long)(Math.Clamp(r.Progress, 0, 1) * 100)}%</td><td class="number">{r.Attempt}</td><td><time>{TokyoTime.Minute(r.RequestedAt)}</time>{(r.FinishedAt is { } at ? Html.Of($"<br><time>{TokyoTime.Minute(at)}</time>") : default)}</td><td>{r.Request.By}</td><td class="number">{r.RowsIn}/{r.RowsOut}</td><td class="message">{r.Message}</td>{(button is null ? default : Html.Of($"<td>{button(r)}</td>"))}</tr>
            """))}
        </tbody></table></div>
        """);

    private static Html Destinations(HttpContext context, IReadOnlyList<DestinationProgress> destinations) => Html.Of($"""
        <div class="wide"><table><thead><tr><th scope="col">配信先</th><th scope="col">済み</th><th scope="col">最新</th><th scope="col">状態</th><th scope="col">断念した番号</th><th scope="col">最後の失敗</th><th scope="col">操作</th></tr></thead><tbody>
        {Html.Each(destinations, d => Html.Of($"""
            <tr><th scope="row">{d.Name}<br><span class="note">{d.Url ?? "設定にありません"}</span></th><td class="number">{d.Delivered}</td><td class="number">{d.Head}</td><td>{StateOf(d)}</td><td>{DeliveriesTable.Dead(d.Dead)}</td><td class="message">{d.LastError}</td><td>{Replay(context, d)}</td></tr>
            """))}
        </tbody></table></div>
        """);

    private static Html StateOf(DestinationProgress destination)
    {
        var (look, mark, text) = destination switch
        {
            { IsStopped: true } => ("bad", "×", "停止中"),
            { NextAttempt: not null } => ("bad", "!", "再送待ち"),
            { Dead.Count: > 0 } => ("bad", "!", "断念あり"),
            _ when destination.Delivered < destination.Head => ("busy", "▶", "送信中"),
            _ => ("good", "✓", "済み"),
        };
        return Html.Of($"""<span class="mark {look}"><span aria-hidden="true">{mark}</span> {text}</span>{(destination.NextAttempt is { } at ? Html.Of($"<br><time>{TokyoTime.Minute(at)}</time>") : default)}""");
    }

    private static Html Replay(HttpContext context, DestinationProgress destination)
    {
        if (destination is { IsStopped: false, Dead.Count: 0 }) return default;
        var text = destination.IsStopped ? "再開する" : "断念した分を送り直す";
        return Html.Of($"""
            <form method="post" action="/ops/webhooks/replay">{Forms.Token(context)}<input type="hidden" name="destination" value="{destination.Name}"><button aria-label="{destination.Name}: {text}">{text}</button></form>
            """);
    }

    private static Html NumberOf(Run run) => run.Request is { Kind: RunKind.Import, File: not null } ? Html.Of($"""<a href="/upload/{Plain(run.Id)}">{Plain(run.Id)}</a>""") : Html.Of($"{Plain(run.Id)}");

    private static async Task<IResult> StartAsync(HttpContext context, IRunLedger ledger)
    {
        await Forms.ReadAsync(context);
        await RunApi.StartAsync(ledger, null, context.User.Identity!.Name!, null, context.RequestAborted);
        return TypedResults.LocalRedirect("/ops");
    }

    private static async Task<IResult> ReviveAsync(long id, HttpContext context, IRunLedger ledger)
    {
        await Forms.ReadAsync(context);
        if (!await ledger.ReviveAsync(id, context.User.Identity!.Name!, context.RequestAborted)) throw new RefusedException(ApiProblems.NotDead(id));
        return TypedResults.LocalRedirect("/ops");
    }

    /// <summary>Lets a stopped destination go on where it is; otherwise sends again what was given up.</summary>
    private static async Task<IResult> ReplayAsync(HttpContext context, IDeliveryLedger ledger)
    {
        var name = (await Forms.ReadAsync(context))["destination"].ToString();
        var all = await DestinationProgress.ReadAsync(context.RequestServices, context.RequestAborted);
        if (all.FirstOrDefault(d => d.Name == name) is { } found)
        {
            if (found.IsStopped && found.Delivered < found.Head)
                await ledger.ReplayAsync(name, found.Delivered + 1, onlyThis: false, context.RequestAborted);
            else
                foreach (var sequence in found.IsStopped ? found.Dead.DefaultIfEmpty(found.Head) : found.Dead) await ledger.ReplayAsync(name, sequence, onlyThis: true, context.RequestAborted);
        }

        return TypedResults.LocalRedirect("/ops");
    }

    private static string Plain(long id) => id.ToString(CultureInfo.InvariantCulture);
}
