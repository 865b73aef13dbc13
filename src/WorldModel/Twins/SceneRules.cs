using System.Numerics;

namespace WorldModel.Twins;

/// <summary>What must hold for placements to form a scene.</summary>
internal static class SceneRules
{
    private const float UnitTolerance = 1e-4f;

    internal static void Validate(IReadOnlyList<Placement> placements)
    {
        var parents = placements.Where(p => !string.IsNullOrWhiteSpace(p.Name)).GroupBy(p => p.Name).ToDictionary(group => group.Key, group => group.First().Parent);
        HashSet<string> names = [];
        var problems = placements.SelectMany((placement, row) => Problems(placement, names, parents).Select(problem => $"row {row + 1} ('{placement.Name}'): {problem}")).ToList();
        if (problems.Count > 0)
        {
            throw new SceneException($"the placements make no scene:\n  {string.Join("\n  ", problems)}");
        }
    }

    private static IEnumerable<string> Problems(Placement placement, HashSet<string> names, Dictionary<string, string?> parents)
    {
        if (string.IsNullOrWhiteSpace(placement.Name))
        {
            yield return "it has no name";
        }
        else if (!names.Add(placement.Name))
        {
            yield return "the name is taken by an earlier row";
        }

        if (placement.Parent is { } parent && !parents.ContainsKey(parent))
        {
            yield return $"its parent '{parent}' does not exist";
        }
        else if (CarriesItself(placement, parents))
        {
            yield return $"it is carried by itself through '{placement.Parent}'";
        }

        foreach (var problem in NumberProblems(placement))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> NumberProblems(Placement placement)
    {
        if (!IsFinite(placement.Position))
        {
            yield return $"its position {placement.Position} is not finite";
        }

        if (!IsFinite(placement.Size) || placement.Size.X < 0 || placement.Size.Y < 0 || placement.Size.Z < 0)
        {
            yield return $"its size {placement.Size} is not three lengths of at least 0 m";
        }

        if (!(MathF.Abs(placement.Orientation.Length() - 1) <= UnitTolerance))
        {
            yield return $"its orientation {placement.Orientation} is no unit quaternion (length {placement.Orientation.Length():g6})";
        }
    }

    private static bool CarriesItself(Placement placement, Dictionary<string, string?> parents)
    {
        var carrier = placement.Parent;
        for (var level = 0; carrier is not null && level <= parents.Count; level++)
        {
            if (carrier == placement.Name)
            {
                return true;
            }

            carrier = parents.GetValueOrDefault(carrier);
        }

        return false;
    }

    private static bool IsFinite(Vector3 v) => float.IsFinite(v.X) && float.IsFinite(v.Y) && float.IsFinite(v.Z);
}
