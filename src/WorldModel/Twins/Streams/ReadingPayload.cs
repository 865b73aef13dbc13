using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorldModel.Twins;

/// <summary>
/// A reading as the small JSON text that travels over MQTT:
/// <c>{"time":1.25,"placement":"apple 1","position":[2,3,4.5]}</c>, time in s and position in m in the parent's frame,
/// with <c>"orientation":[x,y,z,w]</c> (a unit quaternion) where it is known and <c>"arrival":1.3</c> where it is not the
/// time itself. Numbers that are not finite are the texts "NaN", "Infinity" and "-Infinity". Other members are ignored.
/// </summary>
public static class ReadingPayload
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The reading as UTF-8 text.</summary>
    public static byte[] Write(Reading reading)
    {
        var (p, q) = (reading.Position, reading.Orientation);
        return JsonSerializer.SerializeToUtf8Bytes(
            new Wire
            {
                Time = reading.Time,
                Placement = reading.Placement,
                Position = [p.X, p.Y, p.Z],
                Orientation = q is { } turn ? [turn.X, turn.Y, turn.Z, turn.W] : null,
                Arrival = reading.Arrival.Equals(reading.Time) ? null : reading.Arrival,
            },
            Options);
    }

    /// <summary>Reads what <see cref="Write"/> writes. Never throws, whatever the bytes are.</summary>
    /// <param name="payload">UTF-8 text.</param>
    /// <param name="reading">The reading, when there is one.</param>
    /// <param name="problem">Else what is wrong with the text.</param>
    /// <returns>Whether it is a reading.</returns>
    public static bool TryRead(ReadOnlySpan<byte> payload, out Reading reading, out string problem)
    {
        (reading, problem) = (new(0, "", default), "");
        try
        {
            var wire = JsonSerializer.Deserialize<Wire>(payload, Options);
            problem = wire is null ? "it says null" : Problem(wire);
            reading = problem.Length == 0 ? Read(wire!) : reading;
        }
        catch (JsonException e)
        {
            problem = e.Message;
        }

        return problem.Length == 0;
    }

    private static string Problem(Wire wire) => wire switch
    {
        { Time: null } => "it has no time",
        { Placement: null } => "it has no placement",
        { Position: null } => "it has no position",
        { Position.Length: not 3 } => $"a position has 3 numbers, and here are {wire.Position.Length}",
        { Orientation: { Length: not 4 } } => $"an orientation has 4 numbers, and here are {wire.Orientation.Length}",
        _ => "",
    };

    private static Reading Read(Wire wire) => new(wire.Time!.Value, wire.Placement!, new(wire.Position!))
    {
        Orientation = wire.Orientation is [var x, var y, var z, var w] ? new Quaternion(x, y, z, w) : null,
        Arrival = wire.Arrival ?? wire.Time.Value,
    };

    private sealed record Wire
    {
        public double? Time { get; init; }

        public string? Placement { get; init; }

        public float[]? Position { get; init; }

        public float[]? Orientation { get; init; }

        public double? Arrival { get; init; }
    }
}
