namespace WorldModel.Charts;

/// <summary>From a quantity to pixels.</summary>
internal sealed record Scale(double Low, double High, bool IsLog, double Pixels)
{
    internal double At(double value)
    {
        var fraction = IsLog ? Math.Log(value / Low) / Math.Log(High / Low) : (value - Low) / (High - Low);
        // A value far outside stays far outside, in numbers that a picture can hold.
        return Math.Clamp(fraction, -10, 11) * Pixels;
    }

    internal (double Value, string Label)[] Ticks(int most)
    {
        var ticks = Charts.Ticks.Of(Low, High, IsLog, most);
        return [.. ticks.Zip(Charts.Ticks.Labels(ticks))];
    }

    /// <summary>The scale of an axis: its range if it has one, else the values and a little room.</summary>
    internal static Scale Of(Axis axis, IEnumerable<double> values, double pixels)
    {
        if (axis.Range is { } range)
        {
            return new(range.Low, range.High, false, pixels);
        }

        double[] shown = [.. values.Where(value => double.IsFinite(value) && (!axis.IsLog || value > 0)).DefaultIfEmpty(1)];
        var (low, high) = (shown.Min(), shown.Max());
        if (axis.IsLog)
        {
            var room = Math.Max(1.15, Math.Pow(high / low, 0.05));
            return new(low / room, high * room, true, pixels);
        }

        var margin = high > low ? 0.05 * (high - low) : Math.Max(1e-6, Math.Abs(high) * 0.1);
        return new(low - margin, high + margin, false, pixels);
    }
}
