using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WorldModel.Data;

namespace WorldModel.Learning;

/// <summary>What makes a training this one and no other, as texts: a checkpoint of any other must not go on as it.</summary>
internal static class TrainingIdentity
{
    internal static IReadOnlyDictionary<string, string> Of(FitOptions options, IEnumerable<Tensor> parameters, TrainingMaterial material)
    {
        using var scope = NewDisposeScope();
        return new Dictionary<string, string>
        {
            [nameof(options.Epochs)] = Text(options.Epochs),
            [nameof(options.BatchSize)] = Text(options.BatchSize),
            [nameof(options.LearningRate)] = Text(options.LearningRate),
            [nameof(options.Patience)] = Text(options.Patience),
            [nameof(options.ClipNorm)] = Text(options.ClipNorm),
            [nameof(options.Schedule)] = options.Schedule.ToString(),
            [nameof(options.WarmUp)] = Text(options.WarmUp),
            [nameof(options.WeightDecay)] = Text(options.WeightDecay),
            [nameof(options.InputNoise)] = Text(options.InputNoise),
            [nameof(options.Ramp)] = Text(options.Ramp),
            [nameof(options.Truncation)] = Text(options.Truncation),
            ["training windows"] = Digest(material.Train.States, material.Train.Actions),
            ["validation windows"] = Digest(material.Validation.States, material.Validation.Actions),
            ["parameters at the start"] = Digest([.. parameters]),
            ["random numbers at the start"] = Digest(RandomState.Save()),
        };
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Digest(params Tensor[] tensors)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var tensor in tensors)
        {
            using var scope = NewDisposeScope();
            hash.AppendData(Encoding.UTF8.GetBytes($"{tensor.dtype} [{string.Join(", ", tensor.shape)}]"));
            hash.AppendData(tensor.numel() == 0 ? [] : tensor.detach().cpu().contiguous().bytes);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash().AsSpan(0, 16));
    }
}
