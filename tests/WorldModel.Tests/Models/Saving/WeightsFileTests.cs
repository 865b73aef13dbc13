using TorchSharp.Modules;
using WorldModel.Data;
using WorldModel.Models;
using WorldModel.Tests.Data;
using WorldModel.Worlds;

namespace WorldModel.Tests.Models.Saving;

public sealed class WeightsFileTests : IDisposable
{
    private static readonly Pendulum Law = new() { Damping = tensor(0f) };

    private readonly TemporaryFolder folder = new();

    private string Path => folder["twin.safetensors"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_hybrid_twin_that_is_built_from_other_runs_predicts_the_same_after_loading()
    {
        var (saved, runs) = (Twin(seed: 1), Swings(5));
        WeightsFile.Save(saved, Path);
        var loaded = Twin(seed: 2);
        Tensor Rate(HybridTwin twin) => twin.Derivative(runs.Initial, zeros(5, 1));
        Assert.True(Doubles.Worst(Rate(loaded), Rate(saved)) > 0);
        WeightsFile.LoadInto(loaded, Path);
        Assert.Equal(Doubles.Of(Rate(saved)), Doubles.Of(Rate(loaded)));
    }

    [Fact]
    public void Calibrated_parameters_and_the_correction_beside_them_go_into_one_file()
    {
        Seed.Set(1);
        static Dictionary<string, Tensor> Named(Parameter gravity, Correction slowing)
        {
            var named = slowing.state_dict(prefix: "slowing");
            named["gravity"] = gravity;
            return named;
        }

        var (gravity, slowing) = (new Parameter(tensor(9.7f)), Shaken(Correction.For(rand(20, 1), tensor(new[] { 4f }))));
        WeightsFile.Save(Named(gravity, slowing), Path);
        var (again, empty) = (new Parameter(tensor(0f)), Correction.For(5 * rand(9, 1), tensor(new[] { 1f })));
        WeightsFile.LoadInto(Named(again, empty), Path);
        Assert.Equal(9.7f, again.item<float>());
        Assert.Equal(Doubles.Of(slowing.call(ones(3, 1))), Doubles.Of(empty.call(ones(3, 1))));
        Assert.True(again.requires_grad && empty.parameters().All(parameter => parameter.requires_grad));
    }

    [Fact]
    public void Another_architecture_is_refused_and_nothing_of_the_file_gets_in()
    {
        WeightsFile.Save(Twin(seed: 1), Path);
        var wider = Twin(seed: 2, width: 9);
        var before = wider.state_dict().ToDictionary(pair => pair.Key, pair => Doubles.Of(pair.Value));
        AssertRefused(() => WeightsFile.LoadInto(wider, Path), "F32 [8] and should be F32 [9]", "another model");
        AssertRefused(() => WeightsFile.LoadInto(Twin(seed: 2, depth: 1), Path), "has too many tensors", "another model");
        AssertRefused(() => WeightsFile.LoadInto(Twin(seed: 2).to(float64), Path), "should be F64", "another model");
        Assert.All(wider.state_dict(), pair => Assert.Equal(before[pair.Key], Doubles.Of(pair.Value)));
    }

    [Fact]
    public void A_whole_model_and_mere_weights_are_told_apart()
    {
        ModelFile.Save(LearnedSamples.Make(nameof(ResidualMlp)).Model, Path);
        AssertRefused(() => WeightsFile.LoadInto(Twin(seed: 1), Path), "ModelFile.Load");
        WeightsFile.Save(Twin(seed: 1), Path);
        AssertRefused(() => ModelFile.Load(Path), "not of a model that ModelFile.Save wrote");
    }

    [Fact]
    public void Files_that_are_missing_cut_short_or_newer_are_refused()
    {
        var twin = Twin(seed: 1);
        AssertRefused(() => WeightsFile.LoadInto(twin, Path), "Could not find file");
        WeightsFile.Save(twin, Path);
        var whole = File.ReadAllBytes(Path);
        File.WriteAllBytes(Path, whole[..^1]);
        AssertRefused(() => WeightsFile.LoadInto(twin, Path), "cut short");
        var text = System.Text.Encoding.Latin1.GetString(whole).Replace("\"format_version\":\"1\"", "\"format_version\":\"7\"", StringComparison.Ordinal);
        File.WriteAllBytes(Path, System.Text.Encoding.Latin1.GetBytes(text));
        AssertRefused(() => WeightsFile.LoadInto(twin, Path), "format version '7'", "update the library");
    }

    [Fact]
    public void What_has_no_numbers_is_not_saved()
    {
        Assert.Contains("RegisterComponents", Assert.Throws<ArgumentException>(() => WeightsFile.Save(nn.Identity(), Path)).Message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => WeightsFile.Save(Twin(seed: 1), folder["no/twin"]));
        Assert.Empty(folder.Files);
    }

    private void AssertRefused(Action load, params string[] words)
    {
        var message = Assert.Throws<ModelFileException>(load).Message;
        Assert.All([Path, .. words], word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    private static HybridTwin Twin(int seed, int width = 8, int depth = 2)
    {
        Seed.Set(seed);
        return Shaken(HybridTwin.For(Law, Swings(4), ["angular speed"], width, depth));
    }

    // As if it had been trained: an untrained one adds nothing.
    private static T Shaken<T>(T module) where T : nn.Module
    {
        using var noGradient = no_grad();
        foreach (var parameter in module.parameters())
        {
            parameter.copy_(rand_like(parameter));
        }

        return module;
    }

    private static Trajectories Swings(int runs) => new Simulated(Law, 0.1).Run(2 * rand(runs, 2) - 1, zeros(runs, 30, 1));
}
