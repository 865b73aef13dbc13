namespace WorldModel.Models;

/// <summary>Particles of an ensemble, step by step through TorchSharp: for every device and number type.</summary>
internal static class TrajectorySampling
{
    /// <summary>States [E, B, T+1, S] of particles that keep to a member and draw from its Gaussian in every step.</summary>
    /// <param name="model">The ensemble.</param>
    /// <param name="initial">Where each particle of a member starts [B, S].</param>
    /// <param name="actions">Their actions [B, T, A].</param>
    /// <param name="seed">Seed of what is drawn.</param>
    internal static Tensor Run(Ensemble model, Tensor initial, Tensor actions, int seed)
    {
        using var scope = NewDisposeScope();
        using var generator = Seed.Generator(seed);
        List<Tensor> states = [initial.expand(model.Members, -1, -1)];
        for (var step = 0; step < actions.shape[1]; step++)
        {
            states.Add(Draw(model, states[^1], actions.select(1, step).expand(model.Members, -1, -1), generator));
        }

        return stack(states, dim: 2).MoveToOuterDisposeScope();
    }

    private static Tensor Draw(Ensemble model, Tensor state, Tensor action, Generator generator)
    {
        using var scope = NewDisposeScope();
        var (centre, logarithm) = model.Scaled(model.Frame.Inputs(state, action));
        var noise = randn(centre.shape, generator: generator).to(centre.dtype, centre.device);
        return model.Frame.Next(state, centre + ((0.5 * logarithm).exp() * noise)).MoveToOuterDisposeScope();
    }
}
