namespace WorldModel.Twins;

/// <summary>Where an MQTT broker is and who asks.</summary>
internal sealed record MqttAddress(string Host, int Port, bool IsEncrypted)
{
    private const string Example = "write mqtt://host:1883, mqtts://host:8883 for an encrypted connection, and mqtt://user:password@host where the broker wants a name";

    internal string? User { get; init; }

    internal string? Password { get; init; }

    /// <summary>The address without the password.</summary>
    public override string ToString() =>
        $"{(IsEncrypted ? "mqtts" : "mqtt")}://{(User is null ? "" : $"{Uri.EscapeDataString(User)}@")}{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}";

    /// <exception cref="ArgumentException">This is no address of a broker.</exception>
    internal static MqttAddress Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("mqtt" or "mqtts") || uri.Host.Length == 0 || uri.PathAndQuery.Trim('/').Length > 0)
        {
            var shown = uri is { UserInfo.Length: > 0 } ? url.Replace($"{uri.UserInfo}@", "", StringComparison.Ordinal) : url;
            throw new ArgumentException($"'{shown}' is no address of an MQTT broker: {Example}", nameof(url));
        }

        var isEncrypted = uri.Scheme == "mqtts";
        string[] asking = [.. uri.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString)];
        return new(uri.DnsSafeHost, uri.Port > 0 ? uri.Port : isEncrypted ? 8883 : 1883, isEncrypted)
        {
            User = asking[0].Length > 0 ? asking[0] : null,
            Password = asking.Length > 1 ? asking[1] : null,
        };
    }
}
