using WorldModel.Kernels;

namespace WorldModel.Models;

/// <summary>An ensemble's rollouts by kernels, with its numbers as they are at each call.</summary>
internal sealed class EnsembleRollouts
{
    private readonly Lock gate = new();
    private readonly Ensemble model;
    private readonly EnsembleKernel kernel;
    private readonly EnsembleModel[] members;
    private readonly BlockRollouts together;
    private readonly BlockRollouts particles;

    internal EnsembleRollouts(Ensemble model)
    {
        (this.model, kernel) = (model, new(model));
        members = kernel.Alone();
        (together, particles) = (new([kernel.Together()]), new(members));
    }

    /// <summary>States [B, T+1, S], each step the mean of the members' means.</summary>
    internal Tensor Mean(Tensor initial, Tensor actions, int stride)
    {
        lock (gate)
        {
            kernel.Load(model);
            return together.Run(initial, actions, stride);
        }
    }

    /// <summary>States [E, B, T+1, S] of particles that keep to a member, each member's noise a stream of its own.</summary>
    internal Tensor Particles(Tensor initial, Tensor actions, int seed)
    {
        lock (gate)
        {
            kernel.Load(model);
            for (var member = 0; member < members.Length; member++)
            {
                members[member].Noise = new(seed, member);
            }

            return particles.RunAll(initial, actions, stride: 1);
        }
    }
}
