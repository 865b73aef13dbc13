using System.Numerics.Tensors;

namespace WorldModel.Kernels;

/// <summary>A block of lanes that an ensemble's networks step.</summary>
internal sealed unsafe class EnsembleBlock : IModelBlock
{
    private readonly EnsembleModel model;
    private readonly EnsembleMap map;
    private readonly MlpScratch scratch;
    private readonly NativeFloats memory; // state, answer, and two rows more
    private readonly int lanes;

    internal EnsembleBlock(EnsembleModel model, int lanes)
    {
        (this.model, map, this.lanes) = (model, model.Map, lanes);
        scratch = new(map.Shape, lanes, trains: false);
        memory = new(((2L * map.States) + 2) * lanes);
    }

    /// <inheritdoc />
    public float* State => memory.Pointer;

    /// <inheritdoc />
    public void Step(MlpPass pass, int step, (BatchRows From, (int First, int Count) Rows, int Column) actions)
    {
        Look(actions);
        Ask(pass);
        if (model.Noise is { } noise)
        {
            Draw(noise, actions.Rows.First, step);
        }

        Unscale();
        TurnBack();
        TensorPrimitives.Add(Rows(State, map.States), Answer(0, map.States), Rows(State, map.States));
    }

    public void Dispose()
    {
        scratch.Dispose();
        memory.Dispose();
    }

    // Features into the network's inputs.
    private void Look((BatchRows From, (int First, int Count) Rows, int Column) actions)
    {
        var to = scratch.Activations(0);
        Span<float> Next()
        {
            to += lanes;
            return new(to - lanes, lanes);
        }

        foreach (var channel in map.Places.Plain)
        {
            Now(channel).CopyTo(Next());
        }

        foreach (var channel in map.Places.Periodic)
        {
            TensorPrimitives.Cos(Now(channel), Next());
        }

        foreach (var channel in map.Places.Periodic)
        {
            TensorPrimitives.Sin(Now(channel), Next());
        }

        actions.From.Load(actions.Rows, (actions.Column, map.Actions), to, lanes);
        Scale();
    }

    private void Scale()
    {
        for (var feature = 0; feature < map.Mean.Length; feature++)
        {
            var row = Rows(scratch.Activations(0) + ((nint)feature * lanes), 1);
            TensorPrimitives.Subtract(row, map.Mean[feature], row);
            TensorPrimitives.Multiply(row, map.Inverse[feature], row);
        }
    }

    // The mean of the networks' means.
    private void Ask(MlpPass pass)
    {
        var said = Rows(scratch.Activations(map.Shape.Layers), map.States);
        var answer = Answer(0, map.States);
        pass.Forward(model.Weights, model.Networks.First, scratch, trains: false);
        said.CopyTo(answer);
        for (var other = 1; other < model.Networks.Count; other++)
        {
            pass.Forward(model.Weights, model.Networks.First + other, scratch, trains: false);
            TensorPrimitives.Add(answer, said, answer);
        }

        if (model.Networks.Count > 1)
        {
            TensorPrimitives.Multiply(answer, 1f / model.Networks.Count, answer);
        }
    }

    private void Draw(LaneNoise noise, int row, int step)
    {
        var deviations = Deviations();
        var pairs = (map.States + 1) / 2;
        for (var pair = 0; pair < pairs; pair++)
        {
            noise.Draw((row, (step * pairs) + pair), Spare(0), Spare(1), lanes);
            for (var channel = 2 * pair; channel < Math.Min(2 * (pair + 1), map.States); channel++)
            {
                TensorPrimitives.MultiplyAdd(Rows(Spare(channel % 2), 1), deviations.Slice(channel * lanes, lanes), Answer(channel, 1), Answer(channel, 1));
            }
        }
    }

    // √(e^a + 1 / (e⁻ᵇ + e⁻ᶻ)) is e^(s/2) of the bounded logarithm s = a + softplus(b − softplus(b − z) − a).
    private Span<float> Deviations()
    {
        var free = Rows(scratch.Activations(map.Shape.Layers) + ((nint)map.States * lanes), map.States);
        TensorPrimitives.Negate(free, free);
        TensorPrimitives.Exp(free, free);
        TensorPrimitives.Add(free, 1 / map.Variances.Highest, free);
        TensorPrimitives.Divide(1, free, free);
        TensorPrimitives.Add(free, map.Variances.Lowest, free);
        TensorPrimitives.Sqrt(free, free);
        return free;
    }

    private void Unscale()
    {
        for (var channel = 0; channel < map.States; channel++)
        {
            var answer = Answer(channel, 1);
            TensorPrimitives.Multiply(answer, map.Changes[channel], answer);
            TensorPrimitives.Add(answer, map.Usual[channel], answer);
        }
    }

    // From along and across the heading to x and y.
    private void TurnBack()
    {
        if (map.Places.Turned is not [var x, var y, var heading])
        {
            return;
        }

        float* sine = Spare(0), cosine = Spare(1);
        TensorPrimitives.Sin(Now(heading), Rows(sine, 1));
        TensorPrimitives.Cos(Now(heading), Rows(cosine, 1));
        var along = Answer(x, 1);
        var across = Answer(y, 1);
        for (var lane = 0; lane < lanes; lane++)
        {
            (along[lane], across[lane]) =
                ((cosine[lane] * along[lane]) - (sine[lane] * across[lane]), (cosine[lane] * across[lane]) + (sine[lane] * along[lane]));
        }
    }

    private Span<float> Now(int channel) => Rows(State + ((nint)channel * lanes), 1);

    private Span<float> Answer(int channel, int count) => Rows(State + ((nint)(map.States + channel) * lanes), count);

    private float* Spare(int row) => State + ((nint)((2 * map.States) + row) * lanes);

    private Span<float> Rows(float* from, int count) => new(from, count * lanes);
}
