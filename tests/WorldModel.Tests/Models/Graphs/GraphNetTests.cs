using WorldModel.Data;
using WorldModel.Evaluation;
using WorldModel.Learning;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Models.Graphs;

public sealed class GraphNetTests
{
    private static readonly Room Hall = new(2, 1.6);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_order_of_the_objects_does_not_matter(bool isSymmetric)
    {
        using var scope = NewDisposeScope();
        var (model, states) = (Any(4, isSymmetric, Hall), Somewhere(4));
        var order = tensor(new long[] { 2, 0, 3, 1 });
        var moved = Next(model, states);
        Assert.True(Doubles.Worst(moved, new ConstantVelocity(Runs(states)).Step(states, zeros(1, 0))) > 1e-3); // Something happens.
        Assert.InRange(Doubles.Worst(Next(model, Shuffled(states, order)), Shuffled(moved, order)), 0, 1e-12);
    }

    [Fact]
    public void A_symmetric_network_keeps_momentum_and_the_motion_of_the_centre_of_mass()
    {
        using var scope = NewDisposeScope();
        var (model, states, crowd) = (Any(5, isSymmetric: true), Somewhere(5), new Crowd(5));
        var after = Next(model, states);
        Assert.InRange(Doubles.Worst(crowd.Momentum(after), crowd.Momentum(states)), 0, 1e-12);
        Assert.InRange(Doubles.Worst(Centre(after), Centre(states) + model.Dt * crowd.Momentum(states)), 0, 1e-12);
        Assert.True(Doubles.Worst(crowd.Momentum(Next(Any(5, isSymmetric: false), states)), crowd.Momentum(states)) > 1e-3);

        Tensor Centre(Tensor of) => (crowd.Masses(of).unsqueeze(-1) * crowd.Positions(of)).sum(-2L);
    }

