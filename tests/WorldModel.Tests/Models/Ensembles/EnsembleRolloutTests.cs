using WorldModel.Models;
using WorldModel.Planning;

namespace WorldModel.Tests.Models;

public sealed class EnsembleRolloutTests
{
    private static readonly Trajectories Walks = EnsembleSamples.Walks();

    public static TheoryData<string[], string[], string[]> Seen => new()
    {
        { [], [], [] },
        { ["x", "y"], ["heading"], ["x", "y", "heading"] },
        { ["y"], ["surge", "heading"], ["y", "x", "surge"] },
    };

    [Theory]
    [MemberData(nameof(Seen))]
    public void A_rollout_by_kernels_is_TorchSharps_whatever_the_networks_see(string[] unseen, string[] periodic, string[] turned)
    {
        using var noGradient = no_grad();
        var model = Of(new() { Unseen = unseen, Periodic = periodic, Turned = turned });
        foreach (var runs in new[] { 1, 6, 150 })
        {
            var (initial, actions) = (2 * randn(runs, 4), randn(runs, 9, 2));
            Assert.Equal(0, Doubles.Worst(Stepped(model.forward, initial, actions), model.Run(initial, actions).States), 1e-4);
        }
    }

    [Fact]
    public void Each_compiled_member_says_its_mean()
    {
        using var noGradient = no_grad();
        var model = Of(EnsembleSamples.Turning);
        var compiled = model.Compile();
        Assert.Equal(3, compiled.Count);
        for (var member = 0; member < 3; member++)
        {
            var of = member;
            var expected = Stepped((state, action) => model.Predict(state, action).Mean[of], Walks.Initial, Walks.Actions);
            Assert.Equal(0, Doubles.Worst(expected, compiled[member].Predict(Walks).States), 1e-4);
            Assert.Equal(0, Doubles.Worst(expected.select(1, 1), compiled[member].Step(Walks.Initial, Walks.Actions.select(1, 0))), 1e-4);
        }
    }

    [Fact]
    public void What_is_compiled_stays_as_it_was()
    {
        using var noGradient = no_grad();
        var model = Of(Features.Plain);
        var (compiled, before) = (model.Compile()[0], model.Compile()[0].Predict(Walks).States);
        model.Weights(0)[^1].fill_(1);
        Assert.True(before.Equals(compiled.Predict(Walks).States));
        Assert.True(Doubles.Worst(before, model.Compile()[0].Predict(Walks).States) > 0.1);
    }

    [Fact]
    public void A_held_action_is_as_good_as_the_same_one_again()
    {
        using var noGradient = no_grad();
        var model = Of(EnsembleSamples.Turning);
        var twice = model.Run(Walks.Initial, Walks.Actions.repeat_interleave(2, 1)).States;
        Assert.True(new Strided(model, 2).Run(Walks.Initial, Walks.Actions).States.Equals(twice[.., TensorIndex.Slice(0, null, 2)]));
    }

    [Fact]
    public void Where_a_gradient_is_wanted_TorchSharp_steps()
    {
        var model = Of(Features.Plain);
        Assert.Null(model.TryRun(Walks.Initial, Walks.Actions, 1));
        Assert.True(model.Run(Walks.Initial, Walks.Actions).States.requires_grad);
        var error = Assert.Throws<InvalidOperationException>(() => model.Compile()[0].Step(Walks.Initial.alias().requires_grad_(), Walks.Actions.select(1, 0)));
        Assert.Contains("keeps no gradient", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_32_bit_floats_compile()
    {
        var exact = Ensemble.For(EnsembleSamples.Walks(float64), members: 2, width: 8);
        Assert.Contains("32-bit", Assert.Throws<InvalidOperationException>(exact.Compile).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_planner_hears_all_compiled_members_at_once_as_one_after_the_other()
    {
        using var noGradient = no_grad();
        var members = Of(EnsembleSamples.Turning).Compile();
        var (state, actions) = (Walks.Initial.narrow(0, 0, 1), randn(75, 12, 2));
        static Tensor Cost(Trajectories imagined) => imagined.States.square().sum([1, 2]);
        var (together, costs) = new PlanningTask(members, Cost, ActionLimits.Of((-1, 1), (-1, 1)), 0.5).Imagine(state, actions);
        for (var member = 0; member < members.Count; member++)
        {
            Assert.True(members[member].Run(state.expand(75, -1), actions).States.Equals(together[member].States));
        }

        var alone = stack(together.Select(Cost), 0);
        Assert.Equal(0, Doubles.Worst(alone.mean([0]) + (0.5 * alone.std(0, unbiased: false)), costs), 1e-3);
    }

    private static Ensemble Of(Features features)
    {
        Seed.Set(1);
        var model = Ensemble.For(Walks, members: 3, width: 19, features: features);
        using var noGradient = no_grad();
        foreach (var parameter in model.parameters())
        {
            parameter.mul_(2); // the last layer starts small
        }

        return model;
    }

    private static Tensor Stepped(Func<Tensor, Tensor, Tensor> step, Tensor initial, Tensor actions)
    {
        List<Tensor> states = [initial];
        for (var t = 0; t < actions.shape[1]; t++)
        {
            states.Add(step(states[^1], actions.select(1, t)));
        }

        return stack(states, 1);
    }
}
