using CsCheck;
using WorldModel.Notebooks.Pictures.Png;

namespace WorldModel.Notebooks.Tests.Pictures;

/// <summary>The files are read by a decoder of others.</summary>
public sealed class PalettePngTests
{
    private static readonly Gen<Bitmap> FewColors = Of(Gen.Int[0, 255].Select(i => i * 65793 / 3));

    private static readonly Gen<Bitmap> ManyColors = Of(Gen.Int[0, 0xFFFFFF]);

    [Fact]
    public void A_picture_of_few_colours_is_read_back_as_it_was() => FewColors.Sample(bitmap =>
    {
        var back = Bitmap.Read(PalettePng.Write(bitmap));
        Assert.Equal((bitmap.Width, bitmap.Height), (back.Width, back.Height));
        Assert.Equal(bitmap.Colors, back.Colors);
    });

    [Fact]
    public void No_channel_of_a_colourful_picture_is_off_by_more_than_the_palette_says() => ManyColors.Sample(
        bitmap =>
        {
            var (palette, back) = (new ColorPalette(bitmap), Bitmap.Read(PalettePng.Write(bitmap)));
            Assert.InRange(palette.Colors.Count, 1, 256);
            Assert.InRange(palette.Tolerance, 0, 42);
            Assert.InRange(bitmap.Colors.Zip(back.Colors, Worst).Max(), 0, palette.Tolerance);
        },
        iter: 20);

    [Fact]
    public void Frequent_colours_are_kept_exactly()
    {
        int[] grey = [.. Enumerable.Range(0, 256).Select(i => i * 0x010101)];
        int[] common = [.. Enumerable.Repeat(0xD55E00, 5), .. Enumerable.Repeat(0x0072B2, 5)];
        var palette = new ColorPalette(new(grey.Length + common.Length, 1, [.. grey, .. common]));
        Assert.Equal(1, palette.Tolerance);
        Assert.Equal([0x0072B2, 0xD55E00], palette.Colors.Take(2));
        Assert.Equal(0x0072B2, palette.Colors[palette.IndexOf(0x0072B2)]);
    }

    [Fact]
    public void An_area_of_one_colour_is_blank()
    {
        var bitmap = new Bitmap(3, 2, [1, 1, 2, 1, 1, 1]);
        Assert.True(bitmap.IsBlank(new(0, 0, 2, 2)));
        Assert.False(bitmap.IsBlank(new(1, 0, 2, 2)));
        Assert.False(bitmap.IsBlank(new(-1, -1, 9, 9)));
    }

    private static Gen<Bitmap> Of(Gen<int> color) => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40])
        .SelectMany((width, height) => color.Array[width * height].Select(colors => new Bitmap(width, height, colors)));

    private static int Worst(int a, int b) => new[] { 16, 8, 0 }.Max(shift => Math.Abs(((a >> shift) & 255) - ((b >> shift) & 255)));
}
