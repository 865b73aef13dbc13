namespace WorldModel.Kernels;

/// <summary>One of several networks of changes, as a model of blocks.</summary>
internal sealed unsafe class ResidualModel(ResidualMap map, MlpWeights weights, int network) : IBlockModel
{
    /// <inheritdoc />
    public int States => map.States;

    /// <inheritdoc />
    public int Actions => map.Actions;

    /// <inheritdoc />
    public IModelBlock Block(int lanes) => new OneStep(new(map, lanes, steps: 0), weights, network);

    private sealed class OneStep(RolloutBlock block, MlpWeights weights, int network) : IModelBlock
    {
        public float* State => block.State(0);

        public void Step(MlpPass pass, int step, (BatchRows From, (int First, int Count) Rows, int Column) actions) =>
            block.Forward(pass, (weights, network), 0, actions);

        public void Dispose() => block.Dispose();
    }
}
