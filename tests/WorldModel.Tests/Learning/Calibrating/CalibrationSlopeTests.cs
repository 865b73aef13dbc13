using WorldModel.Learning;
using WorldModel.Worlds;

namespace WorldModel.Tests.Learning.Calibrating;

public sealed class CalibrationSlopeTests
{
    [Fact]
    public void Derivatives_of_runs_are_those_of_central_differences()
    {
        Unknown[] unknowns = [new("length", "m", 0.3, 5), new("damping", "1/s", 0, 1)];
        Func<Trial, IDynamics> twin = trial => new Simulated(new Pendulum { Length = trial["length"], Damping = trial["damping"] }, 0.1);
        var initial = tensor(new[,] { { 1.2, 0 }, { 0.3, -1.5 }, { -2, 0.4 } });
        var torque = randn([3, 6, 1], float64, generator: new(3));
        var runs = twin(new(unknowns, tensor(new[] { 1.0, 0.1 }))).Run(initial, torque);
        CalibrationTask task = new(unknowns, runs, twin, initial: null);
        var (values, states) = (tensor(new[,] { { 1.5, 0.3 }, { 0.8, 0.6 } }), stack([initial, initial + 0.1]));

        var (slopes, residuals) = task.Slopes(values, states);
        Assert.Equal(Doubles.Of(task.Residuals(values, states)), Doubles.Of(residuals));
        for (var direction = 0; direction < 4; direction++)
        {
            var (v, s) = direction < 2 ? (Step(direction, 2), zeros(2)) : (zeros(2), Step(direction - 2, 2));
            var expected = (task.Residuals(values + v, states + s) - task.Residuals(values - v, states - s)) / 2e-5;
            Assert.InRange(Doubles.Worst(slopes.select(2, direction), expected), 0, 1e-7);
        }
    }

    [Fact]
    public void Runs_eliminated_one_by_one_give_the_steps_of_the_whole_system()
    {
        Generator random = new(7);
        var (slopes, residuals) = (randn([1, 3, 4, 9], float64, generator: random), randn([1, 3, 9], float64, generator: random));
        var (shared, own) = new ArrowSystem(slopes, residuals, unknowns: 2).Step(0);
        var whole = zeros([27, 8], float64);
        for (var run = 0; run < 3; run++)
        {
            whole[(9 * run)..(9 * run + 9), ..2] = slopes[0, run, ..2].mT;
            whole[(9 * run)..(9 * run + 9), (2 + 2 * run)..(4 + 2 * run)] = slopes[0, run, 2..].mT;
        }

        var expected = linalg.lstsq(whole, -residuals.flatten().unsqueeze(1)).Solution.flatten();
        Assert.InRange(Doubles.Worst(cat([shared.flatten(), own.flatten()]), expected), 0, 1e-9);
    }

    private static Tensor Step(int place, int size)
    {
        var step = zeros([size], float64);
        step[place] = 1e-5;
        return step;
    }
}
