using WorldModel.Charts;
using WorldModel.Models;
using WorldModel.Worlds;

namespace WorldModel.Tests.Memory;

/// <summary>The part of crowds and graph networks of <see cref="LeakCases"/>.</summary>
internal static class CrowdLeakCases
{
    private static readonly Crowd Two = new(2);

    internal static LeakCase[] All =>
    [
        new("Crowd.Positions", 1, on => Two.Positions(on.Pair)),
        new("Crowd.Velocities", 1, on => Two.Velocities(on.Pair)),
        new("Crowd.Masses", 1, on => Two.Masses(on.Pair)),
        new("Crowd.Radii", 1, on => Two.Radii(on.Pair)),
        new("Crowd.Compose", 3, on => Crowd.Compose(on.Rowing.view(6, 4, 2), on.Rowing.view(6, 4, 2), on.Rowing, on.Rowing)), // two are what it is given
        new("Crowd.Moved", 3, on => Two.Moved(on.Pair, on.Pair.view(6, 6, 2), on.Pair.view(6, 6, 2))), // likewise
        new("Crowd.Momentum", 1, on => Two.Momentum(on.Pair)),
        new("Crowd.KineticEnergy", 1, on => Two.KineticEnergy(on.Pair)),
        new("CrowdRuns.Join", 2, on => CrowdRuns.Join(on.Pairs, on.Pairs)),
        new("CrowdRuns.Turn", 1, on => Two.Turn(on.Pair, 1)),
        new("CrowdRuns.Boost", 1, on => Two.Boost(on.Pair, 1, 2)),
        new("Balls.Step", 1, on => new Balls(2).Step(on.Pair, on.Action)),
        new("BallStarts.Draw", 1, _ => new BallStarts().Draw(2, new(2, 2), 3, 1)),
        new("new Galaxy", 0, _ => new Galaxy(2), Kept: 3),
        new("Galaxy.Derivative", 1, on => new Galaxy(2).Derivative(on.Pair, on.Action), Kept: 3),
        new("Galaxy.Energy", 1, on => new Galaxy(2).Energy(on.Pair), Kept: 3),
        new("GalaxyStarts.Draw", 1, _ => new GalaxyStarts().Draw(3, 4, 1)),
        new("GraphNet.For", 0, on => GraphNet.For(on.Pairs, new(Width: 8)), Kept: 17),
        new("GraphNet.forward", 1, on => on.Graph.forward(on.Pair, on.Action)),
        new("GraphNet.Step", 1, on => on.Graph.Step(on.Pair, on.Action)),
        new("GraphNet.ForCrowd", 0, on => on.Graph.ForCrowd(3)),
        new("DiscsChart.Draw", 0, on => DiscsChart.Draw("a", null, 0, ("truth", on.Pairs))),
        new("GraphNet.Size", 0, on => on.Graph.Size()),
    ];
}
