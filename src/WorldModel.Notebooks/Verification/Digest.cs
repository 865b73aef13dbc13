using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WorldModel.Notebooks.Verification;

/// <summary>A short SHA-256 over parts whose boundaries count: "ab", "c" is not "a", "bc".</summary>
internal sealed class Digest : IDisposable
{
    private const int Letters = 32;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public static string Of(params ReadOnlySpan<string> parts)
    {
        using var digest = new Digest();
        foreach (var part in parts)
        {
            digest.Add(part);
        }

        return digest.ToString();
    }

    public Digest Add(string part) => Add(Encoding.UTF8.GetBytes(part));

    public Digest Add(ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, part.Length);
        _hash.AppendData(length);
        _hash.AppendData(part);
        return this;
    }

    public override string ToString() => $"sha256-{Convert.ToHexStringLower(_hash.GetCurrentHash())[..Letters]}";

    public void Dispose() => _hash.Dispose();
}
