using System.Numerics;
using WorldModel.Twins;

namespace WorldModel.Charts;

/// <summary>A scene as bodies, markers and labels; what moves is kept apart from what stands.</summary>
internal sealed class Stage(Scene scene, IReadOnlySet<string> moving, float extent)
{
    private const float Small = 0.02f;
    private const int MostLabels = 4;

    private readonly Dictionary<string, string> colors = scene.Placements.Select(p => p.Kind).Distinct()
        .Select((kind, i) => (kind, color: Shapes.ColorOf(kind) ?? Theme.ColorOf(i))).ToDictionary(pair => pair.kind, pair => pair.color);

    internal IReadOnlyList<Body> Bodies()
    {
        var parts = scene.Placements.Where(p => !(IsSmall(p) && moving.Contains(p.Name))).SelectMany(Pieces).ToList();
        var groups = parts.GroupBy(part => (part.Kind, part.Part.Name, Moves: moving.Contains(part.Owner)));
        HashSet<string> listed = [.. scene.Placements.Where(IsSmall).Select(p => p.Kind)];
        return [.. groups.OrderBy(group => group.First().Part.Opacity < 1).Select(group => Joined(group.Key.Kind, [.. group]))
            .Select(body => body with { InLegend = body.Color == colors[body.Name] && listed.Add(body.Name) })];
    }

    /// <summary>Small things would vanish in a wide scene, so they are markers as well.</summary>
    internal IReadOnlyList<Series> Markers()
    {
        HashSet<string> listed = [];
        return [.. scene.Placements.Where(IsSmall).GroupBy(p => (p.Kind, Moves: moving.Contains(p.Name)))
            .Select(group => Spots(group.Key.Kind, [.. group], Middle) with { Mark = Mark.Points, Width = group.Key.Moves ? 8 : 5, InLegend = listed.Add(group.Key.Kind) })];
    }

    /// <summary>Names of what is rare or moves; a name at every apple would hide the tree, one at every oar the boat.</summary>
    internal IReadOnlyList<Series> Labels()
    {
        var rare = scene.Placements.GroupBy(p => p.Kind).Where(group => group.Count() <= MostLabels).Select(group => group.Key).ToHashSet();
        var named = scene.Placements.Where(p => IsNamed(p, rare) && (p.Parent is null || !IsNamed(scene[p.Parent], rare)));
        return [.. named.GroupBy(p => moving.Contains(p.Name))
            .Select(group => Spots("names", [.. group], Above) with { Mark = Mark.Labels, Color = Theme.Ink, InLegend = false })];
    }

    private bool IsNamed(Placement placement, HashSet<string> rare) => !IsFlat(placement) && (rare.Contains(placement.Kind) || moving.Contains(placement.Name));

    private bool IsFlat(Placement placement) => placement.Size.Z < 0.001f * extent;

    private bool IsSmall(Placement placement) => MathF.Max(placement.Size.X, MathF.Max(placement.Size.Y, placement.Size.Z)) < Small * extent;

    private IEnumerable<(string Kind, string Owner, Part Part)> Pieces(Placement placement)
    {
        var (position, orientation) = scene.Pose(placement.Name);
        return Shapes.Of(placement, colors[placement.Kind])
            .Select(part => (placement.Kind, placement.Name, part with { Solid = part.Solid.At(position, orientation) }));
    }

    private static Body Joined(string kind, (string Kind, string Owner, Part Part)[] pieces)
    {
        List<Vector3> points = [];
        List<string> owners = [];
        List<(int, int, int)> faces = [];
        foreach (var (_, owner, part) in pieces)
        {
            var start = points.Count;
            faces.AddRange(part.Solid.Faces.Select(face => (face.A + start, face.B + start, face.C + start)));
            points.AddRange(part.Solid.Points);
            owners.AddRange(Enumerable.Repeat(owner, part.Solid.Points.Length));
        }

        return new(kind, pieces[0].Part.Color, [.. points], [.. faces]) { Opacity = pieces[0].Part.Opacity, IsOpen = pieces[0].Part.Solid.IsOpen, Texts = [.. owners] };
    }

    private Series Spots(string name, Placement[] placements, Func<Placement, Vector3> where)
    {
        Vector3[] points = [.. placements.Select(where)];
        return new(name, [.. points.Select(p => (double)p.X)], [.. points.Select(p => (double)p.Y)])
        {
            Z = [.. points.Select(p => (double)p.Z)],
            Color = colors.GetValueOrDefault(name, Theme.Ink),
            Group = name,
            Texts = [.. placements.Select(p => p.Name)],
        };
    }

    private Vector3 Middle(Placement placement) => On(placement, new(0, 0, placement.Size.Z / 2));

    private Vector3 Above(Placement placement) => On(placement, new(0, 0, placement.Size.Z)) + new Vector3(0, 0, 0.02f * extent);

    private Vector3 On(Placement placement, Vector3 own)
    {
        var (position, orientation) = scene.Pose(placement.Name);
        return position + Vector3.Transform(own, orientation);
    }
}
