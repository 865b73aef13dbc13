namespace WorldModel.Kernels;

/// <summary>
/// Rollouts of several models: each of them from the same starts with the same actions, blocks of lanes side by side on all
/// threads. No lane knows of another, so outcomes do not depend on who did which block.
/// </summary>
internal sealed unsafe class BlockRollouts(IReadOnlyList<IBlockModel> models, MlpPass? pass = null) : IRollouts, IJob, IDisposable
{
    private readonly MlpPass pass = pass ?? MlpPass.Chosen;
    private readonly IModelBlock?[] memory = new IModelBlock?[Workers.Count * models.Count];
    private BatchBlocks blocks;
    private RolloutTask task;

    /// <inheritdoc />
    public int Models => models.Count;

    /// <inheritdoc />
    public void Run(RolloutTask task)
    {
        this.task = task;
        var lanes = blocks.Lanes;
        blocks = BatchBlocks.Of(task.Runs, pass.Multiple);
        if (lanes != blocks.Lanes)
        {
            Dispose();
        }

        Workers.Run(this, models.Count * blocks.Count);
    }

    public void Run(int piece, int worker)
    {
        var (number, rows) = (piece / blocks.Count, blocks.Block(piece % blocks.Count));
        var model = models[number];
        var block = memory[(worker * models.Count) + number] ??= model.Block(blocks.Lanes);
        var states = new BatchRows(task.States + (number * (long)task.Runs * (task.Steps + 1) * model.States), (nint)(task.Steps + 1) * model.States);
        var actions = new BatchRows(task.Actions, (nint)task.Steps * model.Actions);
        new BatchRows(task.Initial, model.States).Load(rows, (0, model.States), block.State, blocks.Lanes);
        states.Store(rows, (0, model.States), block.State, blocks.Lanes);
        for (var step = 0; step < task.Steps; step++)
        {
            for (var held = 0; held < task.Stride; held++)
            {
                block.Step(pass, (step * task.Stride) + held, (actions, rows, step * model.Actions));
            }

            states.Store(rows, ((step + 1) * model.States, model.States), block.State, blocks.Lanes);
        }
    }

    public void Dispose()
    {
        for (var block = 0; block < memory.Length; block++)
        {
            memory[block]?.Dispose();
            memory[block] = null;
        }
    }
}
