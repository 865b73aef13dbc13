namespace WorldModel.Kernels;

/// <summary>A parameter of a law: the same for all runs, or one for each.</summary>
/// <param name="Value">Tensor [] or [size], or [B, size] with a value for each run; a size of 1 serves all channels.</param>
/// <param name="Size">Channels, such as 3 for a wind.</param>
public readonly record struct LaneParameter(Tensor Value, int Size = 1)
{
    /// <summary>A parameter of one channel.</summary>
    public static implicit operator LaneParameter(Tensor value) => FromTensor(value);

    /// <summary>A parameter of one channel.</summary>
    public static LaneParameter FromTensor(Tensor value) => new(value);

    /// <summary>Whether each of the runs finds its value here.</summary>
    internal bool Fits(long runs) => Value.dim() switch
    {
        0 => true,
        1 => Spans(Value.shape[0], Size),
        2 => Spans(Value.shape[0], runs) && Spans(Value.shape[1], Size),
        _ => false,
    };

    /// <summary>Whether it differs between runs.</summary>
    internal bool IsForEachRun => Value.dim() == 2 && Value.shape[0] > 1;

    private static bool Spans(long found, long wanted) => found == 1 || found == wanted;
}
