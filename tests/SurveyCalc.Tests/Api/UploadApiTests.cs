using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Runs;

namespace SurveyCalc.Tests.Api;

/// <summary>Files over HTTP: what is taken, and how what cannot be taken is refused.</summary>
public sealed class UploadApiTests(ServiceRun service) : IClassFixture<ServiceRun>
{
    private static readonly Uri Uploads = new("/api/uploads", UriKind.Relative);

    private static byte[] Csv(string mark) => Encoding.UTF8.GetBytes($"{mark}\r\n1\r\n");

    [Fact]
    public async Task A_demo_file_is_taken_imported_and_reported()
    {
        using var client = await service.ClientAsync(AccessScope.Upload);
        using var form = ServiceRun.Form(ServiceRun.DemoFile("令和2年度"));
        using var answer = await client.PostAsync(Uploads, form);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetInt64();
        Assert.Equal($"/api/uploads/{id}", answer.Headers.Location!.ToString());
        await service.EndOfAsync(id);

        var report = JsonDocument.Parse(await client.GetStringAsync(answer.Headers.Location)).RootElement;
        Assert.Equal("完了", report.GetProperty("stateText").GetString());
        Assert.Equal((1012, 1012, 0, 0), (Count("rowsIn"), Count("accepted"), Count("rejected"), Count("excluded")));
        Assert.Equal((0, 5, 1), (Count("errors"), Count("warnings"), Count("progress")));
        Assert.StartsWith("SC-I", report.GetProperty("problems")[0].GetProperty("code").GetString(), StringComparison.Ordinal);
        var list = await client.GetAsync(new Uri(report.GetProperty("problemsUrl").GetString()!, UriKind.Relative));
        Assert.Equal("text/csv", list.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("\uFEFF重要度,コード,ファイル,", Encoding.UTF8.GetString(await list.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);

        int Count(string name) => report.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task A_file_with_errors_is_reported_and_stores_nothing()
    {
        using var client = await service.ClientAsync(AccessScope.Upload);
        using var form = ServiceRun.Form(Csv("これは回答ではない"), year: "R3");
        using var answer = await client.PostAsync(Uploads, form);
        var run = await service.EndOfAsync(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetInt64());
        Assert.Equal(RunState.Rejected, run.State);
        var report = JsonDocument.Parse(await client.GetStringAsync(answer.Headers.Location)).RootElement;
        Assert.Equal("不受理", report.GetProperty("stateText").GetString());
        Assert.True(report.GetProperty("errors").GetInt32() > 0);
        Assert.NotEmpty(report.GetProperty("problems")[0].GetProperty("remedy").GetString()!);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_whether_its_length_is_told_or_not()
    {
        using var client = await service.ClientAsync(AccessScope.Upload);
        foreach (var isTold in new[] { true, false })
        {
            using var form = ServiceRun.Form(new byte[600_001]);
            using var request = new HttpRequestMessage(HttpMethod.Post, Uploads) { Content = form };
            request.Headers.TransferEncodingChunked = !isTold;
            using var answer = await client.SendAsync(request);
            Assert.Equal((413, "SC-H011", "ファイルが大きすぎます: 上限は 600,000 バイトです。ファイルを分けるか、設定の UploadLimit を上げてください。何も受け付けていません。"), await ServiceRun.ProblemAsync(answer));
        }

        Assert.Empty(Parts());
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        using var client = await service.ClientAsync(AccessScope.Upload);
        using var body = new StringContent("問1\r\n1\r\n", Encoding.UTF8, "text/csv");
        using var answer = await client.PostAsync(Uploads, body);
        Assert.Equal((415, "SC-H010", "送り方が違います: multipart/form-data で、項目 survey、year、file をこの順に送ってください。"), await ServiceRun.ProblemAsync(answer));
    }

    [Fact]
    public async Task A_form_that_ends_before_its_end_stores_nothing()
    {
        using var client = await service.ClientAsync(AccessScope.Upload);
        var before = await RunsAsync();
        var whole = await ServiceRun.Form(Csv("途中で切れる")).ReadAsByteArrayAsync();
        var type = "multipart/form-data; boundary=" + Encoding.UTF8.GetString(whole).Split("\r\n")[0][2..];
        foreach (var length in new[] { whole.Length - 4, whole.Length - 30, whole.Length / 2 })
        {
            using var body = new ByteArrayContent(whole[..length]);
            body.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await client.PostAsync(Uploads, body);
            Assert.Equal((400, "SC-H012", "送信が途中で切れました: ファイルの終わりまで届きませんでした。何も受け付けていません。もう一度送ってください。"), await ServiceRun.ProblemAsync(answer));
        }

        Assert.Equal(before, await RunsAsync());
        Assert.Empty(Parts());
    }

    [Fact]
    public async Task A_connection_that_breaks_half_way_stores_nothing()
    {
        var key = await service.KeyAsync(AccessScope.Upload);
        var before = await RunsAsync();
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(service.Address.Host, service.Address.Port);
            var head = $"POST /api/uploads HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n"
                + $"--b\r\nContent-Disposition: form-data; name=survey\r\n\r\n{ServiceRun.Survey}\r\n--b\r\nContent-Disposition: form-data; name=year\r\n\r\nR2\r\n"
                + "--b\r\nContent-Disposition: form-data; name=file; filename=a.csv\r\n\r\n" + new string('x', 9000);
            await socket.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head));
            for (var i = 0; Parts().Length == 0 && i < 200; i++) await Task.Delay(25);
            Assert.NotEmpty(Parts());
        }

        for (var i = 0; Parts().Length > 0 && i < 200; i++) await Task.Delay(25);
        Assert.Empty(Parts());
        Assert.Equal(before, await RunsAsync());
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x14, 0, 6, 0, 8 }, "Excelブック(xlsx)かzip")]
    [InlineData(new byte[] { 0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0, 0 }, "空のzip")]
    [InlineData(new byte[] { 0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0 }, "gzip")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, "古い形式のExcelブック(xls)")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31 }, "PDF")]
    public async Task Another_kind_of_file_is_refused_with_a_remedy(byte[] file, string kind)
    {
        using var client = await service.ClientAsync(AccessScope.Upload);
        using var form = ServiceRun.Form(file, fileName: "回答.csv");
        using var answer = await client.PostAsync(Uploads, form);
        Assert.Equal((422, "SC-H013", $"CSVファイルではありません: 中身は{kind}です。表計算ソフトで「CSV UTF-8(コンマ区切り)」として保存し、そのファイルを送ってください。"), await ServiceRun.ProblemAsync(answer));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\kikaku\..\回答.csv", "回答.csv")]
    [InlineData("/abs/olute.csv", "olute.csv")]
    public async Task A_path_in_the_file_name_is_only_a_name(string sent, string kept)
    {
        using var client = await service.ClientAsync(AccessScope.Upload);
        using var form = ServiceRun.Form(Csv(sent), fileName: sent);
        using var answer = await client.PostAsync(Uploads, form);
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(kept, body.GetProperty("fileName").GetString());
        Assert.True(File.Exists(Path.Combine(service.Staging, body.GetProperty("sha256").GetString() + ".csv")));
    }

    [Theory]
    [InlineData("市民調査", "R2", "SC-H018", "登録されていない調査です: 調査「市民調査」の符号表がありません。登録済み: 市民意識調査、職員意識調査。名前を確かめるか、define で符号表を登録してください。")]
    [InlineData("市民意識調査", "R9", "SC-H019", "登録されていない年度です: 「市民意識調査 令和9年度」の符号表がありません。市民意識調査の登録済みの年度: 令和元年度、令和2年度、令和3年度。年度を確かめるか、define で符号表を登録してください。")]
    [InlineData("市民意識調査", "来年", "SC-H020", "年度を読めません: 年度「来年」を読めません。令和2年度、R2、2020 のように書いてください。")]
    [InlineData(null, "R2", "SC-H017", "調査の指定がありません: 項目 survey に調査の名前(例: 市民意識調査)を入れてください。")]
    [InlineData("市民意識調査", null, "SC-H020", "年度を読めません: 年度「」を読めません。令和2年度、R2、2020 のように書いてください。")]
    public async Task An_unknown_survey_or_year_is_refused(string? survey, string? year, string code, string text)
    {
        using var client = await service.ClientAsync(AccessScope.Upload);
        using var form = ServiceRun.Form(Csv("x"), survey, year);
        using var answer = await client.PostAsync(Uploads, form);
        Assert.Equal((422, code, text), await ServiceRun.ProblemAsync(answer));
    }

    [Fact]
    public async Task A_second_file_or_a_field_after_it_is_refused_and_nothing_is_taken()
    {
        using var client = await service.ClientAsync(AccessScope.Upload);
        var before = await RunsAsync();
        using var form = ServiceRun.Form(Csv("二つ目"));
        form.Add(new ByteArrayContent(Csv("二つ目")), "file", "二つ目.csv");
        using var answer = await client.PostAsync(Uploads, form);
        Assert.Equal((400, "SC-H015", "項目の順番が違います: ファイルは1つだけ、項目の最後に送ってください(survey、year、file の順)。何も受け付けていません。"), await ServiceRun.ProblemAsync(answer));
        Assert.Equal(before, await RunsAsync());
    }

    [Fact]
    public async Task A_form_without_a_file_is_refused()
    {
        using var client = await service.ClientAsync(AccessScope.Upload);
        using var form = new MultipartFormDataContent { { new StringContent(ServiceRun.Survey), "survey" }, { new StringContent("R2"), "year" } };
        using var answer = await client.PostAsync(Uploads, form);
        Assert.Equal((400, "SC-H014", "ファイルがありません: 回答のCSVファイルを選び、項目 file として送ってください。"), await ServiceRun.ProblemAsync(answer));
    }

    [Fact]
    public async Task The_same_request_twice_is_one_upload_and_another_file_under_its_key_is_refused()
    {
        using var client = await service.ClientAsync(AccessScope.Upload);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "3b1c-7");
        async Task<HttpResponseMessage> SendAsync(string mark)
        {
            using var form = ServiceRun.Form(Csv(mark), year: "R1");
            return await client.PostAsync(Uploads, form);
        }

        using var first = await SendAsync("一度目");
        using var second = await SendAsync("一度目");
        using var other = await SendAsync("別の回答");
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.StatusCode, second.StatusCode));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal((422, "SC-H051", "Idempotency-Keyが別の依頼に使われています: 同じ Idempotency-Key で違う内容の依頼は受け付けません。新しいキーで送ってください。"), await ServiceRun.ProblemAsync(other));
    }

    [Fact]
    public async Task A_key_is_refused_for_another_wave_and_for_a_run_but_not_for_another_caller()
    {
        using var client = await service.ClientAsync(AccessScope.Upload | AccessScope.Operate);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "same");
        using var form = ServiceRun.Form(Csv("同じ名前の依頼"), year: "R1");
        using var first = await client.PostAsync(Uploads, form);
        using var elsewhere = ServiceRun.Form(Csv("同じ名前の依頼"), year: "R3");
        using var otherWave = await client.PostAsync(Uploads, elsewhere);
        using var run = await client.PostAsync(new Uri("/api/runs", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        foreach (var refused in new[] { otherWave, run })
            Assert.Equal((422, "SC-H051"), ((await ServiceRun.ProblemAsync(refused)).Status, (await ServiceRun.ProblemAsync(refused)).Code));

        using var stranger = await service.ClientAsync(AccessScope.Upload);
        stranger.DefaultRequestHeaders.Add("Idempotency-Key", "same");
        using var another = ServiceRun.Form(Csv("別の人の依頼"), year: "R3");
        using var taken = await stranger.PostAsync(Uploads, another);
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
    }

    [Fact]
    public async Task Two_files_for_one_wave_at_once_are_both_taken_in_order_and_the_later_one_counts()
    {
        using var client = await service.ClientAsync(AccessScope.Upload);
        var whole = ServiceRun.DemoFile("令和元年度");
        var lines = Encoding.Latin1.GetString(whole).TrimEnd('\n').Split('\n'); // byte by byte, whatever its encoding
        var part = Encoding.Latin1.GetBytes(string.Join('\n', lines[..^100]) + "\n");
        var ids = await Task.WhenAll(new[] { whole, part }.Select(async file =>
        {
            using var form = ServiceRun.Form(file, year: "R1");
            using var answer = await client.PostAsync(Uploads, form);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetInt64();
        }));
        Assert.NotEqual(ids[0], ids[1]);
        var runs = new[] { await service.EndOfAsync(ids[0]), await service.EndOfAsync(ids[1]) };
        Assert.All(runs, run => Assert.Equal(RunState.Succeeded, run.State));
        Assert.Equal(100, runs[0].Report!.RowsIn - runs[1].Report!.RowsIn);
        var (earlier, later) = (runs.MinBy(r => r.Id)!, runs.MaxBy(r => r.Id)!);
        Assert.True(earlier.FinishedAt <= later.StartedAt);
        var current = (await service.Store.GetWavesAsync(CancellationToken.None)).Single(w => w.Wave == later.Request.Wave);
        Assert.Equal(later.Request.File!.Sha256, current.Upload.Sha256);
    }

    [Fact]
    public async Task A_malformed_idempotency_key_is_refused()
    {
        using var client = await service.ClientAsync(AccessScope.Upload);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Idempotency-Key", new string('a', 101));
        using var form = ServiceRun.Form(Csv("x"));
        using var answer = await client.PostAsync(Uploads, form);
        Assert.Equal((400, "SC-H050", "Idempotency-Keyが正しくありません: 1文字から100文字までの英数字と記号にしてください(例: UUID)。"), await ServiceRun.ProblemAsync(answer));
    }

    [Fact]
    public async Task An_unknown_upload_is_answered_with_404()
    {
        using var client = await service.ClientAsync(AccessScope.Upload);
        using var answer = await client.GetAsync(new Uri("/api/uploads/999999", UriKind.Relative));
        Assert.Equal((404, "SC-H041", "その受付はありません: 受付番号 999999 はありません。受付のときの Location を確かめてください。"), await ServiceRun.ProblemAsync(answer));
    }

    private async Task<int> RunsAsync() => (await service.Ledger.GetRunsAsync(1000, null, CancellationToken.None)).Count;

    private string[] Parts() => Directory.Exists(service.Staging) ? Directory.GetFiles(service.Staging, "*.part").Where(f => !Path.GetFileName(f).Contains('-', StringComparison.Ordinal)).ToArray() : [];
}
