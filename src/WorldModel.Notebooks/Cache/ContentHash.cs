using System.Security.Cryptography;
using System.Text;

namespace WorldModel.Notebooks.Cache;

/// <summary>A hash of pieces in their order; where one ends and the next begins counts too.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public static string Of(params ReadOnlySpan<string> texts)
    {
        using var hash = new ContentHash();
        foreach (var text in texts)
        {
            hash.Add(text);
        }

        return hash.Close();
    }

    public ContentHash Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    public ContentHash Add(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
        _hash.AppendData(bytes);
        return this;
    }

    public string Close() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
