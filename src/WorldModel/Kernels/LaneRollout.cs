namespace WorldModel.Kernels;

/// <summary>Many runs of one law, in blocks of lanes that share nothing: each block takes all steps of its runs.</summary>
internal sealed unsafe class LaneRollout<TLaw, TImpact, TMethod, T>(TLaw law, TImpact impact, LanePlan plan, LaneRuns runs) : IJob
    where TLaw : struct, ILaneLaw
    where TImpact : struct, ILaneImpact
    where TMethod : struct, ILaneMethod
    where T : unmanaged, ILane<T>
{
    private readonly LaneSizes sizes = new(runs, LaneLoads<T>.Lanes);
    private T* memory;

    /// <summary>Steps all runs.</summary>
    internal void Run()
    {
        var pieces = (int)((runs.Count + sizes.Runs - 1) / sizes.Runs);
        using var floats = new NativeFloats((long)Math.Min(Workers.Count, pieces) * sizes.Numbers * LaneLoads<T>.Lanes);
        memory = (T*)floats.Pointer;
        Workers.Run(this, pieces);
    }

    /// <inheritdoc />
    public void Run(int piece, int worker)
    {
        var first = (long)piece * sizes.Runs;
        var count = (int)Math.Min(sizes.Runs, runs.Count - first);
        var vectors = (count + LaneLoads<T>.Lanes - 1) / LaneLoads<T>.Lanes;
        var block = new LaneBlock<TLaw, T>(law, sizes, vectors, memory + ((long)worker * sizes.Numbers));
        Begin(ref block, first, count);
        for (var step = 0L; step < runs.Steps; step += sizes.Steps)
        {
            Continue(ref block, first, count, step);
        }
    }

    private void Begin(ref LaneBlock<TLaw, T> block, long first, int count)
    {
        var given = runs.Given;
        LaneLoads<T>.Gather(given.Pointer + (first * given.RunStride), given.RunStride, block.Parameters, given.Size, (count, given.Size));
        LaneLoads<T>.Gather(runs.InitialOf(first), runs.Channels, block.State, runs.Channels, (count, runs.Channels));
        if (plan.KeepsInitial)
        {
            LaneLoads<T>.Scatter(block.State, runs.Channels, runs.StatesOf(first), runs.Rows * runs.Channels, (count, runs.Channels));
        }
    }

    // A few steps, whose actions are read and whose states are written together.
    private void Continue(ref LaneBlock<TLaw, T> block, long first, int count, long step)
    {
        var (s, a) = (runs.Channels, runs.Actions);
        var steps = (int)Math.Min(sizes.Steps, runs.Steps - step);
        LaneLoads<T>.Gather(runs.ActionsOf(first) + (step * a), runs.Steps * a, block.Actions, sizes.Steps * a, (count, steps * a));
        for (var i = 0; i < steps; i++)
        {
            block.Hold(i);
            Step(ref block);
            block.Keep(i);
        }

        var row = step + runs.Rows - runs.Steps;
        LaneLoads<T>.Scatter(block.Kept, sizes.Steps * s, runs.StatesOf(first) + (row * s), runs.Rows * s, (count, steps * s));
    }

    private void Step(ref LaneBlock<TLaw, T> block)
    {
        for (var i = 0; i < plan.Stride; i++)
        {
            TMethod.Step(block, plan.Dt);
            if (typeof(TImpact) != typeof(LaneNoImpact))
            {
                block.Resolve(impact, (float)plan.Dt);
            }

            block.Swap();
        }
    }
}
