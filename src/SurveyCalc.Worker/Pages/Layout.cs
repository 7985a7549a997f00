using System.Security.Claims;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Worker.Access;

namespace SurveyCalc.Worker.Pages;

/// <summary>What every page has in common. No script, nothing from elsewhere.</summary>
internal static class Layout
{
    /// <param name="context">Whose page it is.</param>
    /// <param name="title">Heading.</param>
    /// <param name="body">Below the heading.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="isLive">The page loads itself again every few seconds, until the work is done.</param>
    public static IResult Page(HttpContext context, string title, Html body, int status = 200, bool isLive = false) => TypedResults.Content(
        Html.Of($"""
            <!DOCTYPE html>
            <html lang="ja">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            {(isLive ? new Html("<meta http-equiv=\"refresh\" content=\"2\">") : default)}
            <title>{title} - SurveyCalc</title>
            <link rel="stylesheet" href="/style.css">
            </head>
            <body>
            <a class="skip" href="#main">本文へ</a>
            <header><p class="product">SurveyCalc</p>{Menu(context)}</header>
            <main id="main">
            <h1>{title}</h1>
            {body}
            </main>
            </body>
            </html>
            """).Text, "text/html; charset=utf-8", statusCode: status);

    /// <summary>A page that says why something was not done.</summary>
    public static IResult Refusal(HttpContext context, string title, string text, int status) => Page(
        context, title, Html.Of($"""<p class="error" role="alert">{text}</p><p><a href="/">最初の画面へ</a></p>"""), status);

    private static Html Menu(HttpContext context)
    {
        var person = context.User;
        if (person.Identity is not { IsAuthenticated: true, Name: { } name }) return default;
        return Html.Of($"""
            <nav aria-label="画面"><ul>{Link(person, AccessScope.Upload, "/upload", "回答の取込")}{Link(person, AccessScope.Operate, "/ops", "運用")}</ul></nav>
            <form method="post" action="/sign-out">{Forms.Token(context)}<span class="person">{name}</span> <button class="plain">サインアウト</button></form>
            """);

        Html Link(ClaimsPrincipal who, AccessScope scope, string path, string text) => !who.May(scope) ? default
            : context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)
                ? Html.Of($"""<li><a href="{path}" aria-current="page">{text}</a></li>""") : Html.Of($"""<li><a href="{path}">{text}</a></li>""");
    }
}
