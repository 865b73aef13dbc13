using BigGustave;
using WorldModel.Notebooks.Browser;

namespace WorldModel.Notebooks.Pictures.Png;

/// <summary>An opaque picture: its colours row by row, each 0xRRGGBB.</summary>
internal sealed record Bitmap(int Width, int Height, int[] Colors)
{
    public static Bitmap Read(byte[] png)
    {
        var file = BigGustave.Png.Open(png);
        var colors = new int[file.Width * file.Height];
        for (var i = 0; i < colors.Length; i++)
        {
            var pixel = file.GetPixel(i % file.Width, i / file.Width);
            colors[i] = (pixel.R << 16) | (pixel.G << 8) | pixel.B;
        }

        return new(file.Width, file.Height, colors);
    }

    /// <summary>Whether an area shows one colour only.</summary>
    public bool IsBlank(PageArea area)
    {
        var (left, top) = (Math.Max(0, (int)area.X), Math.Max(0, (int)area.Y));
        var (right, bottom) = (Math.Min(Width, (int)(area.X + area.Width)), Math.Min(Height, (int)(area.Y + area.Height)));
        return Enumerable.Range(top, Math.Max(0, bottom - top))
            .All(y => Colors.AsSpan(y * Width + left, right - left).IndexOfAnyExcept(Colors[top * Width + left]) < 0);
    }
}
