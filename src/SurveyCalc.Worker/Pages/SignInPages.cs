using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Worker.Access;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Pages;

/// <summary><c>/sign-in</c> and <c>/sign-out</c>.</summary>
internal static class SignInPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (HttpContext context) => Form(context, ReturnPath(context.Request.Query["return"]), "")).AllowAnonymous();
        routes.MapPost("/sign-in", EnterAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(64 * 1024));
        routes.MapPost("/sign-out", (Delegate)LeaveAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(64 * 1024));
        routes.MapGet("/denied", (HttpContext context) => Layout.Refusal(context, "権限が足りません", "この画面を使う権限がありません。必要なときは管理者に頼んでください。", 403)).AllowAnonymous();
        routes.MapGet("/", Start).AllowAnonymous();
    }

    private static RedirectHttpResult Start(HttpContext context) =>
        TypedResults.LocalRedirect(context.User.May(AccessScope.Operate) && !context.User.May(AccessScope.Upload) ? "/ops" : "/upload");

    private static async Task<IResult> EnterAsync(HttpContext context, SignIn signIn)
    {
        var form = await Forms.ReadAsync(context);
        var (name, path) = (form["name"].ToString().Trim(), ReturnPath(form["return"]));
        var outcome = await signIn.TryAsync(name, form["password"].ToString(), context.RequestAborted);
        if (outcome.Person is null)
            return Form(context, path, name, outcome.LockedUntil is { } until
                ? $"続けて{SignIn.MostFailures}回間違えたため、{TokyoTime.Minute(until)}までサインインできません。"
                : "名前かパスワードが違います。確かめてもう一度入れてください。");
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, outcome.Person);
        return TypedResults.LocalRedirect(path);
    }

    private static async Task<IResult> LeaveAsync(HttpContext context)
    {
        await Forms.ReadAsync(context);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return TypedResults.LocalRedirect("/sign-in");
    }

    private static IResult Form(HttpContext context, string path, string name, string? error = null) => Layout.Page(context, "サインイン", Html.Of($"""
        {(error is null ? default : Html.Of($"""<p class="error" role="alert" id="error">{error}</p>"""))}
        <form method="post" action="/sign-in" class="card narrow">
        {Forms.Token(context)}<input type="hidden" name="return" value="{path}">
        <p><label for="name">名前</label><input id="name" name="name" value="{name}" autocomplete="username" required maxlength="100"></p>
        <p><label for="password">パスワード</label><input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"></p>
        <p><button>サインイン</button></p>
        </form>
        <p class="note">利用者は管理者が登録します。{SignIn.MostFailures}回続けて間違えると{(long)SignIn.Lock.TotalMinutes}分間使えなくなります。</p>
        """), error is null ? 200 : 401);

    /// <summary>Only a path of our own: nobody is sent elsewhere.</summary>
    private static string ReturnPath(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : "/";
}
