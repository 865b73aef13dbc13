using System.Buffers.Binary;
using System.Text;

namespace WorldModel.Tests.Models.Saving;

/// <summary>Files as the description of safetensors says, put together without the library.</summary>
internal static class HandMade
{
    internal static byte[] File(string header, params byte[] numbers)
    {
        var text = Encoding.UTF8.GetBytes(header).ToList();
        while (text.Count % 8 != 0)
        {
            text.Add((byte)' ');
        }

        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)text.Count);
        return [.. length, .. text, .. numbers];
    }
}
