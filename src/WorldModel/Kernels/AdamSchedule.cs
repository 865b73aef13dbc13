namespace WorldModel.Kernels;

/// <summary>Adam's numbers at an update, with the decays that everybody uses.</summary>
internal static class AdamSchedule
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;

    /// <param name="update">Its number, from 1.</param>
    /// <param name="learningRate">Length of a step.</param>
    /// <param name="weightDecay">AdamW's decay a unit of learning rate; 0 is Adam.</param>
    internal static AdamStep At(int update, double learningRate, double weightDecay) => new(
        (float)(learningRate / (1 - Math.Pow(Beta1, update))), (float)Beta1, (float)(1 - Beta1), (float)Beta2, (float)(1 - Beta2),
        (float)(1 / Math.Sqrt(1 - Math.Pow(Beta2, update))), 1e-8f, (float)(1 - (learningRate * weightDecay)));
}
