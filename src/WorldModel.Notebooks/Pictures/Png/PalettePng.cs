using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace WorldModel.Notebooks.Pictures.Png;

/// <summary>
/// Writes a picture with a palette: a byte a pixel instead of three, which halves the file of a chart. Rows are not
/// filtered, as the PNG specification advises for palettes (W3C, "Portable Network Graphics", 12.7).
/// </summary>
internal static class PalettePng
{
    private const byte BitDepth = 8;
    private const byte Indexed = 3;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Write(Bitmap bitmap)
    {
        var palette = new ColorPalette(bitmap);
        using var file = new MemoryStream();
        file.Write(Signature);
        WriteChunk(file, "IHDR", [.. BigEndian(bitmap.Width), .. BigEndian(bitmap.Height), BitDepth, Indexed, 0, 0, 0]);
        WriteChunk(file, "PLTE", [.. palette.Colors.SelectMany(color => new[] { (byte)(color >> 16), (byte)(color >> 8), (byte)color })]);
        WriteChunk(file, "IDAT", Packed(bitmap, palette));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Packed(Bitmap bitmap, ColorPalette palette)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            var row = new byte[1 + bitmap.Width];
            for (var start = 0; start < bitmap.Colors.Length; start += bitmap.Width)
            {
                for (var x = 0; x < bitmap.Width; x++)
                {
                    row[1 + x] = palette.IndexOf(bitmap.Colors[start + x]);
                }

                packing.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string kind, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. content];
        file.Write(BigEndian(content.Length));
        file.Write(named);
        file.Write(BigEndian((int)Checksum(named)));
    }

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    // CRC-32 of ISO 3309; .NET keeps its own to itself.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
            }
        }

        return ~crc;
    }
}
