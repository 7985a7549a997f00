using System.Net;
using System.Text.RegularExpressions;
using SurveyCalc.Tests.Api;

namespace SurveyCalc.Tests.Pages;

/// <summary>A browser without a face: keeps cookies, fills in forms with the token of the page it saw.</summary>
internal sealed partial class PageVisit(ServiceRun service) : IDisposable
{
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = service.Address };

    /// <summary>The page seen last.</summary>
    public string Text { get; private set; } = "";

    public async Task<HttpResponseMessage> GetAsync(string path) => await SeenAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Sends a form of the page seen last.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(path, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", Token())).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

    public async Task<HttpResponseMessage> SendAsync(string path, HttpContent content)
    {
        using (content) return await SeenAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    public async Task<HttpResponseMessage> SignInAsync(string name, string password = ServiceRun.Password, string path = "/upload")
    {
        await GetAsync("/sign-in");
        return await PostAsync("/sign-in", ("name", name), ("password", password), ("return", path));
    }

    public MultipartFormDataContent Upload(byte[] file, string year, string? token = null)
    {
        var form = new MultipartFormDataContent { { new StringContent(token ?? Token()), "__RequestVerificationToken" }, { new StringContent(ServiceRun.Survey), "survey" }, { new StringContent(year), "year" } };
        form.Add(new ByteArrayContent(file), "file", "回答.csv");
        return form;
    }

    public void Dispose() => client.Dispose();

    private string Token() => TokenField().Match(Text) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : "none";

    private async Task<HttpResponseMessage> SeenAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (text.Length > 0) Text = text;
        return answer;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
