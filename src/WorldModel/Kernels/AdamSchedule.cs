namespace WorldModel.Kernels;

/// <summary>Adam's numbers at an update (Kingma and Ba, arXiv 1412.6980, algorithm 1).</summary>
/// <param name="Beta1">Decay of the mean gradient.</param>
/// <param name="Beta2">Decay of the mean squared gradient.</param>
/// <param name="Epsilon">Added to the root of the second moment.</param>
internal readonly record struct AdamSchedule(double Beta1, double Beta2, double Epsilon)
{
    /// <summary>The decays that everybody uses.</summary>
    internal static AdamSchedule Usual { get; } = new(0.9, 0.999, 1e-8);

    /// <param name="update">Its number, from 1.</param>
    /// <param name="learningRate">Length of a step.</param>
    /// <param name="weightDecay">AdamW's decay a unit of learning rate; 0 is Adam.</param>
    internal AdamStep At(int update, double learningRate, double weightDecay) => new(
        (float)(learningRate / (1 - Math.Pow(Beta1, update))), (float)Beta1, (float)(1 - Beta1), (float)Beta2, (float)(1 - Beta2),
        (float)(1 / Math.Sqrt(1 - Math.Pow(Beta2, update))), (float)Epsilon, (float)(1 - (learningRate * weightDecay)));
}
