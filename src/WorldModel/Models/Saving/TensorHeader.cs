using System.Text.Json;

namespace WorldModel.Models;

/// <summary>The header of a safetensors file.</summary>
internal sealed class TensorHeader
{
    private const string TextsKey = "__metadata__";
    private const string Damaged = "The file is damaged: copy or save it again";

    private TensorHeader(JsonElement root)
    {
        foreach (var member in root.EnumerateObject())
        {
            if (member.NameEquals(TextsKey))
            {
                Texts = member.Value.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString() ?? throw Wrong($"the text '{text.Name}' is null"));
            }
            else
            {
                Entries.Add(Entry(member.Name, member.Value));
            }
        }
    }

    internal IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>();

    internal List<TensorEntry> Entries { get; } = [];

    /// <exception cref="InvalidDataException">It is no JSON, or not what the format asks for.</exception>
    internal static TensorHeader Parse(ReadOnlyMemory<byte> header)
    {
        try
        {
            using var json = JsonDocument.Parse(header, new() { AllowDuplicateProperties = false, MaxDepth = 8 });
            return new(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException($"its header is not what the safetensors format asks for ({e.Message}). {Damaged}", e);
        }
    }

    /// <summary>Requires that the tensors fill the bytes after the header: no two share a byte, and none belongs to nobody.</summary>
    internal void RequireWhole(long bytes)
    {
        var end = 0L;
        foreach (var entry in Entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            if (entry.Begin != end)
            {
                throw Wrong($"tensor '{entry.Name}' begins at byte {entry.Begin} and the one before it ends at {end}: they {(entry.Begin < end ? "overlap" : "leave a gap")}");
            }

            end = entry.End;
        }

        if (end != bytes)
        {
            throw Wrong(end > bytes ? $"its tensors need {end} bytes and {bytes} are left: it was cut short" : $"{bytes - end} bytes after its tensors belong to nothing");
        }
    }

    private static TensorEntry Entry(string name, JsonElement value)
    {
        var (named, shape, offsets) = (value.GetProperty("dtype").GetString() ?? "", Numbers(value, "shape"), Numbers(value, "data_offsets"));
        var (type, size) = TensorTypes.Find(named) ?? throw new InvalidDataException($"tensor '{name}' is of type '{named}', which this library does not hold: convert it to F32");
        return offsets.Length == 2 && Math.BigMul((ulong)Length(name, shape), (ulong)size) == (UInt128)Math.Max(0, offsets[1] - offsets[0]) && value.EnumerateObject().Count() == 3
            ? new(name, type, shape, offsets[0], offsets[1])
            : throw Wrong($"tensor '{name}' of {named} [{string.Join(", ", shape)}] cannot lie at bytes [{string.Join(", ", offsets)}]");
    }

    private static long Length(string name, long[] shape)
    {
        var product = shape.Aggregate((UInt128)1, (product, side) => product > long.MaxValue ? product : product * (ulong)side);
        return product <= long.MaxValue ? (long)product : throw Wrong($"tensor '{name}' would hold more numbers than there can be");
    }

    private static long[] Numbers(JsonElement value, string key)
    {
        long[] numbers = [.. value.GetProperty(key).EnumerateArray().Select(number => number.GetInt64())];
        return numbers.All(number => number >= 0) ? numbers : throw Wrong($"a number of '{key}' is negative");
    }

    private static InvalidDataException Wrong(string problem) => new($"{problem}. {Damaged}");
}
