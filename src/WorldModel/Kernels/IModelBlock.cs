namespace WorldModel.Kernels;

/// <summary>A block of lanes of one model.</summary>
internal unsafe interface IModelBlock : IDisposable
{
    /// <summary>State [S][lanes] of now.</summary>
    float* State { get; }

    /// <summary>From the state of now to the next.</summary>
    /// <param name="pass">How to go through networks.</param>
    /// <param name="step">Number of the step, from 0.</param>
    /// <param name="actions">Rows of actions, and which of them and which columns are this step's.</param>
    void Step(MlpPass pass, int step, (BatchRows From, (int First, int Count) Rows, int Column) actions);
}
