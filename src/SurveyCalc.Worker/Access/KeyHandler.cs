using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Worker.Api;

namespace SurveyCalc.Worker.Access;

/// <summary>Knows other systems by <c>Authorization: Bearer sc_…</c>, and answers those it does not know.</summary>
internal sealed class KeyHandler(
    IAccessStore store, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Key";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (!KeySecret.TryParse(header[Bearer.Length..].Trim(), out var secret)) return AuthenticateResult.Fail("Not a key.");
        var key = await store.FindKeyAsync(secret.Id, Context.RequestAborted);
        if (!secret.Matches(key?.Hash ?? new string('0', 64)) || key is not { RevokedAt: null }) return AuthenticateResult.Fail("Unknown or revoked key.");
        return AuthenticateResult.Success(new AuthenticationTicket(AccessPolicies.PrincipalOf($"{key.Name}({key.Id})", key.Scopes, SchemeName), SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        var outcome = await HandleAuthenticateOnceSafeAsync();
        await ApiProblem.WriteAsync(Context, outcome.None ? ApiProblems.NoKey() : ApiProblems.WrongKey());
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ApiProblem.WriteAsync(Context, ApiProblems.TooLittleScope());
}
