namespace WorldModel.Planning;

/// <summary>The smallest and largest action that can be taken, for each channel in its unit.</summary>
public sealed class ActionLimits
{
    private readonly float[] low;
    private readonly float[] high;

    private ActionLimits(float[] low, float[] high) => (this.low, this.high) = (low, high);

    /// <summary>Number of channels A.</summary>
    public int Size => low.Length;

    /// <summary>One range for each channel of the action, in order.</summary>
    /// <exception cref="ArgumentException">No range is given, or one is empty or without end; the message names it.</exception>
    public static ActionLimits Of(params (double Low, double High)[] ranges)
    {
        if (ranges.Length == 0)
        {
            throw new ArgumentException("a plan needs at least one action to choose: give a range for each channel", nameof(ranges));
        }

        var wrong = Array.FindIndex(ranges, range => !(double.IsFinite(range.Low) && double.IsFinite(range.High) && range.Low < range.High));
        return wrong < 0
            ? new([.. ranges.Select(range => (float)range.Low)], [.. ranges.Select(range => (float)range.High)])
            : throw new ArgumentException($"action channel {wrong} must have a smallest value below its largest one, both finite; they are {ranges[wrong].Low} and {ranges[wrong].High}", nameof(ranges));
    }

    /// <summary>Smallest actions [A].</summary>
    internal Tensor Low(Tensor like) => As(low, like);

    /// <summary>Largest actions [A].</summary>
    internal Tensor High(Tensor like) => As(high, like);

    /// <summary>Middle of each range [A].</summary>
    internal Tensor Middle(Tensor like) => As([.. low.Zip(high, (from, to) => (from + to) / 2)], like);

    /// <summary>Length of each range [A].</summary>
    internal Tensor Range(Tensor like) => As([.. low.Zip(high, (from, to) => to - from)], like);

    /// <summary>Actions [..., A] with those outside moved to the border.</summary>
    internal Tensor Clamp(Tensor actions) => actions.maximum(Low(actions)).minimum(High(actions));

    private static Tensor As(float[] values, Tensor like) => tensor(values, device: like.device).to(like.dtype);
}
