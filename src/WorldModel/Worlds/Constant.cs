using WorldModel.Native;

namespace WorldModel.Worlds;

/// <summary>Parameters of a world that were not given: tensors that live as long as their world.</summary>
internal static class Constant
{
    // A world is often the first thing of a notebook that asks for a tensor, so this is where libtorch has to load.
    internal static Tensor Of(params float[] values)
    {
        TorchLibrary.EnsureLoaded();
        return (values.Length == 1 ? tensor(values[0]) : tensor(values)).DetachFromDisposeScope();
    }
}
