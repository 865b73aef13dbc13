using System.Buffers.Binary;

namespace WorldModel.Models;

/// <summary>
/// A safetensors file: named tensors and a map of texts, and nothing that could be executed
/// (<see href="https://github.com/huggingface/safetensors#format"/>).
/// </summary>
/// <param name="Texts">What <c>__metadata__</c> says.</param>
/// <param name="Tensors">Its tensors by name.</param>
internal sealed record TensorFile(IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, StoredTensor> Tensors)
{
    /// <summary>Bytes of the number that says how long the header is.</summary>
    internal const int LengthBytes = 8;

    /// <summary>Reads a file and trusts nothing in it.</summary>
    /// <exception cref="ModelFileException">There is no such file, or it is not what the format asks for.</exception>
    internal static TensorFile Read(string path) => ModelFileException.Naming(path, () => Parse(File.ReadAllBytes(path)));

    /// <exception cref="InvalidDataException">The bytes are not what the format asks for.</exception>
    internal static TensorFile Parse(byte[] file)
    {
        var length = HeaderLength(file);
        var header = TensorHeader.Parse(file.AsMemory(LengthBytes, length));
        var numbers = file.AsMemory(LengthBytes + length);
        header.RequireWhole(numbers.Length);
        return new(header.Texts, header.Entries.ToDictionary(
            entry => entry.Name, entry => new StoredTensor(entry.Type, entry.Shape, numbers[(int)entry.Begin..(int)entry.End])));
    }

    /// <summary>Requires exactly the tensors of a module or a training: by name, type and shape.</summary>
    /// <param name="expected">Tensors by name.</param>
    /// <param name="advice">What is then wrong with the file, and what to do.</param>
    /// <exception cref="InvalidDataException">One is missing, too many, or other than expected.</exception>
    internal void Require(IReadOnlyDictionary<string, Tensor> expected, string advice = "header and tensors are of two different models, so save it anew")
    {
        RequireNone(expected.Keys.Except(Tensors.Keys), "lacks", advice);
        RequireNone(Tensors.Keys.Except(expected.Keys), "has too many tensors:", advice);
        foreach (var (name, tensor) in expected.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var (found, needed) = (Tensors[name].ToString(), StoredTensor.Describe(tensor));
            if (found != needed)
            {
                throw new InvalidDataException($"tensor '{name}' is {found} and should be {needed}: {advice}");
            }
        }
    }

    private static void RequireNone(IEnumerable<string> names, string problem, string advice)
    {
        var listed = string.Join(", ", names.Order(StringComparer.Ordinal).Select(name => $"'{name}'"));
        if (listed.Length > 0)
        {
            throw new InvalidDataException($"it {problem} {listed}: {advice}");
        }
    }

    private static int HeaderLength(byte[] file)
    {
        var length = file.Length < LengthBytes ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(file);
        return length >= 2 && length <= (ulong)(file.Length - LengthBytes) && file[LengthBytes] == '{'
            ? (int)length
            : throw new InvalidDataException(
                $"it is no safetensors file, or the beginning of one: of its {file.Length} bytes the first eight should tell the length of a header, and they tell {length}. "
                + "A model of another kind (torch.save, ONNX, zip) cannot be loaded; a file that was cut short must be copied or saved again");
    }
}
