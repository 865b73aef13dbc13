using System.Text;

namespace WorldModel.Tests.Native;

/// <summary>
/// A small 64-bit little-endian ELF image that demands versions of two libraries, written out byte by byte: a header,
/// the names, the section .gnu.version_r, and a table of three section headers.
/// </summary>
internal static class SmallElf
{
    internal const string Wanted = "GLIBCXX_3.4.32";
    internal static readonly string[] Demands = ["GLIBC_2.17", Wanted, "CXXABI_1.3"];

    private const int Names = 64;
    private static readonly byte[] Text = Encoding.ASCII.GetBytes("\0libc.so.6\0libstdc++.so.6\0" + string.Join('\0', Demands) + '\0');
    private static readonly int Needed = Names + (Text.Length + 15) / 16 * 16;
    private static readonly int Sections = Needed + 5 * 16;

    /// <summary>Where the flags of the wanted version lie: in the second library's first entry.</summary>
    internal static int WantedFlags => Needed + 3 * 16 + 4;

    internal static byte[] Image()
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        WriteHeader(writer);
        writer.Write(Text);
        Fill(stream, Needed);

        WriteLibrary(writer, "libc.so.6", versions: 1, next: 32);
        WriteVersion(writer, Demands[0], next: 0);
        WriteLibrary(writer, "libstdc++.so.6", versions: 2, next: 0);
        WriteVersion(writer, Demands[1], next: 16);
        WriteVersion(writer, Demands[2], next: 0);

        WriteSection(writer, type: 0, at: 0, size: 0, link: 0);
        WriteSection(writer, type: 3, Names, Text.Length, link: 0); // SHT_STRTAB
        WriteSection(writer, type: 0x6ffffffe, Needed, 5 * 16, link: 1); // SHT_GNU_verneed
        return stream.ToArray();
    }

    private static void WriteHeader(BinaryWriter writer)
    {
        writer.Write([0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]); // e_ident
        writer.Write((ushort)3); // e_type: shared object
        writer.Write((ushort)62); // e_machine: x86-64
        writer.Write(1); // e_version
        writer.Write(0L); // e_entry
        writer.Write(0L); // e_phoff
        writer.Write((long)Sections); // e_shoff
        writer.Write(0); // e_flags
        writer.Write([64, 0, 0, 0, 0, 0, 64, 0, 3, 0, 1, 0]); // e_ehsize, e_phentsize, e_phnum, e_shentsize, e_shnum, e_shstrndx
    }

    // Elf64_Verneed: vn_version, vn_cnt, vn_file, vn_aux, vn_next.
    private static void WriteLibrary(BinaryWriter writer, string name, ushort versions, int next)
    {
        writer.Write((ushort)1);
        writer.Write(versions);
        writer.Write(NameOf(name));
        writer.Write(16);
        writer.Write(next);
    }

    // Elf64_Vernaux: vna_hash, vna_flags, vna_other, vna_name, vna_next.
    private static void WriteVersion(BinaryWriter writer, string name, int next)
    {
        writer.Write(0x0b0b0b0b);
        writer.Write((ushort)0);
        writer.Write((ushort)5);
        writer.Write(NameOf(name));
        writer.Write(next);
    }

    // Elf64_Shdr: sh_name, sh_type, sh_flags, sh_addr, sh_offset, sh_size, sh_link, sh_info, sh_addralign, sh_entsize.
    private static void WriteSection(BinaryWriter writer, uint type, int at, int size, int link)
    {
        writer.Write(0);
        writer.Write(type);
        writer.Write(0L);
        writer.Write(0L);
        writer.Write((long)at);
        writer.Write((long)size);
        writer.Write(link);
        writer.Write(0);
        writer.Write(1L);
        writer.Write(0L);
    }

    private static int NameOf(string name) => Encoding.ASCII.GetString(Text).IndexOf($"\0{name}\0", StringComparison.Ordinal) + 1;

    private static void Fill(MemoryStream stream, int until)
    {
        while (stream.Position < until)
        {
            stream.WriteByte(0);
        }
    }
}
