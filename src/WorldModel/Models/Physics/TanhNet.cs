using TorchSharp.Modules;

namespace WorldModel.Models;

/// <summary>
/// Two layers of tanh and a linear one, whose derivatives are written out: with d = 1 − tanh² of each layer, the slope of
/// the only output is W₁ᵀ·(d₁ ⊙ W₂ᵀ·(d₂ ⊙ w₃)). So a loss on slopes needs one backward pass, not two. Orthogonal weights
/// at the start, as in Greydanus et al. (arXiv 1906.01563); no last bias, which no slope would feel.
/// </summary>
internal sealed class TanhNet : nn.Module<Tensor, Tensor>
{
    private readonly Linear first;
    private readonly Linear second;
    private readonly Linear last;

    internal TanhNet(int inputs, int width, int outputs) : base(nameof(TanhNet))
    {
        first = nn.Linear(inputs, width);
        second = nn.Linear(width, width);
        last = nn.Linear(width, outputs, hasBias: false);
        RegisterComponents();
        using var scope = NewDisposeScope();
        foreach (var layer in new[] { first, second, last })
        {
            nn.init.orthogonal_(layer.weight!);
        }
    }

    /// <summary>Inputs, units of both hidden layers, outputs.</summary>
    internal int[] Sizes => [(int)first.in_features, (int)first.out_features, (int)second.out_features, (int)last.out_features];

    /// <summary>Weight and bias of each layer in turn, but of the last one, which has no bias.</summary>
    internal IReadOnlyList<Tensor> Weights() => [first.weight!, first.bias!, second.weight!, second.bias!, last.weight!];

    /// <summary>Outputs [..., O] of inputs [..., I].</summary>
    public override Tensor forward(Tensor input) => Rows(input, TanhFunction.Run);

    /// <summary>How the only output changes with each input: [..., I] at inputs [..., I].</summary>
    internal Tensor Slope(Tensor input) => Rows(input, SlopeFunction.Run);

    /// <summary>Outputs [B, O] of inputs [B, I], and how they change [B, D, O] along directions [B, D, I].</summary>
    internal (Tensor Outputs, Tensor Changes) Along(Tensor input, Tensor directions)
    {
        using var scope = NewDisposeScope();
        var (lower, upper) = Layers(input);
        var moved = (1 - lower.square()).unsqueeze(1) * directions.matmul(first.weight!.t());
        var changes = (1 - upper.square()).unsqueeze(1) * moved.matmul(second.weight!.t());
        return (last.call(upper).MoveToOuterDisposeScope(), last.call(changes).MoveToOuterDisposeScope());
    }

    private (Tensor Lower, Tensor Upper) Layers(Tensor input)
    {
        var lower = first.call(input).tanh();
        return (lower, second.call(lower).tanh());
    }

    // The operations take rows [B, I].
    private Tensor Rows(Tensor input, Func<Tensor, Tensor[], Tensor> operation)
    {
        using var scope = NewDisposeScope();
        var size = input.shape[^1];
        var rows = input.dim() == 2 ? input : input.reshape(-1, size);
        var answers = operation(rows, [first.weight!, first.bias!, second.weight!, second.bias!, last.weight!]);
        return (input.dim() == 2 ? answers : answers.reshape([.. input.shape[..^1], answers.shape[^1]])).MoveToOuterDisposeScope();
    }
}
