using System.Buffers.Binary;
using SharpGLTF.Schema2;

namespace WorldModel.Twins;

/// <summary>The bytes of a <c>.glb</c>: a header of magic, version and length, then chunks.</summary>
internal static class GltfFile
{
    private const int HeaderLength = 12;

    /// <summary>What a reading finds in the model of a file; all that can go wrong with damaged bytes becomes one error.</summary>
    internal static T Read<T>(string path, Func<ModelRoot, T> read)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"there is no file {path}", path);
        }

        var bytes = File.ReadAllBytes(path);
        CheckHeader(bytes, path);
        try
        {
            return read(ModelRoot.ParseGLB(bytes));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or GltfException))
        {
            // Damage can fail the parser anywhere, with any exception: a number out of range, a missing node, bad text.
            throw new GltfException($"{path}: the glTF file is damaged; copy or export it again ({e.Message.Trim()})", e);
        }
    }

    private static void CheckHeader(byte[] bytes, string path)
    {
        if (bytes.Length == 0 || !bytes.AsSpan().StartsWith("glTF"u8[..Math.Min(4, bytes.Length)]))
        {
            throw new GltfException($"{path}: this is no glTF binary file (it does not begin with \"glTF\"); if it is a .gltf in text form or another format, export it as .glb");
        }

        if (bytes.Length < HeaderLength)
        {
            throw CutOff(path, bytes.Length, $"even its header has {HeaderLength}");
        }

        var (version, length) = (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8)));
        if (version != 2)
        {
            throw new GltfException($"{path}: this is glTF version {version}, and only version 2 can be read; export it as glTF 2.0");
        }

        if (bytes.Length < length)
        {
            throw CutOff(path, bytes.Length, $"its header promises {length}");
        }
    }

    private static GltfException CutOff(string path, int length, string promise) =>
        new($"{path}: the glTF file is cut off (it has {length} bytes, and {promise}); copy or export it again");
}
