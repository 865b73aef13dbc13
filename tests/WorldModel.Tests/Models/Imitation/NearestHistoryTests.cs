using WorldModel.Data;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Models;

public sealed class NearestHistoryTests
{
    [Fact]
    public void It_repeats_the_move_that_followed_the_nearest_history()
    {
        // Two films: one climbs 1, 2, 3, …, the other falls 10, 8, 6, …
        NearestHistory recall = new(Films.Of([0, 1, 2, 3], [10, 8, 6, 4]), frames: 2);
        var next = recall.Step(tensor(new[] { 2.1f, 1, 6.2f, 8.1f }).reshape(2, 2), zeros(2, 0));
        Assert.True(next.allclose(tensor(new[] { 3.1f, 2.1f, 4.2f, 6.2f }).reshape(2, 2)), next.ToString(true));
    }

    [Fact]
    public void A_film_that_it_saw_it_plays_again()
    {
        var film = Films.Of([0, 1, 4, 9, 16, 25], [7, 7, 6, 4, 1, 0]);
        var played = new NearestHistory(film, 2).Predict(film.Stack(2)).Newest(2);
        Assert.True(played.States.allclose(film.States.narrow(1, 1, 5)));
    }

    [Fact]
    public void Histories_with_a_lost_frame_are_not_remembered()
    {
        var film = Films.Of([0, 1, 2, 3, 4, 5]);
        film.States[0, 3] = tensor(float.NaN);
        Assert.Equal(1, new NearestHistory(film, 2).Count); // 0, 1 → 2; the others hold frame 3
        Assert.Throws<ArgumentException>(() => new NearestHistory(Films.Of([0, float.NaN, 2, float.NaN]), 2));
    }

    [Fact]
    public void As_many_may_be_asked_as_one_likes()
    {
        var film = Films.Of([0, 1, 4, 9, 16, 25]);
        NearestHistory recall = new(film, 2);
        var stacks = film.Stack(2).Initial.expand(1000, 2);
        Assert.True(recall.Step(stacks, zeros(1000, 0)).allclose(recall.Step(stacks[..1], zeros(1, 0)).expand(1000, 2)));
    }

    [Fact]
    public void It_takes_no_actions()
    {
        var runs = new Simulated(new Pendulum(), 0.1).Run(ones(1, 2), zeros(1, 5, 1));
        Assert.Contains("take actions", Assert.Throws<ArgumentException>(() => new NearestHistory(runs, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("take actions", Assert.Throws<ArgumentException>(() => AutoregressiveMlp.For(runs, 2)).Message, StringComparison.Ordinal);
    }
}
