using CsCheck;
using WorldModel.Kernels;

namespace WorldModel.Tests.Kernels;

public sealed unsafe class LaneTransposeTests
{
    [Fact]
    public void Rows_become_columns_and_nothing_beside_them_is_touched() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int[0, 5], Gen.Int[0, 5]).Sample((rows, columns, gap, gapAfter) =>
        {
            var (fromStride, toStride) = (columns + gap, rows + gapAfter);
            float[] from = [.. Enumerable.Range(1, (rows * fromStride) + 1)];
            var to = new float[(columns * toStride) + 1];
            fixed (float* source = from, target = to)
            {
                LaneTranspose.Run(source, fromStride, target, toStride, (rows, columns));
            }

            return Enumerable.Range(0, to.Length).All(i =>
            {
                var (column, row) = toStride == 0 ? (columns, 0) : (i / toStride, i % toStride);
                return to[i] == (column < columns && row < rows ? from[(row * fromStride) + column] : 0);
            });
        });
}
