namespace WorldModel.Kernels;

/// <summary>Between a weight matrix [outputs, inputs] and panels of eight outputs, [outputs / 8][inputs, filled up][8].</summary>
internal readonly unsafe struct WeightPanels(int inputs, int outputs, int filled)
{
    internal void Pack(float* matrix, float* panels)
    {
        for (var output = 0; output < outputs; output += 8)
        {
            for (var input = 0; input < inputs; input += 8)
            {
                var panel = panels + ((nint)output * filled) + (8 * input);
                if (IsWhole(output, input))
                {
                    Turn.Eight(matrix + ((nint)output * inputs) + input, inputs, panel, 8);
                    continue;
                }

                for (var at = 0; at < 64; at++)
                {
                    var (row, column) = (output + (at % 8), input + (at / 8));
                    panel[at] = row < outputs && column < inputs ? matrix[((nint)row * inputs) + column] : 0;
                }
            }
        }
    }

    internal void Unpack(float* panels, float* matrix)
    {
        for (var output = 0; output < outputs; output += 8)
        {
            for (var input = 0; input < inputs; input += 8)
            {
                var panel = panels + ((nint)output * filled) + (8 * input);
                if (IsWhole(output, input))
                {
                    Turn.Eight(panel, 8, matrix + ((nint)output * inputs) + input, inputs);
                    continue;
                }

                for (var (row, last) = (output, Math.Min(output + 8, outputs)); row < last; row++)
                {
                    for (var column = input; column < Math.Min(input + 8, inputs); column++)
                    {
                        matrix[((nint)row * inputs) + column] = panel[(8 * (column - input)) + (row - output)];
                    }
                }
            }
        }
    }

    private bool IsWhole(int output, int input) => output + 8 <= outputs && input + 8 <= inputs;
}
