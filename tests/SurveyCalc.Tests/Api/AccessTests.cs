using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SurveyCalc.Indicators.Access;

namespace SurveyCalc.Tests.Api;

/// <summary>Who may call what.</summary>
public sealed class AccessTests(IdleServiceRun service) : IClassFixture<IdleServiceRun>
{
    /// <summary>Open to anyone: liveness and figures of the process for a monitor on the same machine, and what a browser needs to sign in.</summary>
    private static readonly string[] Open = ["/health/live", "/health/ready", "/metrics", "/sign-in", "/style.css"];

    [Fact]
    public async Task Every_route_is_shut_to_the_unknown_except_those_listed()
    {
        using var client = await service.ClientAsync(AccessScope.None);
        var open = new List<string>();
        var seen = 0;
        foreach (var endpoint in service.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                seen++;
                var path = "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace("{id:long}", "1", StringComparison.Ordinal).Replace("{code}", "X", StringComparison.Ordinal).Replace("{documentName}", "v1", StringComparison.Ordinal);
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
                using var answer = await client.SendAsync(request);
                var isShut = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                    || (answer.StatusCode is HttpStatusCode.Found && answer.Headers.Location!.ToString() is var to && (to.Contains("/sign-in?return=", StringComparison.Ordinal) || (path == "/" && to == "/upload")));
                // A form without its token is refused before anything is looked at.
                if (!isShut && !(method == "POST" && answer.StatusCode is HttpStatusCode.BadRequest)) open.Add(path);
            }

        Assert.Equal(Open.Order(StringComparer.Ordinal), open.Distinct().Order(StringComparer.Ordinal));
        Assert.True(seen >= 20, $"Only {seen} routes were found.");
    }

    [Fact]
    public async Task Without_a_key_the_answer_is_401()
    {
        using var client = await service.ClientAsync(AccessScope.None);
        using var answer = await client.GetAsync(new Uri("/api/indicators", UriKind.Relative));
        Assert.Equal((401, "SC-H001", "APIキーがありません: Authorization: Bearer sc_… の形でAPIキーを付けてください。キーは keys add で作れます。"), await ServiceRun.ProblemAsync(answer));
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("sc_ffffffffffff_wrong")]
    [InlineData("sc__")]
    public async Task A_wrong_key_is_answered_with_401(string key)
    {
        using var client = await service.ClientAsync(AccessScope.None);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await client.GetAsync(new Uri("/api/indicators", UriKind.Relative));
        Assert.Equal((401, "SC-H002", "APIキーが正しくありません: キーが違うか、取り消されています。keys list で確かめ、必要なら keys add で作り直してください。"), await ServiceRun.ProblemAsync(answer));
    }

