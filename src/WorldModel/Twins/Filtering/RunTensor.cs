namespace WorldModel.Twins;

/// <summary>Between tensors [B, T, …] and rows of numbers by time and run.</summary>
internal static class RunTensor
{
    internal delegate ReadOnlySpan<double> Numbers<in T>(T item);

    /// <summary>A tensor [B, T, …] of numbers that items hold, which are given by time and run.</summary>
    internal static Tensor Of<T>(IReadOnlyList<T[]> items, Numbers<T> numbers, params long[] shape)
    {
        var (runs, size) = (items[0].Length, (int)shape.Aggregate((all, next) => all * next));
        var flat = new double[runs * items.Count * size];
        for (var time = 0; time < items.Count; time++)
        {
            for (var run = 0; run < runs; run++)
            {
                numbers(items[time][run]).CopyTo(flat.AsSpan((run * items.Count + time) * size));
            }
        }

        return tensor(flat, [runs, items.Count, .. shape], float64);
    }

    /// <summary>The numbers of a tensor [B, T, N] by time and run.</summary>
    internal static double[][][] Rows(Tensor values)
    {
        using var scope = NewDisposeScope();
        var (runs, times, size) = ((int)values.shape[0], (int)values.shape[1], (int)values.shape[2]);
        double[] flat = values.numel() == 0 ? [] : values.detach().to(float64).cpu().contiguous().data<double>().ToArray();
        return [.. Enumerable.Range(0, times).Select(time => Enumerable.Range(0, runs).Select(run => flat.AsSpan((run * times + time) * size, size).ToArray()).ToArray())];
    }
}
