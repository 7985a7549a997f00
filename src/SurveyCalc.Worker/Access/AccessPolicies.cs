using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using SurveyCalc.Indicators.Access;

namespace SurveyCalc.Worker.Access;

/// <summary>
/// Who may call what (権限). Other systems come with a key, people with a cookie, and neither passes the other's door: a
/// page of another site cannot make a browser call the API. A route without a policy is shut.
/// </summary>
internal static class AccessPolicies
{
    private const string ScopeClaim = "scope";

    /// <summary>Policy of a call of another system.</summary>
    public static string Key(AccessScope scope) => $"key {scope}";

    /// <summary>Policy of a page.</summary>
    public static string Page(AccessScope scope) => $"page {scope}";

    public static void Register(IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, KeyHandler>(KeyHandler.SchemeName, null)
            .AddCookie(SignIn.Configure);
        var policies = services.AddAuthorizationBuilder();
        foreach (var scope in new[] { AccessScope.Read, AccessScope.Upload, AccessScope.Operate })
        {
            policies.AddPolicy(Key(scope), Allow(KeyHandler.SchemeName, scope));
            policies.AddPolicy(Page(scope), Allow(CookieAuthenticationDefaults.AuthenticationScheme, scope));
        }

        policies.SetFallbackPolicy(Allow(KeyHandler.SchemeName, AccessScope.Read));
    }

    /// <summary>Name and scopes as claims; <paramref name="stamp"/> changes when the person has to sign in anew.</summary>
    public static ClaimsPrincipal PrincipalOf(string name, AccessScope scopes, string scheme, string stamp = "") => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, name), new Claim(nameof(stamp), stamp),
            .. Enum.GetValues<AccessScope>().Where(s => s is not AccessScope.None && scopes.HasFlag(s)).Select(s => new Claim(ScopeClaim, s.ToString())),
        ], scheme));

    public static bool May(this ClaimsPrincipal person, AccessScope scope) => person.HasClaim(ScopeClaim, scope.ToString());

    /// <summary>閲覧、取込、運用.</summary>
    public static string InJapanese(this AccessScope scopes) => string.Join('、', new[]
    {
        (AccessScope.Read, "閲覧"), (AccessScope.Upload, "取込"), (AccessScope.Operate, "運用"),
    }.Where(s => scopes.HasFlag(s.Item1)).Select(s => s.Item2));

    private static AuthorizationPolicy Allow(string scheme, AccessScope scope) =>
        new AuthorizationPolicyBuilder(scheme).RequireAuthenticatedUser().RequireClaim(ScopeClaim, scope.ToString()).Build();
}
