using WorldModel.Benchmarks.Hamiltonian;

namespace WorldModel.Tests.Benchmarks;

public sealed class HamiltonianTests
{
    [Fact]
    public void Each_task_keeps_its_energy_and_can_be_measured()
    {
        foreach (var task in HamiltonianTask.All)
        {
            using var scope = NewDisposeScope();
            var energy = task.Energy(task.Run(2, 3, 10).States);
            Assert.InRange(Doubles.Worst(energy, energy.narrow(1, 0, 1)), 0, 1e-4);
            var (mlp, hnn) = HamiltonianRun.Measure(task with { Size = (2, 10, 3) }, 1, new(2, 4));
            Assert.True(double.IsFinite(mlp) && double.IsFinite(hnn) && mlp != hnn);
        }
    }
}
