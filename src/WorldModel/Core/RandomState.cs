namespace WorldModel;

/// <summary>Where the random numbers of <see cref="Seed.Set"/> stand.</summary>
internal static class RandomState
{
    /// <summary>All that it takes to draw the same numbers again: bytes.</summary>
    internal static Tensor Save()
    {
        using var generator = torch.Generator.Default;
        return generator.get_state();
    }

    internal static void Load(Tensor state)
    {
        using var generator = torch.Generator.Default;
        generator.set_state(state);
    }

    /// <summary>Random numbers go on after it is disposed as if nothing had been drawn since.</summary>
    internal static IDisposable Keep() => new Kept(Save().DetachFromDisposeScope());

    private sealed class Kept(Tensor state) : IDisposable
    {
        public void Dispose()
        {
            Load(state);
            state.Dispose();
        }
    }
}
