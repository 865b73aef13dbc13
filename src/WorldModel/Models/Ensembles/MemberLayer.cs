using TorchSharp.Modules;

namespace WorldModel.Models;

/// <summary>One linear layer of all members at once: a batched matrix product.</summary>
internal sealed class MemberLayer : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly Parameter bias;

    /// <summary>Weights drawn as TorchSharp's own linear layer draws them, for each member anew.</summary>
    internal MemberLayer(int members, int inputs, int outputs) : base(nameof(MemberLayer))
    {
        using var noGradient = no_grad();
        var most = 1 / Math.Sqrt(inputs);
        weight = new(empty(members, outputs, inputs).uniform_(-most, most));
        bias = new(empty(members, outputs).uniform_(-most, most));
        RegisterComponents();
    }

    /// <summary>Outputs [E, B, outputs] of inputs [E, B, inputs].</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return (input.matmul(weight.transpose(1, 2)) + bias.unsqueeze(1)).MoveToOuterDisposeScope();
    }

    /// <summary>Starts near zero.</summary>
    internal MemberLayer Small()
    {
        using var noGradient = no_grad();
        weight.mul_(0.1);
        bias.zero_();
        return this;
    }

    /// <summary>Weight [outputs, inputs] and bias [outputs] of one member, which share their memory.</summary>
    internal Tensor[] Of(int member) => [weight.detach().select(0, member), bias.detach().select(0, member)];
}
