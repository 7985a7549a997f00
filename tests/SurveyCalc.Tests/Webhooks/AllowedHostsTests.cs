using System.Net;
using SurveyCalc.Worker.Webhooks;

namespace SurveyCalc.Tests.Webhooks;

/// <summary>A message goes to the hosts that are listed, and to no other.</summary>
public sealed class AllowedHostsTests
{
    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData("hooks.example.jp", "https://hooks.example.jp/a", true)]
    [InlineData("hooks.example.jp", "http://HOOKS.example.jp/a", true)]
    [InlineData("hooks.example.jp", "https://hooks.example.jp:8443/a", false)]
    [InlineData("hooks.example.jp:8443", "https://hooks.example.jp:8443/a", true)]
    [InlineData("hooks.example.jp:8443", "https://hooks.example.jp/a", false)]
    [InlineData("example.jp", "https://hooks.example.jp/a", false)]
    [InlineData("hooks.example.jp", "https://hooks.example.jp.evil.example/a", false)]
    [InlineData("10.0.0.5", "http://10.0.0.5/a", true)]
    [InlineData("10.0.0.5", "http://10.0.0.50/a", false)]
    [InlineData("10.0.0.5", "http://167772165/a", true)] // the same address written as one number
    [InlineData("[fd00::5]:8080", "http://[fd00:0::5]:8080/a", true)]
    [InlineData("市役所.example.jp", "http://xn--7sto6a74d.example.jp/a", true)]
    public void A_listed_host_is_allowed_at_its_port(string entry, string url, bool isAllowed) =>
        Assert.Equal(isAllowed, AllowedHosts.Of([entry]).Allows(new Uri(url)));

    [Theory]
    [InlineData("")]
    [InlineData("https://hooks.example.jp")]
    [InlineData("hooks.example.jp/path")]
    [InlineData("user@hooks.example.jp")]
    [InlineData("*.example.jp")]
    [InlineData("hooks.example.jp:0")]
    [InlineData("hooks.example.jp:70000")]
    [InlineData("hooks.example.jp:")]
    [InlineData("fd00::5")]
    public void What_is_no_host_is_not_read(string entry)
    {
        Assert.False(AllowedHosts.CanRead(entry));
        Assert.False(AllowedHosts.Of([entry]).Allows(new Uri("https://hooks.example.jp/")));
    }

    [Theory]
    [InlineData("10.0.0.5", true)]
    [InlineData("192.168.1.9", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("203.0.113.9", true)]
    [InlineData("fd00::5", true)]
    [InlineData("169.254.169.254", false)]
    [InlineData("169.254.0.1", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("ff02::1", false)]
    public void A_name_may_stand_for_a_private_address_but_not_for_a_link_local_one(string address, bool may) =>
        Assert.Equal(may, AllowedHosts.MayStandFor(IPAddress.Parse(address)));

    [Fact]
    public async Task A_host_that_is_no_longer_listed_is_not_connected_to()
    {
        await using var outbox = await Outbox.CreateAsync(1);
        await using var consumer = await Consumer.StartAsync();
        var destination = Outbox.To(consumer.Url);
        using var worker = outbox.Worker(destination, hosts: AllowedHosts.Of(["127.0.0.1"]));
        Assert.True(await worker.DeliverNextAsync(destination, None));
        Assert.Equal(
            $"ホスト「{consumer.Url.Authority}」は許可の一覧にありません。送ってよい相手なら WebhookHosts に「{consumer.Url.Authority}」を加えてください。",
            (await outbox.StatusAsync())!.LastError);
        Assert.Empty(consumer.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1", "")]
    [InlineData("169.254.169.254", "ホストの名前が、送ってはならないアドレス(リンクローカルなど)を指しています。")]
    public async Task A_listed_name_is_connected_to_where_it_points_unless_that_is_link_local(string address, string error)
    {
        await using var outbox = await Outbox.CreateAsync(1);
        await using var consumer = await Consumer.StartAsync();
        var destination = Outbox.To(new Uri($"http://hooks.example.jp:{consumer.Url.Port}/hook"));
        using var worker = outbox.Worker(destination, resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]));
        Assert.True(await worker.DeliverNextAsync(destination, None));
        Assert.Equal(error, (await outbox.StatusAsync())!.LastError);
        Assert.Equal(error.Length == 0 ? 1 : 0, consumer.Requests.Count);
    }
}
