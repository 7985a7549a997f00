using System.Security.Cryptography;
using System.Text;

namespace SurveyCalc.Worker.Webhooks;

/// <summary>Signature of a message (署名).</summary>
/// <remarks>Source: Standard Webhooks 1.0.0, symmetric signatures.</remarks>
internal static class WebhookSignature
{
    /// <summary>Value of the header <c>webhook-signature</c>: <c>v1,</c> and base64 of HMAC-SHA256, one for each key.</summary>
    /// <param name="id">Value of <c>webhook-id</c>.</param>
    /// <param name="timestamp">Value of <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="body">Bytes of the request's body.</param>
    /// <param name="keys">At least one.</param>
    public static string Of(string id, string timestamp, ReadOnlySpan<byte> body, IReadOnlyList<byte[]> keys)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return string.Join(' ', keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed))));
    }
}
