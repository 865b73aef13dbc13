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
    private bool isDisposed;

    /// <summary>An optimiser that has seen nothing yet.</summary>
    /// <param name="parameters">What to change.</param>
    /// <param name="learningRate">Length of a step.</param>
    /// <param name="weightDecay">AdamW's decay of the weights a unit of learning rate; 0 is Adam.</param>
    /// <exception cref="ArgumentException">A parameter is not of 32-bit floats in one piece of the CPU's memory; see <see cref="Fits"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate or the decay is negative or not finite.</exception>
    public FusedAdam(IEnumerable<Parameter> parameters, double learningRate = 1e-3, double weightDecay = 0)
    {
        this.parameters = [.. parameters];
        if (!Fits(this.parameters))
        {
            throw new ArgumentException("FusedAdam changes 32-bit floats on the CPU, each parameter in one piece; use torch.optim.Adam for others", nameof(parameters));
        }

        (LearningRate, WeightDecay) = (learningRate, NotNegative(weightDecay, nameof(weightDecay)));
        first = Moments();
        second = Moments();
    }

    /// <summary>Length of a step; a schedule may change it at any time, down to 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public double LearningRate { get; set => field = NotNegative(value, nameof(LearningRate)); }

    /// <summary>Decay of the mean gradient, from 0 to below 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside of that.</exception>
    public double Beta1 { get; init => field = Decay(value, nameof(Beta1)); } = 0.9;

    /// <summary>Decay of the mean squared gradient, from 0 to below 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside of that.</exception>
    public double Beta2 { get; init => field = Decay(value, nameof(Beta2)); } = 0.999;

    /// <summary>Keeps the step finite where gradients are tiny.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public double Epsilon { get; init => field = NotNegative(value, nameof(Epsilon)); } = 1e-8;

    /// <summary>AdamW's decay of the weights a unit of learning rate.</summary>
    public double WeightDecay { get; }

    /// <summary>Updates done so far, and the moments that they left, a piece for each parameter.</summary>
    internal AdamMemory Memory => new(first, second, () => updates, count => updates = count);

    /// <summary>Whether these parameters can be changed this way: 32-bit floats, each in one piece of the CPU's memory.</summary>
    public static bool Fits(IEnumerable<Parameter> parameters) => parameters.All(IsFit);

    /// <summary>
    /// Changes the parameters by their gradients, which are zero afterwards. A parameter that has no gradient yet stays as
    /// it is.
    /// </summary>
    /// <exception cref="InvalidOperationException">A parameter was freed, replaced or changed in kind since, as by <c>model.to(…)</c>, or has a gradient of another layout.</exception>
    /// <exception cref="ObjectDisposedException">The optimiser was disposed.</exception>
    public void Step()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        updates++;
        var step = new AdamSchedule(Beta1, Beta2, Epsilon).At(updates, LearningRate, WeightDecay);
        for (var i = 0; i < parameters.Length; i++)
        {
            Require(!parameters[i].IsInvalid, i, "was freed, or replaced as by model.to(…): make a new FusedAdam after that");
            using var gradient = parameters[i].grad;
            if (gradient is not null)
            {
                Step(i, gradient, step);
            }
        }

        GC.KeepAlive(this); // the moments, of which the last update only knows where they lie
    }

    /// <summary>Frees the moments.</summary>
    public void Dispose()
    {
        isDisposed = true;
        foreach (var moments in first.Concat(second))
        {
            moments.Dispose();
        }
    }

    private static bool IsFit(Tensor tensor) =>
        tensor.dtype == ScalarType.Float32 && tensor.device_type == DeviceType.CPU && tensor.is_contiguous();

    private static void Require(bool holds, int index, string problem)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"parameter {index} of the optimiser {problem}");
        }
    }

    private static double NotNegative(double value, string name) =>
        double.IsFinite(value) && value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, "it must be a finite number that is not negative");

    private static double Decay(double value, string name) =>
        value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, value, "a decay is a number from 0 to below 1");

    private void Step(int index, Tensor gradient, AdamStep step)
    {
        var (parameter, m, v) = (parameters[index], first[index], second[index]);
        Require(IsFit(parameter) && parameter.numel() == m.Count, index, "no longer is what it was: make a new FusedAdam after a change of its kind or size");
        Require(IsFit(gradient) && gradient.numel() == m.Count, index, "has a gradient that does not lie in memory as it does: use torch.optim.Adam");
        fixed (byte* weights = parameter.bytes, gradients = gradient.bytes)
        {
            MlpPass.Chosen.Adam((float*)weights, (float*)gradients, m.Pointer, v.Pointer, (m.Count, step));
        }
    }

    private NativeFloats[] Moments() => [.. parameters.Select(parameter => new NativeFloats(parameter.numel()))];
}
