using Microsoft.AspNetCore.Antiforgery;

namespace SurveyCalc.Worker.Pages;

/// <summary>Forms that only our own pages can send (偽造防止).</summary>
internal static class Forms
{
    private const string Field = "__RequestVerificationToken";

    /// <summary>The hidden field of a form.</summary>
    public static Html Token(HttpContext context) => Html.Of(
        $"""<input type="hidden" name="{Field}" value="{context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken}">""");

    /// <summary>Reads a small form.</summary>
    /// <exception cref="AntiforgeryValidationException">It does not come from one of our pages.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
        return await context.Request.ReadFormAsync(context.RequestAborted);
    }

    /// <summary>Checks a form that is read as it arrives by the fields before its file.</summary>
    /// <exception cref="AntiforgeryValidationException">It does not come from one of our pages.</exception>
    public static Task CheckAsync(HttpContext context, IReadOnlyDictionary<string, string> fields)
    {
        // Set, or the check would read the whole form in search of it.
        context.Request.Headers["RequestVerificationToken"] = fields.GetValueOrDefault(Field, "-");
        return context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
    }
}
