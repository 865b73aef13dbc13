[assembly: AssemblyFixture(typeof(WorldModel.Tests.OneThread))]

namespace WorldModel.Tests;

/// <summary>
/// Keeps torch to one thread: tensors here are too small for two, which then only wait for each other, many times
/// longer than the work takes where something else runs on the machine.
/// </summary>
public sealed class OneThread
{
    public OneThread() => set_num_threads(1);
}
