using CsCheck;
using WorldModel.Models;
using WorldModel.Tests.Data;

namespace WorldModel.Tests.Models.Saving;

public sealed class ModelFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Kinds { get; } = [.. LearnedKinds.Names];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_kind_that_a_file_can_hold_is_tried_here() => Assert.Equal(LearnedKinds.Names.Order(), LearnedSamples.Kinds.Order());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_loaded_model_predicts_the_same_to_the_last_bit(string kind) =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 3], Gen.Bool).Sample(
            (size, depth, isDouble) =>
            {
                var (model, runs) = LearnedSamples.Make(kind, size, depth, isDouble ? float64 : float32);
                var loaded = RoundTrip(model);
                Assert.Equal(Doubles.Of(model.Predict(runs).States), Doubles.Of(loaded.Predict(runs).States));
                Assert.Equal(model.Predict(runs).States.dtype, loaded.Predict(runs).States.dtype);
                Assert.Equal(Compiled(model, runs), Compiled(loaded, runs));
            },
            iter: 12,
            threads: 1);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_has_the_same_blueprint(string kind)
    {
        var (model, _) = LearnedSamples.Make(kind, 5, 1);
        var loaded = RoundTrip(model);
        Assert.Equal(model.GetType(), loaded.GetType());
        Assert.True(loaded.State.SameAs(model.State) && loaded.Action.SameAs(model.Action));
        Assert.Equal(model.Dt, loaded.Dt);
        Assert.Equal(model.Blueprint.Options.OrderBy(option => option.Key), loaded.Blueprint.Options.OrderBy(option => option.Key));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_can_be_trained_further_and_lives_on_outside_of_the_scope_that_loaded_it(string kind)
    {
        var (model, runs) = LearnedSamples.Make(kind);
        ILearned loaded;
        using (NewDisposeScope())
        {
            loaded = RoundTrip(model);
        }

        var step = loaded.Step(runs.Initial, runs.Actions.select(1, 0));
        step.square().sum().backward();
        Assert.All(((nn.Module)loaded).parameters(), parameter => Assert.True(parameter.grad is not null));
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes_and_a_second_save_replaces_the_first()
    {
        var (model, _) = LearnedSamples.Make(nameof(ResidualMlp));
        ModelFile.Save(model, folder["a"]);
        ModelFile.Save(LearnedSamples.Make(nameof(ResidualMlp), 4).Model, folder["b"]);
        ModelFile.Save(model, folder["b"]);
        Assert.Equal(File.ReadAllBytes(folder["a"]), File.ReadAllBytes(folder["b"]));
        Assert.Equal(2, folder.Files.Length);
    }

    [Fact]
    public void Loading_draws_no_random_numbers()
    {
        var (model, _) = LearnedSamples.Make(nameof(ResidualMlp));
        Seed.Set(3);
        var expected = Doubles.Of(rand(3));
        Seed.Set(3);
        RoundTrip(model);
        Assert.Equal(expected, Doubles.Of(rand(3)));
    }

    [Fact]
    public void Another_kind_than_asked_for_is_refused_by_name()
    {
        ModelFile.Save(LearnedSamples.Make(nameof(ResidualMlp)).Model, folder["a.safetensors"]);
        Assert.Equal(8, Assert.Single(ModelFile.Load<ResidualMlp>(folder["a.safetensors"]).Blueprint.Options, option => option.Key == "width").Value.Length * 8);
        var error = Assert.Throws<ModelFileException>(() => ModelFile.Load<AutoregressiveMlp>(folder["a.safetensors"]));
        Assert.Contains("a.safetensors cannot be used: it holds a ResidualMlp, not a AutoregressiveMlp", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_could_not_be_loaded_back_is_not_saved()
    {
        var error = Assert.Throws<ArgumentException>(() => ModelFile.Save(new Unknown(), folder["a"]));
        Assert.Contains("'Unknown' could not be loaded back; files hold AutoregressiveMlp, ", error.Message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => ModelFile.Save(LearnedSamples.Make(nameof(ResidualMlp)).Model, folder["no/a"]));
        Assert.Empty(folder.Files);
    }

    private static double[] Compiled(ILearned model, Trajectories runs) =>
        model is ResidualMlp residual && runs.States.dtype == float32 ? Doubles.Of(residual.Compile().Predict(runs).States) : [];

    private ILearned RoundTrip(ILearned model)
    {
        ModelFile.Save(model, folder["model.safetensors"]);
        return ModelFile.Load(folder["model.safetensors"]);
    }

    private sealed class Unknown() : nn.Module(nameof(Unknown)), ILearned
    {
        public Blueprint Blueprint => new(nameof(Unknown), State, Action, Dt, new Dictionary<string, string>());

        public Space State => Space.None;

        public Space Action => Space.None;

        public double Dt => 1;

        public Tensor Step(Tensor state, Tensor action) => state;
    }
}
