namespace WorldModel.Kernels;

/// <summary>
/// Rollouts of networks of changes: each of an ensemble's networks from the same starts with the same actions, blocks of
/// lanes side by side on all threads. One run at a time goes another way, on which vectors hold outputs instead of lanes.
/// </summary>
internal sealed unsafe class MlpRollout(ResidualMap map, MlpWeights weights, MlpPass? pass = null) : IJob, IDisposable
{
    private readonly MlpPass pass = pass ?? MlpPass.Chosen;
    private readonly RolloutBlock?[] blocksOf = new RolloutBlock?[Workers.Count];
    private readonly SingleRollout single = new(map, weights);
    private BatchBlocks blocks;
    private RolloutTask task;

    /// <summary>Fills in all states.</summary>
    internal void Run(RolloutTask task)
    {
        this.task = task;
        var networks = weights.Networks;
        if (task.Runs == 1)
        {
            for (var network = 0; network < networks; network++)
            {
                single.Run(network, task);
            }

            return;
        }

        var lanes = blocks.Lanes;
        blocks = BatchBlocks.Of(task.Runs, pass.Multiple);
        if (lanes != blocks.Lanes)
        {
            Forget();
        }

        Workers.Run(this, networks * blocks.Count);
    }

    public void Run(int piece, int worker)
    {
        var (network, rows) = (piece / blocks.Count, blocks.Block(piece % blocks.Count));
        var block = blocksOf[worker] ??= new(map, blocks.Lanes, steps: 0);
        var states = new BatchRows(task.States + (network * (long)task.Runs * (task.Steps + 1) * map.States), (nint)(task.Steps + 1) * map.States);
        var actions = new BatchRows(task.Actions, (nint)task.Steps * map.Actions);
        new BatchRows(task.Initial, map.States).Load(rows, (0, map.States), block.State(0), block.Lanes);
        states.Store(rows, (0, map.States), block.State(0), block.Lanes);
        for (var step = 0; step < task.Steps; step++)
        {
            for (var held = 0; held < task.Stride; held++)
            {
                block.Forward(pass, (weights, network), 0, (actions, rows, step * map.Actions));
            }

            states.Store(rows, ((step + 1) * map.States, map.States), block.State(0), block.Lanes);
        }
    }

    public void Dispose()
    {
        Forget();
        single.Dispose();
    }

    private void Forget()
    {
        for (var worker = 0; worker < blocksOf.Length; worker++)
        {
            blocksOf[worker]?.Dispose();
            blocksOf[worker] = null;
        }
    }
}
