using WorldModel.Data;
using WorldModel.Learning;
using WorldModel.Models;

namespace WorldModel.Planning;

/// <summary>The networks of a practice: trained again after each trial, on all runs, from the weights of before.</summary>
internal sealed class Learner(PracticeOptions options)
{
    private ResidualMlp[] models = [];

    /// <summary>The networks as they are now.</summary>
    internal IReadOnlyList<ResidualMlp> Models => models;

    /// <summary>They step without a way back to their weights, on kernels where those serve.</summary>
    internal IReadOnlyList<IDynamics> Frozen() =>
        [.. models.Select(model => model.Changes.dtype == float32 && model.Changes.device.type == DeviceType.CPU ? model.Compile() : model)];

    /// <summary>Networks for runs like these with the weights of before, if there were any: what runs reach grows, and the scales of inputs and outputs with it.</summary>
    internal void Renew(Trajectories steps)
    {
        using var noGradient = no_grad();
        ResidualMlp[] renewed = [.. Enumerable.Range(0, options.Members).Select(_ => ResidualMlp.For(steps, options.Width))];
        foreach (var (model, before) in renewed.Zip(models))
        {
            foreach (var (to, from) in model.parameters().Zip(before.parameters()))
            {
                to.copy_(from);
            }

            before.Dispose();
        }

        models = renewed;
    }

    /// <summary>Every member sees all steps, in an order of its own. None is held back to choose by: there are too few.</summary>
    internal void Learn(Replay replay)
    {
        using var scope = NewDisposeScope();
        var steps = replay.OneByOne();
        var isFirst = models.Length == 0;
        Renew(steps);
        Windows windows = new(steps.States, steps.Actions);
        Array.ForEach(models, model => Trainer.Fit(model, windows, windows, isFirst ? options.First : options.Then));
    }

    /// <summary>All numbers of all networks by name.</summary>
    internal IEnumerable<(string Name, Tensor Value)> Numbers() =>
        models.SelectMany((model, i) => model.state_dict().Select(entry => ($"model.{i}.{entry.Key}", entry.Value)));
}
