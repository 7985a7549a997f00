using System.Text;
using SurveyCalc.Worker.Webhooks;

namespace SurveyCalc.Tests.Webhooks;

/// <summary>Signatures are those that Standard Webhooks defines, so that any of its libraries verifies them.</summary>
public sealed class WebhookSignatureTests
{
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek", Timestamp = "1614265330", Body = "{\"test\": 2432232314}";
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void The_published_example_is_reproduced() =>
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", Sign(Secret));

    [Fact]
    public void The_reference_verifier_accepts_what_is_signed() => Assert.True(Accepts(Sign(Secret)));

    [Fact]
    public void An_altered_body_is_rejected() => Assert.False(Accepts(Sign(Secret), body: Body.Replace('4', '5')));

    [Fact]
    public void Another_id_is_rejected() => Assert.False(Accepts(Sign(Secret), id: Id + "2"));

    [Fact]
    public void An_altered_timestamp_is_rejected() => Assert.False(Accepts(Sign(Secret), timestamp: "1614265331"));

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void An_old_or_future_timestamp_is_rejected(int secondsLater, bool isAccepted) =>
        Assert.Equal(isAccepted, Accepts(Sign(Secret), now: Sent.AddSeconds(secondsLater)));

    [Fact]
    public void A_wrong_key_is_rejected() => Assert.False(Accepts(Sign("whsec_" + Convert.ToBase64String(new byte[24]))));

    [Fact]
    public void While_a_key_is_changed_the_old_and_the_new_both_verify()
    {
        var other = "whsec_" + Convert.ToBase64String(new byte[32]);
        var signatures = WebhookSignature.Of(Id, Timestamp, Encoding.UTF8.GetBytes(Body), [Key(Secret), Key(other)]);
        Assert.True(Accepts(signatures));
        Assert.True(Accepts(signatures, secret: other));
        Assert.False(Accepts(signatures, secret: "whsec_" + Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)])));
    }

    private static byte[] Key(string secret)
    {
        Assert.Null(WebhookSecret.Read(secret, out var key));
        return key;
    }

    private static string Sign(string secret) => WebhookSignature.Of(Id, Timestamp, Encoding.UTF8.GetBytes(Body), [Key(secret)]);

    private static bool Accepts(
        string signatures, string secret = Secret, string id = Id, string timestamp = Timestamp, string body = Body, DateTimeOffset? now = null) =>
        ReferenceVerifier.Accepts(secret, id, timestamp, signatures, Encoding.UTF8.GetBytes(body), now ?? Sent);
}
