using WorldModel.Twins;

namespace WorldModel.Tests.Twins.Streams;

public sealed class MqttAddressTests
{
    [Theory]
    [InlineData("mqtt://localhost", "localhost", 1883, false, null, null)]
    [InlineData("mqtt://localhost:99/", "localhost", 99, false, null, null)]
    [InlineData("mqtts://broker.example.org", "broker.example.org", 8883, true, null, null)]
    [InlineData("MQTT://ann:secret@10.0.0.1:1", "10.0.0.1", 1, false, "ann", "secret")]
    [InlineData("mqtts://a%40b:p%3Aq%2Fr@host", "host", 8883, true, "a@b", "p:q/r")]
    [InlineData("mqtt://ann@host", "host", 1883, false, "ann", null)]
    [InlineData("mqtt://[::1]:7", "::1", 7, false, null, null)]
    public void An_address_is_read(string url, string host, int port, bool isEncrypted, string? user, string? password)
    {
        var address = MqttAddress.Parse(url);
        Assert.Equal((host, port, isEncrypted, user, password), (address.Host, address.Port, address.IsEncrypted, address.User, address.Password));
        Assert.Equal(address with { Password = null }, MqttAddress.Parse(address.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost:1883")]
    [InlineData("http://localhost")]
    [InlineData("mqtt://")]
    [InlineData("mqtt://host:port")]
    [InlineData("mqtt://host/topic")]
    public void What_is_no_address_is_shown_with_an_example(string url)
    {
        var message = Assert.Throws<ArgumentException>(() => MqttAddress.Parse(url)).Message;
        Assert.Contains($"'{url}'", message, StringComparison.Ordinal);
        Assert.Contains("mqtt://host:1883", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_never_shown()
    {
        Assert.Equal("mqtts://ann@host:8883", MqttAddress.Parse("mqtts://ann:secret@host").ToString());
        Assert.DoesNotContain("secret", Assert.Throws<ArgumentException>(() => MqttAddress.Parse("mqtt://ann:secret@host/topic")).Message, StringComparison.Ordinal);
    }
}
