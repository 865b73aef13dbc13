namespace WorldModel.Tests;

/// <summary>Tensors in double precision, where rounding is far below every tolerance, and their values.</summary>
internal static class Doubles
{
    internal static Tensor Scalar(double value) => tensor(value, float64);

    /// <summary>One state [1, S].</summary>
    internal static Tensor Row(params double[] values) => tensor(values, float64).unsqueeze(0);

    internal static double[] Of(Tensor values) => values.numel() == 0 ? [] : values.detach().to(float64).cpu().contiguous().data<double>().ToArray();

    internal static double Worst(Tensor found, Tensor expected) => (found - expected).abs().max().ToDouble();

    /// <summary>A matrix's values as C# writes them.</summary>
    internal static double[,] Square(Tensor matrix)
    {
        var values = new double[matrix.shape[0], matrix.shape[1]];
        Buffer.BlockCopy(Of(matrix), 0, values, 0, values.Length * sizeof(double));
        return values;
    }
}
