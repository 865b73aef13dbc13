namespace WorldModel.Models;

/// <summary>Number types as safetensors name them.</summary>
internal static class TensorTypes
{
    private static readonly (ScalarType Type, string Name, int Bytes)[] All =
    [
        (ScalarType.Float64, "F64", 8), (ScalarType.Float32, "F32", 4), (ScalarType.Float16, "F16", 2), (ScalarType.BFloat16, "BF16", 2),
        (ScalarType.Int64, "I64", 8), (ScalarType.Int32, "I32", 4), (ScalarType.Int16, "I16", 2), (ScalarType.Int8, "I8", 1),
        (ScalarType.Byte, "U8", 1), (ScalarType.Bool, "BOOL", 1),
    ];

    internal static string NameOf(ScalarType type) => Array.Find(All, known => known.Type == type).Name
        ?? throw new ArgumentException($"a file holds no tensor of type {type}; its types are {string.Join(", ", All.Select(known => known.Type))}", nameof(type));

    /// <summary>The type of that name, and how many bytes a number of it takes.</summary>
    internal static (ScalarType Type, int Bytes)? Find(string name) =>
        Array.Find(All, known => known.Name == name) is { Name: not null } found ? (found.Type, found.Bytes) : null;

    internal static int BytesOf(ScalarType type) => Find(NameOf(type))!.Value.Bytes;
}
