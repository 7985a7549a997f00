namespace SurveyCalc.Worker.Api;

/// <summary>The caller's name for a request, so that asking twice is asking once.</summary>
internal static class IdempotencyKey
{
    private const int Longest = 100;

    /// <summary>Key for the ledger; null without the header. Two callers never meet.</summary>
    /// <exception cref="RefusedException">The header is malformed.</exception>
    public static string? Of(HttpContext context)
    {
        if (!context.Request.Headers.TryGetValue("Idempotency-Key", out var values)) return null;
        var text = values.ToString();
        if (text.Length is 0 or > Longest || text.AsSpan().ContainsAnyExceptInRange('!', '~')) throw new RefusedException(ApiProblems.MalformedIdempotencyKey());
        return $"http/{context.User.Identity!.Name}/{text}";
    }
}
