namespace WorldModel.Worlds;

/// <summary>One step of length dt [s] along equations of motion: next state [B, S] from state [B, S] and action [B, A].</summary>
public delegate Tensor Integrator(IPhysics physics, Tensor state, Tensor action, double dt);
