using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace WorldModel.Models;

/// <summary>Writes safetensors files. The same content always gives the same bytes.</summary>
internal static class TensorFileWriter
{
    /// <summary>Header and numbers start at multiples of this, so that a reader may map the file into memory.</summary>
    private const int Alignment = 8;

    /// <summary>Writes a file that is there as a whole or not at all.</summary>
    internal static void Write(string path, IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, Tensor> tensors) =>
        WholeFile.Write(path, Bytes(texts, tensors));

    internal static byte[] Bytes(IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, Tensor> tensors)
    {
        // Wide numbers first: then each tensor begins at a multiple of its number's size.
        var ordered = tensors.OrderByDescending(pair => TensorTypes.BytesOf(pair.Value.dtype)).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var header = Header(texts, ordered);
        var numbers = TensorFile.LengthBytes + ((header.Length + Alignment - 1) / Alignment * Alignment);
        var file = new byte[checked(numbers + (int)ordered.Sum(pair => Size(pair.Value)))];
        file.AsSpan(TensorFile.LengthBytes, numbers - TensorFile.LengthBytes).Fill((byte)' ');
        BinaryPrimitives.WriteInt64LittleEndian(file, numbers - TensorFile.LengthBytes);
        header.CopyTo(file.AsSpan(TensorFile.LengthBytes));
        foreach (var (_, tensor) in ordered)
        {
            numbers += Copy(tensor, file.AsSpan(numbers));
        }

        return file;
    }

    private static ReadOnlySpan<byte> Header(IReadOnlyDictionary<string, string> texts, List<KeyValuePair<string, Tensor>> tensors)
    {
        ArrayBufferWriter<byte> header = new();
        using Utf8JsonWriter json = new(header);
        json.WriteStartObject();
        json.WritePropertyName("__metadata__");
        JsonSerializer.Serialize(json, new SortedDictionary<string, string>(texts.ToDictionary(), StringComparer.Ordinal));
        var begin = 0L;
        foreach (var (name, tensor) in tensors)
        {
            var end = begin + Size(tensor);
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, new { dtype = TensorTypes.NameOf(tensor.dtype), tensor.shape, data_offsets = new[] { begin, end } });
            begin = end;
        }

        json.WriteEndObject();
        json.Flush();
        return header.WrittenSpan;
    }

    private static long Size(Tensor tensor) => tensor.numel() * TensorTypes.BytesOf(tensor.dtype);

    private static int Copy(Tensor tensor, Span<byte> to)
    {
        if (tensor.numel() == 0)
        {
            return 0;
        }

        using var scope = NewDisposeScope();
        var bytes = tensor.detach().cpu().contiguous().bytes;
        bytes.CopyTo(to);
        return bytes.Length;
    }
}
