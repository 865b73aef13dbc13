namespace WorldModel.Kernels;

/// <summary>Between tensors, where a run's numbers lie together, and vectors, where the runs of one number do.</summary>
internal static unsafe class LaneLoads<T> where T : unmanaged
{
    /// <summary>Runs beside each other in a vector.</summary>
    internal static int Lanes => sizeof(T) / sizeof(float);

    /// <summary>
    /// Numbers of each run into vectors. Where the runs do not fill the last vector its last run is repeated, so that
    /// no lane holds anything that a law might not expect.
    /// </summary>
    /// <param name="from">First number of the first run.</param>
    /// <param name="runStride">Floats from one run to the next; 0 where all share the same numbers.</param>
    /// <param name="to">First vector's numbers.</param>
    /// <param name="vectorStride">Numbers from one vector to the next.</param>
    /// <param name="size">Runs, and numbers of each.</param>
    internal static void Gather(float* from, long runStride, T* to, int vectorStride, (int Runs, int Numbers) size)
    {
        for (var run = 0; run < size.Runs; run += Lanes)
        {
            var rows = Math.Min(Lanes, size.Runs - run);
            var place = (float*)(to + (run / Lanes * vectorStride));
            LaneTranspose.Run(from + (run * runStride), runStride, place, Lanes, (rows, size.Numbers));
            for (var lane = rows; lane < Lanes; lane++)
            {
                LaneTranspose.Run(from + ((run + rows - 1) * runStride), runStride, place + lane, Lanes, (1, size.Numbers));
            }
        }
    }

    /// <summary>Vectors back into numbers of each run.</summary>
    /// <param name="from">First vector's numbers.</param>
    /// <param name="vectorStride">Numbers from one vector to the next.</param>
    /// <param name="to">First number of the first run.</param>
    /// <param name="runStride">Floats from one run to the next.</param>
    /// <param name="size">Runs, and numbers of each.</param>
    internal static void Scatter(T* from, int vectorStride, float* to, long runStride, (int Runs, int Numbers) size)
    {
        for (var run = 0; run < size.Runs; run += Lanes)
        {
            var columns = Math.Min(Lanes, size.Runs - run);
            LaneTranspose.Run((float*)(from + (run / Lanes * vectorStride)), Lanes, to + (run * runStride), runStride, (size.Numbers, columns));
        }
    }
}
