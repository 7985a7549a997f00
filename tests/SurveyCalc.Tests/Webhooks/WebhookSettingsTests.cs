using SurveyCalc.Indicators;
using SurveyCalc.Tests.Scenarios;
using SurveyCalc.Worker;
using SurveyCalc.Worker.Webhooks;

namespace SurveyCalc.Tests.Webhooks;

/// <summary>Settings are refused at start, all mistakes together, each with its key and remedy.</summary>
public sealed class WebhookSettingsTests
{
    private const string NotASecret =
        "署名の鍵として読めません。「whsec_」に続けて24~64バイトの乱数をbase64で書いてください。作り方の例: echo whsec_$(openssl rand -base64 32)";

    private static WebhookOptions Good(string name = "会計") => new() { Name = name, Url = "https://hooks.example.jp/a?b=c", Secret = Consumer.Secret };

    private static SurveyCalcOptions Options(params WebhookOptions[] webhooks)
    {
        var options = new SurveyCalcOptions { WebhookHosts = { "hooks.example.jp" } };
        foreach (var webhook in webhooks) options.Webhooks.Add(webhook);
        return options;
    }

    [Fact]
    public void Settings_without_destinations_are_well() => Assert.Empty(WebhookSettings.Check(new SurveyCalcOptions()));

    [Fact]
    public void Good_settings_become_destinations()
    {
        var second = Good("財政");
        second.PreviousSecret = "whsec_" + Convert.ToBase64String(new byte[24]);
        var found = WebhookSettings.Destinations(Options(Good(), second));
        Assert.Equal(["会計", "財政"], found.Select(d => d.Name));
        Assert.Equal([1, 2], found.Select(d => d.Keys.Count));
        Assert.Equal(new byte[24], found[1].Keys[1]);
    }

    [Fact]
    public void All_mistakes_are_told_together()
    {
        var options = Options(
            Good(), Good(), new WebhookOptions(), new WebhookOptions { Name = "a", Url = "ftp://hooks.example.jp/", Secret = "secret" },
            new WebhookOptions { Name = "b", Url = "https://user:pass@hooks.example.jp/", Secret = "whsec_AAAA" },
            new WebhookOptions { Name = "c", Url = "https://other.example.jp:8443/token", Secret = Consumer.Secret, PreviousSecret = "x" });
        options.WebhookAttempts = 0;
        options.WebhookHosts.Add("https://a.example.jp/");
        var expected = new[]
        {
            "設定 WebhookAttempts: 送る回数は1~1000にしてください。",
            "設定 WebhookHosts:1: 許可するホストとして読めません。ホスト か ホスト:ポート(例: hooks.example.jp、10.0.0.5:8443)を書いてください。URLや * は書けません。",
            "設定 Webhooks:1:Name: 名前「会計」がほかの配信先と重なっています。別の名前にしてください。",
            "設定 Webhooks:2:Name: 配信先の名前がありません。会計システム のような、ほかと重ならない名前を書いてください。",
            "設定 Webhooks:2:Url: URLとして読めません。https://ホスト/パス のように書いてください。",
            "設定 Webhooks:2:Secret: 署名の鍵がありません。「whsec_」に続けて24~64バイトの乱数をbase64で書くか、env:変数名 か file:パス で置き場所を書いてください。作り方の例: echo whsec_$(openssl rand -base64 32)",
            "設定 Webhooks:3:Url: http か https のURLではありません。https://ホスト/パス のように書いてください。",
            $"設定 Webhooks:3:Secret: {NotASecret}",
            "設定 Webhooks:4:Url: URLに利用者名やパスワードは書けません。@ までを消してください(送り主は署名で確かめられます)。",
            $"設定 Webhooks:4:Secret: {NotASecret}",
            "設定 Webhooks:5:Url: ホスト「other.example.jp:8443」は許可の一覧にありません。送ってよい相手なら WebhookHosts に「other.example.jp:8443」を加えてください。",
            $"設定 Webhooks:5:PreviousSecret: {NotASecret}",
        };
        Assert.Equal(expected, WebhookSettings.Check(options));
        Assert.Equal(string.Join('\n', expected), Assert.Throws<OperatorException>(() => WebhookSettings.Destinations(options)).Message);
    }

    [Fact]
    public void A_key_may_be_kept_in_a_file()
    {
        using var run = new CommandRun();
        var webhook = Good();
        webhook.Secret = "file:" + run.Write("key", Consumer.Secret + "\n");
        Assert.Equal(32, Assert.Single(WebhookSettings.Destinations(Options(webhook))).Keys[0].Length);
        webhook.Secret = $"file:{run.PathOf("missing")}";
        Assert.Equal(
            [$"設定 Webhooks:0:Secret: 署名の鍵のファイル「{run.PathOf("missing")}」を読めません。場所と権限を確かめてください。"], WebhookSettings.Check(Options(webhook)));
    }

    [Fact]
    public void A_key_may_be_kept_in_a_variable()
    {
        var name = $"WEBHOOK_KEY_{Guid.NewGuid():N}"; // no setting of ours: services of other tests inherit it
        var webhook = Good();
        webhook.Secret = $"env:{name}";
        Assert.Equal([$"設定 Webhooks:0:Secret: 環境変数「{name}」がないか空です。署名の鍵を設定してください。"], WebhookSettings.Check(Options(webhook)));
        Environment.SetEnvironmentVariable(name, Consumer.Secret);
        Assert.Empty(WebhookSettings.Check(Options(webhook)));
        Environment.SetEnvironmentVariable(name, null);
    }
}
