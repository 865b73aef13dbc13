using System.Text;
using System.Text.Json;
using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Execution.Host;
using WorldModel.Notebooks.Execution.Protocol;

namespace WorldModel.Notebooks.Tests.Execution;

public sealed class CellSessionTests : IDisposable
{
    private readonly MemoryStream _sent = new();
    private readonly MessageChannel _channel;
    private readonly CellSession _session;

    public CellSessionTests()
    {
        _channel = new MessageChannel(_sent);
        _session = new CellSession(_channel);
    }

    public void Dispose() => _channel.Dispose();

    [Fact]
    public void Values_beyond_the_limit_are_left_out_and_said_so()
    {
        var half = new string('x', (CellLimits.Data / 2) + 1);
        _session.Show(new() { ["text/html"] = half }, isResult: false);
        _session.Show(new() { ["text/html"] = half }, isResult: true);
        var shown = Messages().Cast<Shown>().ToArray();
        Assert.Equal(half, shown[0].Data["text/html"]);
        Assert.Equal(["text/plain"], shown[1].Data.Keys);
        Assert.Contains("left out", shown[1].Data["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_cell_has_its_whole_room_again()
    {
        var line = new string('x', CellLimits.Text);
        _session.Print("stdout", line);
        _session.Begin();
        _session.Print("stdout", line);
        _session.End();
        Assert.Equal([line, line], Messages().Cast<Printed>().Select(printed => printed.Text));
    }

    [Fact]
    public void A_console_in_small_pieces_arrives_whole_and_in_order()
    {
        var writer = new CapturingWriter(_session, "stdout");
        for (var i = 0; i < 3000; i++)
        {
            writer.Write(i);
            writer.Write(' ');
        }

        writer.WriteLine("end");
        Assert.Equal(string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i} ")) + "end\n", string.Concat(Messages().Cast<Printed>().Select(printed => printed.Text)));
    }

    private IEnumerable<Message> Messages() => Encoding.UTF8.GetString(_sent.ToArray())
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonSerializer.Deserialize<Message>(line)!);
}
