namespace WorldModel.Learning;

/// <summary>How a learning rate changes from its highest on, epoch by epoch.</summary>
public enum RateSchedule
{
    /// <summary>Falls along a half cosine that would reach 0 after the last epoch (Loshchilov and Hutter, arXiv 1608.03983).</summary>
    Cosine,

    /// <summary>Stays as it is.</summary>
    Constant,
}
