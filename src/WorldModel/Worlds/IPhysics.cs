namespace WorldModel.Worlds;

/// <summary>Equations of motion: how fast a state changes. A learned Hamiltonian is one more of these.</summary>
public interface IPhysics
{
    /// <summary>Channels of the state, size S.</summary>
    Space State { get; }

    /// <summary>Channels of the action, size A.</summary>
    Space Action { get; }

    /// <summary>dx/dt [B, S], in the state's units per second, from state [B, S] and action [B, A].</summary>
    Tensor Derivative(Tensor state, Tensor action);
}