    [Fact]
    public async Task A_known_id_with_another_secret_opens_nothing()
    {
        var key = await service.KeyAsync(AccessScope.Read);
        using var client = await service.ClientAsync(AccessScope.None);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (key with { Secret = key.Secret[..^1] }).ToString());
        using var answer = await client.GetAsync(new Uri("/api/indicators", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_from_then_on()
    {
        var key = await service.KeyAsync(AccessScope.Read);
        using var client = await service.ClientAsync(AccessScope.None);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.ToString());
        using var before = await client.GetAsync(new Uri("/api/indicators", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.True(await service.Access.RevokeKeyAsync(key.Id, DateTimeOffset.UnixEpoch, CancellationToken.None));
        using var after = await client.GetAsync(new Uri("/api/indicators", UriKind.Relative));
        Assert.Equal((401, "SC-H002"), ((await ServiceRun.ProblemAsync(after)).Status, (await ServiceRun.ProblemAsync(after)).Code));
    }

    [Theory]
    [InlineData(AccessScope.Read, "POST", "/api/uploads")]
    [InlineData(AccessScope.Read, "GET", "/api/uploads/1")]
    [InlineData(AccessScope.Read | AccessScope.Upload, "POST", "/api/runs")]
    [InlineData(AccessScope.Read | AccessScope.Upload, "POST", "/api/runs/1/revive")]
    [InlineData(AccessScope.Upload | AccessScope.Operate, "GET", "/api/indicators")]
    [InlineData(AccessScope.Upload, "GET", "/api/changes")]
    [InlineData(AccessScope.Upload, "GET", "/openapi/v1.json")]
    public async Task Too_little_scope_is_answered_with_403(AccessScope scopes, string method, string path)
    {
        using var client = await service.ClientAsync(scopes);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using var answer = await client.SendAsync(request);
        Assert.Equal((403, "SC-H003", "権限が足りません: このキーの権限ではこの操作はできません。必要な権限(read、upload、operate)を付けたキーを keys add で作ってください。"), await ServiceRun.ProblemAsync(answer));
    }

    [Fact]
    public async Task A_key_opens_no_page()
    {
        using var client = await service.ClientAsync();
        using var answer = await client.GetAsync(new Uri("/upload", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task The_openapi_document_names_every_call()
    {
        using var client = await service.ClientAsync(AccessScope.Read);
        var text = await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        var paths = System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);
        Assert.Equal(
            ["/api/changes", "/api/indicators", "/api/indicators/{code}/actuals", "/api/runs", "/api/runs/{id}", "/api/runs/{id}/revive", "/api/uploads", "/api/uploads/{id}", "/api/uploads/{id}/problems.csv"],
            paths.Where(p => p.StartsWith("/api", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_openapi_document_describes_every_parameter_answer_and_refusal()
    {
        using var client = await service.ClientAsync(AccessScope.Read);
        var document = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).RootElement;
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("apiKey").GetProperty("scheme").GetString());
        Assert.Contains("code", document.GetProperty("components").GetProperty("schemas").GetProperty("ProblemDetails").GetProperty("required").EnumerateArray().Select(m => m.GetString()));
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            Assert.True(schema.Value.TryGetProperty("description", out _), schema.Name);
            if (schema.Value.TryGetProperty("properties", out var members))
                Assert.All(members.EnumerateObject(), m => Assert.True(IsDescribed(m.Value), $"{schema.Name}.{m.Name} {m.Value}"));
        }

        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
            {
                var name = $"{operation.Name} {path.Name}";
                Assert.True(operation.Value.GetProperty("summary").GetString()!.Length > 0, name);
                Assert.Contains("必要な権限: ", operation.Value.GetProperty("description").GetString()!, StringComparison.Ordinal);
                Assert.True(operation.Value.GetProperty("security")[0].TryGetProperty("apiKey", out _), name);
                if (operation.Value.TryGetProperty("parameters", out var parameters))
                    Assert.All(parameters.EnumerateArray(), p => Assert.True(p.TryGetProperty("description", out var text) && text.GetString()!.Length > 0, $"{name} {p}"));
                var responses = operation.Value.GetProperty("responses").EnumerateObject().ToDictionary(r => r.Name, r => r.Value);
                Assert.Empty(new[] { "401", "403", "405", "500", "503" }.Except(responses.Keys));
                foreach (var (status, response) in responses)
                {
                    Assert.Matches("[ぁ-ん一-龠]", response.GetProperty("description").GetString()!);
                    if (status[0] is not ('4' or '5')) continue;
                    Assert.Contains("SC-H", response.GetProperty("description").GetString()!, StringComparison.Ordinal);
                    Assert.Equal("#/components/schemas/ProblemDetails", response.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString());
                }
            }

        // A member of a type that is described itself is only a reference to it.
        static bool IsDescribed(System.Text.Json.JsonElement member) =>
            member.TryGetProperty("description", out _) || member.TryGetProperty("$ref", out _) || (member.TryGetProperty("oneOf", out var types) && types.EnumerateArray().Any(IsDescribed));
    }

    [Theory]
    [InlineData("POST", "/api/indicators")]
    [InlineData("DELETE", "/api/runs/1")]
    [InlineData("PUT", "/api/uploads")]
    public async Task A_wrong_method_is_answered_with_405_in_Japanese(string method, string path)
    {
        using var client = await service.ClientAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using var answer = await client.SendAsync(request);
        Assert.Equal((405, "SC-H005", "その方法では呼び出せません: GETとPOSTのどちらかを確かめてください。使い方は /openapi/v1.json にあります。"), await ServiceRun.ProblemAsync(answer));
    }

    [Fact]
    public async Task An_unknown_place_is_answered_with_404_in_Japanese()
    {
        using var client = await service.ClientAsync(AccessScope.Read);
        using var answer = await client.GetAsync(new Uri("/api/nothing", UriKind.Relative));
        Assert.Equal((404, "SC-H004", "そのURLはありません: URLを確かめてください。使えるURLは /openapi/v1.json にあります。"), await ServiceRun.ProblemAsync(answer));
    }
}
