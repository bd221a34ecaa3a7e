using System.Buffers;
using System.Globalization;

namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>Takes a URI apart as Java's <c>java.net.URI</c> does: RFC 2396 with a few liberties. Null when it is not one.</summary>
internal static class UriParser
{
    public static UriParts? TryParse(string text)
    {
        var hash = text.IndexOf('#');
        var fragment = hash < 0 ? null : text[(hash + 1)..];
        var rest = hash < 0 ? text : text[..hash];
        if (fragment is not null && !Only(fragment, UriCharacters.Any))
        {
            return null;
        }

        var colon = rest.IndexOf(':');
        var scheme = colon >= 0 && rest.AsSpan(0, colon).IndexOfAny("/?") < 0 ? rest[..colon] : null;
        if (scheme is null)
        {
            return Hierarchical(null, rest, hash >= 0) is { } relative ? relative with { Fragment = fragment } : null;
        }

        if (scheme.Length == 0 || !char.IsAsciiLetter(scheme[0]) || scheme.AsSpan().ContainsAnyExcept(UriCharacters.Scheme))
        {
            return null;
        }

        var specific = rest[(colon + 1)..];
        if (!specific.StartsWith('/'))
        {
            return specific.Length > 0 && Only(specific, UriCharacters.Any) ? new UriParts(scheme, null, null, null, null, null, fragment) : null;
        }

        return Hierarchical(scheme, specific, hash >= 0) is { } parts ? parts with { Fragment = fragment } : null;
    }

    private static UriParts? Hierarchical(string? scheme, string text, bool continues)
    {
        var parts = new UriParts(scheme, null, null, null, null, null, null);
        var at = 0;
        if (text.StartsWith("//", StringComparison.Ordinal))
        {
            var end = text.AsSpan(2).IndexOfAny('/', '?');
            end = end < 0 ? text.Length : end + 2;
            if (end > 2)
            {
                if (Authority(parts, text[2..end]) is not { } known)
                {
                    return null;
                }

                parts = known;
            }
            else if (end == text.Length && !continues)
            {
                return null;
            }

            at = end;
        }

        var question = text.IndexOf('?', at);
        var path = question < 0 ? text[at..] : text[at..question];
        var query = question < 0 ? null : text[(question + 1)..];
        return Only(path, UriCharacters.Path) && (query is null || Only(query, UriCharacters.Any)) ? parts with { Path = path, Query = query } : null;
    }

    private static UriParts? Authority(UriParts parts, string text)
    {
        var server = UriCharacters.FirstOther(text, text.IndexOf(']') > 0 ? UriCharacters.ServerWithPercent : UriCharacters.Server);
        var registry = UriCharacters.FirstOther(text, UriCharacters.Registry);

        // A malformed escape is an error wherever it stands, but in the brackets of an address.
        if (registry < 0 && !(text.Contains(']') && server == text.Length))
        {
            return null;
        }

        if (server == text.Length && ServerParts(parts, text) is { } found)
        {
            return found with { Authority = text };
        }

        return registry == text.Length ? parts with { Authority = text } : null;
    }

    private static UriParts? ServerParts(UriParts parts, string text)
    {
        var sign = text.IndexOf('@');
        var user = sign < 0 ? null : text[..sign];
        if (user is not null && !Only(user, UriCharacters.UserInfo))
        {
            return null;
        }

        var rest = text[(sign + 1)..];
        var end = HostEnd(rest);
        if (end < 0)
        {
            return null;
        }

        var port = rest[end..];
        return port.Length == 0 || (port[0] == ':' && IsPort(port.AsSpan(1)))
            ? parts with { UserInfo = user, Host = rest[..end] }
            : null;
    }

    private static bool IsPort(ReadOnlySpan<char> port) =>
        port.IsEmpty || (!port.ContainsAnyExceptInRange('0', '9') && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private static int HostEnd(string text)
    {
        if (text.StartsWith('['))
        {
            var close = text.IndexOf(']');
            return close > 1 && IsAddress(text[1..close]) ? close + 1 : -1;
        }

        var end = text.IndexOf(':');
        end = end < 0 ? text.Length : end;
        var host = text[..end];
        return IsDottedBytes(host) || IsHostName(host) ? end : -1;
    }

    private static bool IsAddress(string text)
    {
        var percent = text.IndexOf('%');
        var address = percent < 0 ? text : text[..percent];
        return percent != text.Length - 1 && address.All(c => char.IsAsciiHexDigit(c) || c is ':' or '.')
            && System.Net.IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;
    }

    private static bool IsDottedBytes(string host) =>
        host.Split('.') is { Length: 4 } bytes
        && bytes.All(b => b.Length is > 0 and <= 3 && b.All(char.IsAsciiDigit) && int.Parse(b, CultureInfo.InvariantCulture) <= byte.MaxValue);

    // Labels of letters, digits and inner dashes; the last of several begins with a letter; a dot may close the name.
    private static bool IsHostName(string host)
    {
        var labels = (host.EndsWith('.') ? host[..^1] : host).Split('.');
        return labels.All(l => l.Length > 0 && l.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && l[0] != '-' && l[^1] != '-')
            && (labels.Length == 1 || char.IsAsciiLetter(labels[^1][0]));
    }

    private static bool Only(ReadOnlySpan<char> text, SearchValues<char> allowed) => UriCharacters.FirstOther(text, allowed) == text.Length;
}
