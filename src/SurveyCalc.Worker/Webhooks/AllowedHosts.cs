using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace SurveyCalc.Worker.Webhooks;

/// <summary>
/// Where messages may be sent (許可の一覧): hosts by name or address, each with a port, or without one for 80 and 443. A
/// listed name may stand for a private address; link-local ones, where clouds keep their metadata, must be listed literally.
/// </summary>
internal sealed partial class AllowedHosts
{
    private static readonly IPAddress MetadataOverIpV6 = IPAddress.Parse("fd00:ec2::254");

    private readonly HashSet<(string Host, int Port)> entries;

    private AllowedHosts(IEnumerable<(string Host, int Port)> entries) => this.entries = [.. entries];

    /// <summary>Entries that can be read; the others allow nothing.</summary>
    public static AllowedHosts Of(IEnumerable<string> entries) => new(entries.SelectMany(Read));

    /// <summary>Whether an entry is <c>host</c> or <c>host:port</c>.</summary>
    public static bool CanRead(string entry) => Read(entry).Length > 0;

    /// <summary>Whether this host at this port is listed.</summary>
    public bool Allows(string host, int port) => entries.Contains((host.ToLowerInvariant(), port));

    /// <inheritdoc cref="Allows(string, int)"/>
    public bool Allows(Uri url) => Allows(url.IdnHost, url.Port);

    /// <summary>Whether a name may stand for this address.</summary>
    public static bool MayStandFor(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) || address.Equals(IPAddress.Broadcast)) return false;
        if (address.AddressFamily is AddressFamily.InterNetworkV6)
            return !address.IsIPv6LinkLocal && !address.IsIPv6Multicast && !address.Equals(MetadataOverIpV6);
        var bytes = address.GetAddressBytes();
        return bytes is not [169, 254, ..] and not [>= 224 and < 240, ..];
    }

    private static (string Host, int Port)[] Read(string entry)
    {
        var match = Entry().Match(entry.Trim());
        if (!match.Success || !Uri.TryCreate($"http://{match.Groups["host"].Value}/", UriKind.Absolute, out var url)) return [];
        var host = url.IdnHost.ToLowerInvariant();
        if (!match.Groups["port"].Success) return [(host, 80), (host, 443)];
        return int.TryParse(match.Groups["port"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue
            ? [(host, port)]
            : [];
    }

    [GeneratedRegex(@"^(?<host>\[[0-9A-Fa-f:.]+\]|[^\s:/@?#*\\\[\]]+)(:(?<port>[0-9]{1,5}))?$")]
    private static partial Regex Entry();
}
