namespace WorldModel.Notebooks.Pictures.Png;

/// <summary>
/// At most 256 colours that stand for all of a picture's. The frequent ones are kept exactly; one that is left out is
/// shown by a kept one that differs in no channel by more than <see cref="Tolerance"/>.
/// </summary>
internal sealed class ColorPalette
{
    private const int Most = 256;

    private readonly Dictionary<int, byte> _indices = [];
    private readonly List<int> _kept = [];

    public ColorPalette(Bitmap bitmap)
    {
        int[] byFrequency = [.. bitmap.Colors.CountBy(color => color).OrderByDescending(color => color.Value).ThenBy(color => color.Key).Select(color => color.Key)];
        while (!Fits(byFrequency))
        {
            Tolerance++;
        }

        foreach (var color in byFrequency)
        {
            _indices[color] = (byte)Nearest(color);
        }
    }

    public IReadOnlyList<int> Colors => _kept;

    /// <summary>Largest difference in a channel between a colour and what stands for it: as small as it can be, 42 for the most colourful picture.</summary>
    public int Tolerance { get; private set; }

    public byte IndexOf(int color) => _indices[color];

    private bool Fits(int[] byFrequency)
    {
        _kept.Clear();
        foreach (var color in byFrequency)
        {
            if (_kept.All(kept => Difference(kept, color) > Tolerance))
            {
                _kept.Add(color);
            }

            if (_kept.Count > Most)
            {
                return false;
            }
        }

        return true;
    }

    private int Nearest(int color)
    {
        var best = 0;
        for (var i = 1; i < _kept.Count; i++)
        {
            best = Difference(_kept[i], color) < Difference(_kept[best], color) ? i : best;
        }

        return best;
    }

    private static int Difference(int a, int b) =>
        Math.Max(Math.Abs((a >> 16) - (b >> 16)), Math.Max(Math.Abs(((a >> 8) & 255) - ((b >> 8) & 255)), Math.Abs((a & 255) - (b & 255))));
}
