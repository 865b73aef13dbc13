using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Models;

namespace WorldModel.Tests.Models;

public sealed class AutoregressiveMlpTests
{
    [Fact]
    public void An_untrained_network_nearly_draws_the_newest_frame_again()
    {
        Seed.Set(1);
        var film = Parabolas(20);
        var model = AutoregressiveMlp.For(film, frames: 3);
        var stacks = film.Stack(3).Initial;
        var usual = Scaler.OfChanges(film).Deviation.item<float>();
        Assert.True((model.call(stacks) - stacks.narrow(1, 0, 1)).abs().max().item<float>() < 0.3 * usual);
    }

    [Fact]
    public void A_step_draws_a_frame_and_pushes_it_on_the_stack()
    {
        Seed.Set(1);
        var film = Parabolas(3);
        var model = AutoregressiveMlp.For(film, frames: 3);
        var stacks = film.Stack(3).Initial;
        var next = model.Step(stacks, zeros(3, 0));
        Assert.True(next.narrow(1, 0, 1).equal(model.call(stacks)).all().item<bool>());
        Assert.True(next.narrow(1, 1, 2).equal(stacks.narrow(1, 0, 2)).all().item<bool>());
    }

    [Fact]
    public void It_learns_to_draw_falls_by_the_only_training_loop()
    {
        Seed.Set(1);
        var (film, unseen) = (Parabolas(200), Parabolas(50));
        var model = AutoregressiveMlp.For(film, frames: 3, width: 32);
        Windows Cut(Trajectories runs) => Windows.Cut(runs.Stack(3), 1);
        Tensor Loss(Windows pieces) => (model.call(pieces.Initial) - pieces.Targets.select(1, 0).narrow(1, 0, 1)).square().mean();
        var log = Trainer.Fit(model.parameters(), Cut(film), Cut(unseen), Loss, new(Epochs: 100, BatchSize: 128, LearningRate: 1e-2));
        Assert.True(Math.Sqrt(log.Min(epoch => epoch.Validation)) < 0.01, $"a frame 0.05 s ahead within 1 cm, not {Math.Sqrt(log.Min(epoch => epoch.Validation))} m");
        var drawn = model.Predict(unseen.Stack(3)).Newest(3);
        Assert.True((drawn.States - unseen.States[.., 2..]).abs().max().item<float>() < 0.3);
    }

    [Fact]
    public void It_draws_no_move_without_bound()
    {
        Seed.Set(1);
        var film = Parabolas(20);
        var model = AutoregressiveMlp.For(film, frames: 3);
        var far = model.call(full(1, 3, 1e6f)) - 1e6f;
        Assert.True(far.abs().item<float>() < 10, "tanh layers end somewhere");
    }

    [Fact]
    public void It_saves_all_that_it_needs()
    {
        var film = Parabolas(20);
        var (model, other) = (AutoregressiveMlp.For(film, 3), AutoregressiveMlp.For(Parabolas(5), 3));
        other.load_state_dict(model.state_dict());
        var stacks = film.Stack(3).Initial;
        Assert.True(model.call(stacks).equal(other.call(stacks)).all().item<bool>());
    }

    [Fact]
    public void Sizes_are_positive()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AutoregressiveMlp.For(Parabolas(2), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AutoregressiveMlp.For(Parabolas(2), 2, width: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AutoregressiveMlp.For(Parabolas(2), 2, depth: 0));
    }

    /// <summary>Falls from 2 to 4 m, 12 frames each.</summary>
    private static Trajectories Parabolas(int falls)
    {
        var t = 0.05f * arange(12, float32);
        var states = (2 + 2 * rand(falls, 1) - 4.9f * t.square()).unsqueeze(2);
        return new(Films.Frame, Space.None, states, zeros(falls, 11, 0), 0.05);
    }
}
