using System.Net.Sockets;
using System.Security.Authentication;
using MQTTnet;
using MQTTnet.Exceptions;

namespace WorldModel.Twins;

/// <summary>Says why a broker cannot be reached and what to do about it.</summary>
internal static class MqttProblem
{
    internal static MqttUnreachableException Unreachable(MqttAddress address, MqttOptions options, Exception cause) =>
        new($"the MQTT broker at {address} cannot be reached: {Reason(address, options, cause)}", cause);

    internal static MqttUnreachableException Refused(MqttAddress address, MqttClientConnectResultCode code) => new(
        $"the MQTT broker at {address} refused the connection ({code}): {(address.User is null ? "write the user it knows into the address, mqtt://user:password@host" : $"check the name '{address.User}' and its password")}");

    internal static MqttUnreachableException GaveUp(MqttOptions options, Exception last) =>
        new($"{last.Message} (gave up after {options.Patience:g4} s)", last);

    private static string Reason(MqttAddress address, MqttOptions options, Exception cause) => Innermost(cause) switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            "nothing listens there; start the broker (in a notebook: MqttBroker.StartAsync()) or check the port",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => $"nobody knows a host '{address.Host}'; check its name",
        OperationCanceledException or MqttCommunicationTimedOutException or TimeoutException =>
            $"no answer within {options.Timeout:g4} s; check host and port, whether it is an MQTT broker at all, and whether it wants {(address.IsEncrypted ? "mqtt" : "mqtts")}:// instead",
        AuthenticationException tls => $"no encrypted connection ({tls.Message}); check its certificate, and whether it is encrypted at all",
        var other => $"{other.Message}; check that it is an MQTT broker and whether it wants {(address.IsEncrypted ? "mqtt" : "mqtts")}:// instead",
    };

    private static Exception Innermost(Exception e) => e.InnerException is { } inner and not System.ComponentModel.Win32Exception { NativeErrorCode: 0 } ? Innermost(inner) : e;
}