    [Fact]
    public void A_symmetric_network_turns_and_drifts_with_the_world()
    {
        using var scope = NewDisposeScope();
        var (model, states, crowd) = (Any(4, isSymmetric: true), Somewhere(4), new Crowd(4));
        var after = Next(model, states);
        Assert.InRange(Doubles.Worst(Next(model, crowd.Turn(states, 0.7)), crowd.Turn(after, 0.7)), 0, 1e-10);
        Assert.InRange(Doubles.Worst(Next(model, Mirrored(states)), Mirrored(after)), 0, 1e-10);

        var drifting = crowd.Boost(after, 3, -2);
        var carried = crowd.Moved(drifting, crowd.Positions(drifting) + model.Dt * tensor(new[] { 3.0, -2 }), crowd.Velocities(drifting));
        Assert.InRange(Doubles.Worst(Next(model, crowd.Boost(states, 3, -2)), carried), 0, 1e-10);

        var plain = Any(4, isSymmetric: false);
        Assert.True(Doubles.Worst(Next(plain, crowd.Turn(states, 0.7)), crowd.Turn(Next(plain, states), 0.7)) > 1e-3);

        Tensor Mirrored(Tensor of) => crowd.Moved(of, crowd.Positions(of) * tensor(new[] { 1.0, -1 }), crowd.Velocities(of) * tensor(new[] { 1.0, -1 }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Far_away_objects_change_nothing_and_near_ones_do(bool isSymmetric)
    {
        using var scope = NewDisposeScope();
        var model = Any(3, isSymmetric, cutoff: 0.5);
        Tensor Place(double gap) => Doubles.Row(0, 0, 0.2 + gap, 0, 50, 0, 0.3, 0.1, -0.2, 0.4, 1, 1, 1, 2, 3, 0.1, 0.1, 0.1);
        Tensor First(double gap) => Next(model, Place(gap)).select(1, 6);
        Assert.Equal(First(0.51).ToDouble(), First(20).ToDouble());
        Assert.NotEqual(First(0.51).ToDouble(), First(0.49).ToDouble());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void More_objects_are_many_small_crowds_where_these_are_far_apart(bool isSymmetric)
    {
        using var scope = NewDisposeScope();
        var (model, states) = (Any(3, isSymmetric, cutoff: 3), Somewhere(3));
        Crowd three = new(3), six = new(6);
        var far = three.Moved(states, three.Positions(states) + 100, three.Velocities(states));
        Tensor Side(Func<Crowd, Tensor, Tensor> part) => cat([part(three, states), part(three, far)], dim: 1);
        var both = Crowd.Compose(Side((c, s) => c.Positions(s)), Side((c, s) => c.Velocities(s)), Side((c, s) => c.Masses(s)), Side((c, s) => c.Radii(s)));
        var after = six.Velocities(model.ForCrowd(6).Step(both, zeros(1, 0)));
        Assert.InRange(Doubles.Worst(after.narrow(1, 0, 3), three.Velocities(Next(model, states))), 0, 1e-12);
        Assert.InRange(Doubles.Worst(after.narrow(1, 3, 3), three.Velocities(Next(model, far))), 0, 1e-12);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Empty_places_stay_empty_and_unseen(bool isSymmetric)
    {
        using var scope = NewDisposeScope();
        var (model, states) = (Any(4, isSymmetric, Hall), Somewhere(3));
        var padded = CrowdRuns.Join(Runs(states), Runs(Somewhere(4))).Initial.narrow(0, 0, states.shape[0]).to(float64);
        var (full, part) = (Next(model, padded), model.ForCrowd(3, Hall).Step(states, zeros(1, 0)));
        Assert.InRange(Doubles.Worst(new Crowd(4).Velocities(full).narrow(1, 0, 3), new Crowd(3).Velocities(part)), 0, 1e-6);
        Assert.Equal(0, new Crowd(4).Positions(full).narrow(1, 3, 1).abs().max().ToDouble());
    }

    [Fact]
    public void Without_sight_of_others_only_walls_are_left()
    {
        using var scope = NewDisposeScope();
        var model = Any(3, isSymmetric: true, Hall, seesOthers: false);
        var (states, crowd) = (Somewhere(3), new Crowd(3));
        var elsewhere = states.clone();
        elsewhere.narrow(1, 2, 4).add_(0.1);
        Assert.Equal(0, Doubles.Worst(crowd.Velocities(Next(model, states)).select(1, 0), crowd.Velocities(Next(model, elsewhere)).select(1, 0)));
        Assert.True(Doubles.Worst(crowd.Velocities(Next(model, states)), crowd.Velocities(states)) > 1e-3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Gradients_reach_the_first_state(bool isSymmetric)
    {
        var (model, weights) = (Any(3, isSymmetric, Hall), randn([18], float64));
        Gradient.AssertAgrees(state => (model.Step(model.Step(state, zeros(1, 0)), zeros(1, 0)) * weights).sum(), Somewhere(3, runs: 1), 1e-5);
    }

    [Fact]
    public void Training_brings_the_loss_far_down_and_a_crowd_of_another_size_follows()
    {
        Seed.Set(1);
        var runs = Runs(new BallStarts().Draw(2, Hall, 40, seed: 1), steps: 40);
        var model = GraphNet.For(runs, new(Cutoff: 0.2, Width: 16, Room: Hall));
        var (pieces, other) = (Windows.Cut(runs, 1), Runs(new BallStarts().Draw(4, Hall, 20, seed: 2), steps: 20));
        var before = Error(model.ForCrowd(4, Hall), other);
        var log = Trainer.Fit(model.parameters(), pieces, pieces, w => (model.Step(w.Initial, w.Initial) - w.Targets.select(1, 0)).square().mean(), new(Epochs: 12, BatchSize: 128, LearningRate: 1e-2));
        Assert.InRange(log[^1].Train / log[0].Train, 0, 0.5);
        Assert.InRange(Error(model.ForCrowd(4, Hall), other) / before, 0, 0.7);
    }

    [Fact]
    public void A_blueprint_makes_a_network_of_the_same_shape()
    {
        foreach (var model in new[] { Any(4, isSymmetric: true, Hall), Any(3, isSymmetric: false, cutoff: 0.25, seesOthers: false) })
        {
            var twin = GraphNet.Make(model.Blueprint);
            Assert.Equal(model.Options, twin.Options);
            Assert.Equal(model.state_dict().Select(entry => (entry.Key, string.Join(',', entry.Value.shape))), twin.state_dict().Select(entry => (entry.Key, string.Join(',', entry.Value.shape))));
            Assert.True(model.State.SameAs(twin.State));
        }
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        var runs = Runs(Somewhere(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => GraphNet.For(runs, new(Cutoff: 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => GraphNet.For(runs, new(Width: 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Any(3, isSymmetric: true).ForCrowd(0));
        Assert.Contains("initial states must be [B, 24]", Assert.Throws<ArgumentException>(() => Any(3, isSymmetric: true).ForCrowd(4).Run(Somewhere(3), 1)).Message, StringComparison.Ordinal);
    }

    private static double Error(IDynamics model, Trajectories runs)
    {
        var pieces = Windows.Cut(runs, 1);
        using var noGradient = no_grad();
        return (model.Step(pieces.Initial, pieces.Initial) - pieces.Targets.select(1, 0)).square().mean().sqrt().ToDouble();
    }

    private static Tensor Next(GraphNet model, Tensor states)
    {
        using var noGradient = no_grad();
        return model.Step(states, zeros([states.shape[0], 0]));
    }

    // Untrained, but with answers as large as those of a trained one.
    private static GraphNet Any(int count, bool isSymmetric, Room? room = null, double cutoff = double.PositiveInfinity, bool seesOthers = true)
    {
        Seed.Set(5);
        var model = GraphNet.For(Runs(Somewhere(count)), new(cutoff, Width: 8, IsSymmetric: isSymmetric, Room: room, SeesOthers: seesOthers));
        model.to(float64);
        using var noGradient = no_grad();
        foreach (var parameter in model.parameters())
        {
            parameter.mul_(3);
        }

        return model;
    }

    private static Tensor Somewhere(int count, int runs = 7) => new BallStarts { Radius = (0.05, 0.1) }.Draw(count, Hall, runs, seed: 4).to(float64);

    private static Trajectories Runs(Tensor start, int steps = 10) => new Balls((int)start.shape[1] / 6, Hall).Run(start.to(float32), steps);

    private static Tensor Shuffled(Tensor states, Tensor order)
    {
        var crowd = new Crowd((int)order.numel());
        Tensor Sort(Tensor values, int dim) => values.index_select(dim, order);
        return Crowd.Compose(Sort(crowd.Positions(states), 1), Sort(crowd.Velocities(states), 1), Sort(crowd.Masses(states), 1), Sort(crowd.Radii(states), 1));
    }
}
