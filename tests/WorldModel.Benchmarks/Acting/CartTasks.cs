using WorldModel.Learning;
using WorldModel.Planning;
using WorldModel.Worlds;

namespace WorldModel.Benchmarks.Acting;

/// <summary>Notebook 09's two tasks on the cart-pole.</summary>
internal static class CartTasks
{
    private static readonly ActionLimits Force = ActionLimits.Of((-10, 10));

    /// <summary>To keep the pole up; trials end when it falls, which planners are told. The return counts steps, of 200.</summary>
    internal static PracticeTask Balance { get; } = new(
        new Simulated(new CartPole(), 0.02), () => 0.1f * rand(1, 4) - 0.05f, Wobble, Force, run => run.Steps - Fallen(run.States[0, -1]).item<float>())
    {
        IsOver = state => Fallen(state).item<float>() > 0,
        Observe = state => state + tensor(new[] { 0.001f, 0.001f, 0.01f, 0.01f }) * randn_like(state),
    };

    /// <summary>To swing the pole up that hangs. The return counts the steps, of 100, in which it is upright within 18 degrees.</summary>
    internal static PracticeTask SwingUp { get; } = Hanging(new(new Strided(new Simulated(new CartPole(), 0.025), 2), "angle"));

    internal static PracticeOptions Balancing(int members) => new(Steps: 200, RandomSteps: 100, Members: members);

    internal static PracticeOptions Swinging(int members) => new(Steps: 100, RandomSteps: 100, Members: members) { First = Epochs(100), Then = Epochs(20) };

    private static FitOptions Epochs(int epochs) => new(epochs, BatchSize: 32, LearningRate: 2e-3) { WeightDecay = 0.01 };

    private static PracticeTask Hanging(Circular world) => new(
        world, () => world.Shown(0.05f * randn(1, 4) + tensor(new[] { 0, MathF.PI, 0, 0 })), Low, Force, run => (run.States[0].select(1, 1) > 0.95).sum().item<long>())
    {
        Observe = state => state + tensor(new[] { 0.005f, 0.005f, 0.005f, 0.02f, 0.02f }) * randn_like(state),
    };

    private static Tensor Fallen(Tensor state) => (state.select(-1, 0).abs() > 2.4).logical_or(state.select(-1, 1).abs() > 0.2094).to(float32);

    private static Tensor Wobble(Trajectories runs)
    {
        var state = runs.States.narrow(1, 1, runs.Steps);
        var off = (state.select(2, 0) / 2.4).square() + (state.select(2, 1) / 0.2094).square();
        return (Fallen(state).cumsum(1).clamp_max(1) + 0.1 * off.clamp_max(2)).sum(1);
    }

    private static Tensor Low(Trajectories runs)
    {
        var state = runs.States.narrow(1, 1, runs.Steps);
        return (0.5 * (1 - state.select(2, 1)) + 0.05 * state.select(2, 0).square()).sum(1);
    }
}
