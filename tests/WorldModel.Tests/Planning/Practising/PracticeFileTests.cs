using WorldModel.Models;
using WorldModel.Planning;
using WorldModel.Tests.Data;

namespace WorldModel.Tests.Planning;

/// <summary>A practice that is broken off loses nothing but the trial at hand.</summary>
public sealed class PracticeFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)] // among the random trials
    [InlineData(2)]
    [InlineData(4)]
    public void Broken_off_after_any_trial_it_ends_as_one_that_never_was(int trials)
    {
        var whole = Pushing.Begin(7).Practise(5);
        var next = rand(1).ToDouble();
        Pushing.Begin(7, file: folder["a"]).Practise(trials);
        var resumed = Pushing.Begin(7, file: folder["a"]);
        Assert.Equal(trials, resumed.Rows.Count);
        resumed.Practise(5);
        Assert.Equal(whole.Rows.Select(row => row with { Seconds = 0 }), resumed.Rows.Select(row => row with { Seconds = 0 }));
        Assert.Equal(next, rand(1).ToDouble());
        Assert.All(whole.Replay.Runs.Zip(resumed.Replay.Runs), pair => Assert.True(pair.First.States.Equals(pair.Second.States)));
        Assert.All(Weights(whole).Zip(Weights(resumed)), pair => Assert.True(pair.First.Equals(pair.Second)));
        Assert.Equal(["a"], folder.Files);
    }

    [Fact]
    public void A_trial_that_was_cut_short_leaves_the_file_of_the_trial_before()
    {
        var stops = 0;
        var task = Pushing.Task with { IsOver = _ => ++stops == 60 ? throw new InvalidOperationException("power cut") : false };
        Assert.Throws<InvalidOperationException>(() => Pushing.Begin(8, task, folder["a"]).Practise(5));
        var resumed = Pushing.Begin(8, file: folder["a"]).Practise(4);
        Assert.Equal(Pushing.Begin(8).Practise(4).Rows.Select(row => row.Return), resumed.Rows.Select(row => row.Return));
    }

    [Fact]
    public void The_file_of_another_practice_is_refused()
    {
        Pushing.Begin(9, file: folder["a"]).Practise(2);
        Says("random numbers at the start", () => Pushing.Begin(10, file: folder["a"]));
        Seed.Set(9);
        Says("practice is", () => GC.KeepAlive(new Practice(Pushing.Task, Pushing.Planner with { Horizon = 9 }, Pushing.Options with { File = folder["a"] })));
        Seed.Set(9);
        Says("practice is", () => GC.KeepAlive(new Practice(Pushing.Task, Pushing.Planner, Pushing.Options with { File = folder["a"], Members = 3 })));
    }

    [Fact]
    public void A_file_that_is_none_is_refused()
    {
        File.WriteAllText(folder["a"], "no practice");
        Says("no safetensors file", () => Pushing.Begin(1, file: folder["a"]));
        TensorFileWriter.Write(folder["b"], new Dictionary<string, string>(), new Dictionary<string, Tensor> { ["x"] = ones(1) });
        Says("its format is (none)", () => Pushing.Begin(1, file: folder["b"]));
    }

    [Fact]
    public void A_damaged_log_is_named() =>
        Assert.Contains("'1 2 x'", Assert.Throws<InvalidDataException>(() => PracticeRow.Read("1 2 x")).Message, StringComparison.Ordinal);

    private static void Says(string expected, Action begin) =>
        Assert.Contains(expected, Assert.Throws<ModelFileException>(begin).Message, StringComparison.Ordinal);

    private static IEnumerable<Tensor> Weights(Practice practice) => practice.Models.SelectMany(model => model.parameters());
}
