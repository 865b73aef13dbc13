using WorldModel.Worlds;

namespace WorldModel.Tests.Memory;

/// <summary>The newer worlds' part of <see cref="LeakCases"/>.</summary>
internal static class WorldLeakCases
{
    internal static LeakCase[] All =>
    [
        new("new Spring", 0, _ => new Spring(), Kept: 2),
        new("Spring.Derivative", 1, on => new Spring().Derivative(on.State, on.Action), Kept: 2),
        new("Spring.Energy", 1, on => new Spring().Energy(on.State), Kept: 2),
        new("new Lorenz", 0, _ => new Lorenz(), Kept: 3),
        new("Lorenz.Derivative", 1, on => new Lorenz().Derivative(on.Start, on.Action), Kept: 3),
        new("new CartPole", 0, _ => new CartPole(), Kept: 4),
        new("CartPole.Derivative", 1, on => new CartPole().Derivative(on.Start, on.Action), Kept: 4),
        new("CartPole.Energy", 1, on => new CartPole().Energy(on.Start), Kept: 4),
        new("new DoublePendulum", 0, _ => new DoublePendulum(), Kept: 3),
        new("DoublePendulum.Derivative", 1, on => new DoublePendulum().Derivative(on.Start, on.Action), Kept: 3),
        new("new Boat", 0, _ => new Boat(), Kept: 7),
        new("Boat.Derivative", 1, on => new Boat().Derivative(on.Rowing, on.State), Kept: 7),
        new("DoublePendulum.Energy", 1, on => new DoublePendulum().Energy(on.Start), Kept: 3),
    ];
}
