using WorldModel.Worlds;

namespace WorldModel.Models;

/// <summary>A graph network at work on another number of objects than it was trained on.</summary>
internal sealed class GraphCrowd(GraphNet model, Crowd crowd, Room? room) : IDynamics
{
    public Space State => crowd.State;

    public Space Action => Space.None;

    public double Dt => model.Dt;

    public Tensor Step(Tensor state, Tensor action) => model.Advance(crowd, room, state);
}
