namespace WorldModel;

/// <summary>Anything that advances a state by one time step: a world, a twin, a learned model, or a control.</summary>
public interface IDynamics
{
    /// <summary>Channels of the state, size S.</summary>
    Space State { get; }

    /// <summary>Channels of the action, size A.</summary>
    Space Action { get; }

    /// <summary>Length of one step [s].</summary>
    double Dt { get; }

    /// <summary>Next state [B, S] from state [B, S] and action [B, A], which is held during the step.</summary>
    Tensor Step(Tensor state, Tensor action);
}
