namespace WorldModel.Kernels;

/// <summary>Rows of numbers as tensors hold them, which go beside each other into lanes.</summary>
/// <param name="data">First number of the first row.</param>
/// <param name="stride">Numbers from a row to the next.</param>
/// <param name="order">Which rows to take, one after another; null for all as they lie.</param>
internal readonly unsafe struct BatchRows(float* data, nint stride, long* order = null)
{
    /// <summary>Copies columns of some rows to [column][lanes]; lanes without a row become 0, so that nothing of an earlier block stays.</summary>
    internal void Load((int First, int Count) rows, (int First, int Count) columns, float* to, int lanes)
    {
        for (var lane = 0; lane < rows.Count; lane++)
        {
            var from = Row(rows.First + lane) + columns.First;
            for (var column = 0; column < columns.Count; column++)
            {
                to[((nint)column * lanes) + lane] = from[column];
            }
        }

        for (var column = 0; column < columns.Count; column++)
        {
            new Span<float>(to + ((nint)column * lanes) + rows.Count, lanes - rows.Count).Clear();
        }
    }

    /// <summary>Copies [column][lanes] back to columns of some rows.</summary>
    internal void Store((int First, int Count) rows, (int First, int Count) columns, float* from, int lanes)
    {
        for (var lane = 0; lane < rows.Count; lane++)
        {
            var to = Row(rows.First + lane) + columns.First;
            for (var column = 0; column < columns.Count; column++)
            {
                to[column] = from[((nint)column * lanes) + lane];
            }
        }
    }

    /// <summary>Adds columns of some rows to [column][lanes].</summary>
    internal void AddTo((int First, int Count) rows, (int First, int Count) columns, float* to, int lanes)
    {
        for (var lane = 0; lane < rows.Count; lane++)
        {
            var from = Row(rows.First + lane) + columns.First;
            for (var column = 0; column < columns.Count; column++)
            {
                to[((nint)column * lanes) + lane] += from[column];
            }
        }
    }

    private float* Row(int row) => data + ((nint)(order is null ? row : order[row]) * stride);
}
