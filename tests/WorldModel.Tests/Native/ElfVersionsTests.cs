using CsCheck;
using WorldModel.Native;

namespace WorldModel.Tests.Native;

public sealed class ElfVersionsTests
{
    [Fact]
    public void All_demands_of_all_libraries_are_read()
    {
        var demands = ElfVersions.Read(SmallElf.Image());
        Assert.Equal(SmallElf.Demands, demands.Select(demand => demand.Name));
        Assert.All(demands, demand => Assert.False(demand.IsWeak));
        Assert.Equal(SmallElf.WantedFlags, demands[1].FlagsOffset);
    }

    [Fact]
    public void Weakening_sets_one_flag_and_nothing_else()
    {
        var image = SmallElf.Image();
        Assert.True(ElfVersions.Weaken(image, SmallElf.Wanted));
        Assert.Equal([(SmallElf.WantedFlags, (byte)0, (byte)2)], Changes(SmallElf.Image(), image));
        Assert.Equal([false, true, false], ElfVersions.Read(image).Select(demand => demand.IsWeak));
    }

    [Fact]
    public void Other_flags_stay()
    {
        var image = SmallElf.Image();
        image[SmallElf.WantedFlags] = 1; // VER_FLG_BASE
        ElfVersions.Weaken(image, SmallElf.Wanted);
        Assert.Equal(3, image[SmallElf.WantedFlags]);
    }

    [Fact]
    public void Weakening_twice_changes_nothing_more()
    {
        var image = SmallElf.Image();
        ElfVersions.Weaken(image, SmallElf.Wanted);
        var once = image.ToArray();
        Assert.False(ElfVersions.Weaken(image, SmallElf.Wanted));
        Assert.Equal(once, image);
    }

    [Theory]
    [InlineData("GLIBCXX_3.4")]
    [InlineData("GLIBCXX_3.4.321")]
    [InlineData("libstdc++.so.6")]
    [InlineData("")]
    public void A_version_that_is_not_demanded_changes_nothing(string version)
    {
        var image = SmallElf.Image();
        Assert.False(ElfVersions.Weaken(image, version));
        Assert.Equal(SmallElf.Image(), image);
    }

    [Theory]
    [InlineData(0, 0)] // magic
    [InlineData(4, 1)] // 32 bit
    [InlineData(5, 2)] // big-endian
    public void Other_kinds_of_files_are_left_alone(int at, byte value)
    {
        var image = SmallElf.Image();
        image[at] = value;
        var before = image.ToArray();
        Assert.Empty(ElfVersions.Read(image));
        Assert.False(ElfVersions.Weaken(image, SmallElf.Wanted));
        Assert.Equal(before, image);
    }

    [Fact]
    public void Every_truncated_file_is_left_alone()
    {
        var whole = SmallElf.Image();
        for (var length = 0; length < whole.Length; length++)
        {
            var image = whole[..length];
            Assert.False(ElfVersions.Weaken(image, SmallElf.Wanted));
            Assert.Equal(whole[..length], image);
        }
    }

    [Fact]
    public void A_mutated_file_neither_fails_nor_changes_but_in_the_flag_of_a_demand() =>
        Gen.Select(Gen.Int[0, SmallElf.Image().Length - 1], Gen.OneOf(Gen.Byte, Gen.Byte[0, 4], Gen.Byte[250, 255])).Array[1, 12].Sample(mutations =>
        {
            var image = SmallElf.Image();
            foreach (var (at, value) in mutations)
            {
                image[at] = value;
            }

            var (before, demanded) = (image.ToArray(), ElfVersions.Read(image).Where(demand => demand.Name == SmallElf.Wanted).Select(demand => demand.FlagsOffset).ToHashSet());
            ElfVersions.Weaken(image, SmallElf.Wanted);
            Assert.All(Changes(before, image), change =>
            {
                Assert.Contains(change.At, demanded);
                Assert.Equal(change.Old | 2, change.New);
            });
        }, iter: 20_000);

    [Fact]
    public void Sections_without_size_and_lists_that_never_end_are_damage()
    {
        var circular = SmallElf.Image();
        circular[SmallElf.WantedFlags - 4 + 12] = 0; // the next version is this one …
        circular[SmallElf.WantedFlags - 4 - 16 + 2] = 0xff; // … and there are thousands
        circular[SmallElf.WantedFlags - 4 - 16 + 3] = 0xff;
        Assert.Empty(ElfVersions.Read(circular));

        var sizeless = SmallElf.Image();
        sizeless[0x3a] = 0;
        Assert.Empty(ElfVersions.Read(sizeless));
    }

    private static List<(int At, byte Old, byte New)> Changes(byte[] before, byte[] after)
    {
        Assert.Equal(before.Length, after.Length);
        return [.. Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]).Select(i => (i, before[i], after[i]))];
    }
}
