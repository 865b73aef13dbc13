using System.Runtime.Intrinsics;
using TorchSharp.Modules;

namespace WorldModel.Kernels;

/// <summary>
/// Adam (Kingma and Ba, arXiv 1412.6980), or AdamW (Loshchilov and Hutter, arXiv 1711.05101) with a decay, that does all of
/// an update in one pass over memory and clears the gradients on the way. For parameters of 32-bit floats on the CPU.
/// </summary>
public sealed unsafe class FusedAdam : IDisposable
{
    private readonly Parameter[] parameters;
    private readonly NativeFloats[] first;
    private readonly NativeFloats[] second;
    private int updates;

    /// <summary>An optimiser that has seen nothing yet.</summary>
    /// <param name="parameters">What to change.</param>
    /// <param name="learningRate">Length of a step.</param>
    /// <param name="weightDecay">AdamW's decay of the weights a unit of learning rate; 0 is Adam.</param>
    /// <exception cref="ArgumentException">A parameter is not of 32-bit floats in one piece of the CPU's memory; see <see cref="Fits"/>.</exception>
    public FusedAdam(IEnumerable<Parameter> parameters, double learningRate = 1e-3, double weightDecay = 0)
    {
        this.parameters = [.. parameters];
        if (!Fits(this.parameters))
        {
            throw new ArgumentException("FusedAdam changes 32-bit floats on the CPU, each parameter in one piece; use torch.optim.Adam for others", nameof(parameters));
        }

        (LearningRate, WeightDecay) = (learningRate, weightDecay);
        first = Moments();
        second = Moments();
    }

    /// <summary>Length of a step; a schedule may change it at any time.</summary>
    public double LearningRate { get; set; }

    /// <summary>Decay of the mean gradient.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the mean squared gradient.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Keeps the step finite where gradients are tiny.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>AdamW's decay of the weights a unit of learning rate.</summary>
    public double WeightDecay { get; }

    /// <summary>Whether these parameters can be changed this way: 32-bit floats, each in one piece of the CPU's memory.</summary>
    public static bool Fits(IEnumerable<Parameter> parameters) => parameters.All(parameter =>
        parameter.dtype == ScalarType.Float32 && parameter.device_type == DeviceType.CPU && parameter.is_contiguous());

    /// <summary>
    /// Changes the parameters by their gradients, which are zero afterwards. A parameter that has no gradient yet stays as
    /// it is.
    /// </summary>
    public void Step()
    {
        updates++;
        var step = new AdamStep(
            (float)(LearningRate / (1 - Math.Pow(Beta1, updates))), (float)Beta1, (float)(1 - Beta1), (float)Beta2, (float)(1 - Beta2),
            (float)(1 / Math.Sqrt(1 - Math.Pow(Beta2, updates))), (float)Epsilon, (float)(1 - (LearningRate * WeightDecay)));
        for (var i = 0; i < parameters.Length; i++)
        {
            using var gradient = parameters[i].grad;
            if (gradient is not null)
            {
                Step(i, gradient, step);
            }
        }
    }

    /// <summary>Frees the moments.</summary>
    public void Dispose()
    {
        foreach (var moments in first.Concat(second))
        {
            moments.Dispose();
        }
    }

    private void Step(int index, Tensor gradient, AdamStep step)
    {
        fixed (byte* weights = parameters[index].bytes, gradients = gradient.bytes)
        {
            var work = (first[index].Count, step);
            var (m, v) = (first[index], second[index]);
            switch (SimdWidths.Chosen)
            {
                case SimdWidth.Bits512:
                    AdamKernel<Simd512, Vector512<float>>.Run((float*)weights, (float*)gradients, m.Pointer, v.Pointer, work);
                    break;
                case SimdWidth.Bits256:
                    AdamKernel<Simd256, Vector256<float>>.Run((float*)weights, (float*)gradients, m.Pointer, v.Pointer, work);
                    break;
                default:
                    AdamKernel<Simd128, Vector128<float>>.Run((float*)weights, (float*)gradients, m.Pointer, v.Pointer, work);
                    break;
            }
        }
    }

    private NativeFloats[] Moments() => [.. parameters.Select(parameter => new NativeFloats(parameter.numel()))];
}
