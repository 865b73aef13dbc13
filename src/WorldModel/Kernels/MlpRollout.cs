namespace WorldModel.Kernels;

/// <summary>
/// Rollouts of networks of changes: blocks of lanes of each network side by side on all threads. One run at a time goes
/// another way, on which vectors hold outputs instead of lanes.
/// </summary>
internal sealed class MlpRollout(ResidualMap map, MlpWeights weights, MlpPass? pass = null) : IRollouts, IDisposable
{
    private readonly BlockRollouts blocks = new([.. Enumerable.Range(0, weights.Networks).Select(network => new ResidualModel(map, weights, network))], pass);
    private readonly SingleRollout single = new(map, weights);

    /// <inheritdoc />
    public int Models => weights.Networks;

    /// <inheritdoc />
    public void Run(RolloutTask task)
    {
        if (task.Runs != 1)
        {
            blocks.Run(task);
            return;
        }

        for (var network = 0; network < weights.Networks; network++)
        {
            single.Run(network, task);
        }
    }

    public void Dispose()
    {
        blocks.Dispose();
        single.Dispose();
    }
}
