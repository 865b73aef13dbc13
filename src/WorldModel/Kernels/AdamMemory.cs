namespace WorldModel.Kernels;

/// <summary>All that Adam knows of the past: by it a training that was broken off goes on as if nothing had happened.</summary>
/// <param name="First">First moments.</param>
/// <param name="Second">Second moments.</param>
/// <param name="Updates">How many updates were done.</param>
/// <param name="Continue">Goes on after that many.</param>
internal sealed record AdamMemory(IReadOnlyList<NativeFloats> First, IReadOnlyList<NativeFloats> Second, Func<int> Updates, Action<int> Continue)
{
    /// <summary>Copies by name; they belong to the caller's dispose scope.</summary>
    internal IEnumerable<(string Name, Tensor Value)> Copy() =>
        [("adam.updates", tensor((long)Updates())), .. Named().Select(moments => (moments.Name, Copy(moments.Floats)))];

    /// <summary>Goes on from copies.</summary>
    internal void Restore(IReadOnlyDictionary<string, Tensor> copies)
    {
        Continue((int)copies["adam.updates"].item<long>());
        foreach (var (name, floats) in Named())
        {
            copies[name].data<float>().ToArray().CopyTo(Span(floats));
        }
    }

    private IEnumerable<(string Name, NativeFloats Floats)> Named() =>
        First.Select((floats, i) => ($"adam.first.{i}", floats)).Concat(Second.Select((floats, i) => ($"adam.second.{i}", floats)));

    private static Tensor Copy(NativeFloats floats)
    {
        using var scope = NewDisposeScope();
        return tensor(Span(floats).ToArray()).MoveToOuterDisposeScope();
    }

    private static unsafe Span<float> Span(NativeFloats floats) => new(floats.Pointer, checked((int)floats.Count));
}
