using System.Buffers.Binary;
using System.Text;

namespace WorldModel.Native;

/// <summary>
/// The symbol versions that a 64-bit little-endian ELF file demands of other libraries (section <c>.gnu.version_r</c>).
/// Layout: System V gABI and the LSB "Symbol Version Requirements" (Elf64_Verneed, Elf64_Vernaux).
/// </summary>
internal static class ElfVersions
{
    private const uint VersionNeeded = 0x6ffffffe;   // SHT_GNU_verneed
    private const ushort Weak = 0x2;                 // VER_FLG_WEAK
    private const int SectionHeader = 64;            // sizeof(Elf64_Shdr)
    private const int Entry = 16;                    // sizeof(Elf64_Verneed) and sizeof(Elf64_Vernaux)

    /// <summary>One demanded version, where its flags lie in the file, and whether the loader may do without it.</summary>
    internal readonly record struct Demand(string Name, int FlagsOffset, bool IsWeak);

    /// <summary>All versions that the image demands; empty when the image is no such ELF file or demands none.</summary>
    internal static IReadOnlyList<Demand> Read(ReadOnlySpan<byte> image)
    {
        try
        {
            return IsElf64(image) ? ReadSections(image) : [];
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            // An offset that leaves the file: damaged or hostile, and not ours to touch.
            return [];
        }
    }

    /// <summary>
    /// Marks one demanded version as weak, so that the dynamic loader only warns where it is missing. Nothing else
    /// in the image changes. Returns whether a flag was set (false when absent or already weak).
    /// </summary>
    internal static bool Weaken(Span<byte> image, string version)
    {
        var changed = false;
        foreach (var demand in Read(image).Where(d => d.Name == version && !d.IsWeak))
        {
            var flags = image[demand.FlagsOffset..];
            BinaryPrimitives.WriteUInt16LittleEndian(flags, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(flags) | Weak));
            changed = true;
        }

        return changed;
    }

    private static bool IsElf64(ReadOnlySpan<byte> image) =>
        image.Length >= 64 && image[..6].SequenceEqual((ReadOnlySpan<byte>)[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1]);

    private static List<Demand> ReadSections(ReadOnlySpan<byte> image)
    {
        List<Demand> demands = [];
        var (table, size, count) = (Offset(image, 0x28), Half(image, 0x3a), Half(image, 0x3c));
        _ = image.Slice(table, size * count); // throws where the file was cut
        for (var i = 0; i < count && size >= SectionHeader; i++)
        {
            var section = table + i * size;
            if (Word(image, section + 4) != VersionNeeded)
            {
                continue;
            }

            var names = table + checked((int)Word(image, section + 40)) * size;
            ReadLibraries(image, Offset(image, section + 24), Offset(image, names + 24), demands);
            break; // A file has one such section.
        }

        return demands;
    }

    // Both lists are chained by relative offsets. In a hostile file the lists may overlap, which no file has room for
    // in good faith: more entries than fit into it mean that it is damaged.
    private static void ReadLibraries(ReadOnlySpan<byte> image, int library, int names, List<Demand> demands)
    {
        for (var more = true; more;)
        {
            var version = library + checked((int)Word(image, library + 8));
            for (var left = Half(image, library + 2); left > 0; left--)
            {
                var flags = Half(image, version + 4);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(demands.Count, image.Length / Entry);
                demands.Add(new(Text(image, names + checked((int)Word(image, version + 8))), version + 4, (flags & Weak) != 0));
                version += checked((int)Word(image, version + 12));
            }

            var next = checked((int)Word(image, library + 12));
            library = checked(library + next);
            more = next >= Entry;
        }
    }

    private static ushort Half(ReadOnlySpan<byte> image, int at) => BinaryPrimitives.ReadUInt16LittleEndian(image.Slice(at, 2));

    private static uint Word(ReadOnlySpan<byte> image, int at) => BinaryPrimitives.ReadUInt32LittleEndian(image.Slice(at, 4));

    private static int Offset(ReadOnlySpan<byte> image, int at) => checked((int)BinaryPrimitives.ReadUInt64LittleEndian(image.Slice(at, 8)));

    private static string Text(ReadOnlySpan<byte> image, int at)
    {
        var rest = image[at..];
        return Encoding.ASCII.GetString(rest[..Math.Max(0, rest.IndexOf((byte)0))]);
    }
}
