using WorldModel.Data;
using WorldModel.Models;

namespace WorldModel.Tests.Memory;

/// <summary>The members that deal with stacked frames.</summary>
internal static class LeakCasesOfImitation
{
    internal static LeakCase[] All { get; } =
    [
        new("Histories.Stack", 2, on => on.Throws.Stack(2)),
        new("Histories.Newest", 1, on => on.Stacked.Newest(2)),
        new("new NearestHistory", 0, on => new NearestHistory(on.Throws, 2), Kept: 3),
        new("NearestHistory.Step", 1, on => on.Recall.Step(on.Stack, on.Action)),
        new("AutoregressiveMlp.For", 0, on => AutoregressiveMlp.For(on.Throws, 2, width: 8), Kept: 9),
        new("AutoregressiveMlp.forward", 1, on => on.Drawer.forward(on.Stack)),
        new("AutoregressiveMlp.Step", 1, on => on.Drawer.Step(on.Stack, on.Action)),
    ];
}
