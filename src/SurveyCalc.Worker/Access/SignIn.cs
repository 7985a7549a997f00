using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using SurveyCalc.Indicators.Access;

namespace SurveyCalc.Worker.Access;

/// <summary>Signs people in with their local account (サインイン): after five failures in a row an account is locked for a quarter of an hour.</summary>
internal sealed class SignIn(IAccessStore store, TimeProvider time) : IDisposable
{
    public const int MostFailures = 5;

    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    private static readonly PasswordHasher<string> Hasher = new();

    /// <summary>What an unknown name is compared with, so that it takes as long as a known one.</summary>
    private static readonly string Nobody = HashOf(Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    /// <summary>One attempt at a time: guesses side by side would be counted as one.</summary>
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>What came of it.</summary>
    /// <param name="Person">Who signed in; null when refused.</param>
    /// <param name="LockedUntil">When a locked account opens again; null when it is not locked.</param>
    public sealed record Outcome(ClaimsPrincipal? Person, DateTimeOffset? LockedUntil);

    public static string HashOf(string password) => Hasher.HashPassword("", password);

    public async Task<Outcome> TryAsync(string name, string password, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            var account = await store.FindAccountAsync(name, cancellation);
            var now = time.GetUtcNow();
            var isRight = Hasher.VerifyHashedPassword("", account?.PasswordHash ?? Nobody, password) is not PasswordVerificationResult.Failed;
            if (account is null or { IsDisabled: true }) return new Outcome(null, null);
            if (account.LockedUntil > now) return new Outcome(null, account.LockedUntil);
            if (isRight)
            {
                if (account.Failures > 0 || account.LockedUntil is not null)
                    await store.SaveAccountAsync(account with { Failures = 0, LockedUntil = null }, cancellation);
                return new Outcome(PrincipalOf(account), null);
            }

            var failures = account.Failures + 1;
            var lockedUntil = failures >= MostFailures ? now + Lock : (DateTimeOffset?)null;
            await store.SaveAccountAsync(account with { Failures = lockedUntil is null ? failures : 0, LockedUntil = lockedUntil }, cancellation);
            return new Outcome(null, lockedUntil);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The cookie: never readable by a script, never sent from another site; every request looks whether the account still stands.</summary>
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/denied";
        options.ReturnUrlParameter = "return";
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.Cookie.Name = "surveycalc";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnValidatePrincipal = async context =>
        {
            var store = context.HttpContext.RequestServices.GetRequiredService<IAccessStore>();
            var account = await store.FindAccountAsync(context.Principal?.Identity?.Name ?? "", context.HttpContext.RequestAborted);
            if (account is { IsDisabled: false } && context.Principal!.HasClaim("stamp", StampOf(account))) return;
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        };
    }

    public void Dispose() => gate.Dispose();

    private static ClaimsPrincipal PrincipalOf(Account account) =>
        AccessPolicies.PrincipalOf(account.Name, account.Scopes, CookieAuthenticationDefaults.AuthenticationScheme, StampOf(account));

    private static string StampOf(Account account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.PasswordHash}\n{account.Scopes}")))[..16];
}
