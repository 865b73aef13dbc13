namespace WorldModel.Twins;

/// <summary>A normal distribution: its mean, and a lower triangular root of its covariance.</summary>
internal sealed record Gaussian(double[] Mean, Matrix Root)
{
    internal double Deviation(int channel) => Math.Sqrt(Matrix.Dot(Root.Row(channel), Root.Row(channel)));

    /// <summary>Squared distance of a point from the mean in standard deviations; infinite where a direction is held to be known exactly.</summary>
    internal double Distance(ReadOnlySpan<double> point)
    {
        var error = new double[Mean.Length];
        for (var i = 0; i < error.Length; i++)
        {
            error[i] = (point[i] - Mean[i] - Matrix.Dot(Root.Row(i)[..i], error.AsSpan(0, i))) / Root[i, i];
        }

        return Matrix.Dot(error, error) is var sum && double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }
}
