using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text.Json.Nodes;
using SharpGLTF.Schema2;

namespace WorldModel.Twins;

/// <summary>
/// One placement as a node. Translation and rotation are glTF's own and bit-exact; the rare numbers that glTF cannot
/// hold (a negative zero beside zeros, a quaternion a rounding too long) stand in the extras and count until the node is moved.
/// </summary>
internal static class GltfNode
{
    internal static void Write(Node node, Placement placement, int row)
    {
        var (position, orientation) = (placement.Position, Held(placement.Orientation));
        node.LocalTransform = new(Vector3.One, orientation, position);
        JsonObject extras = new() { ["kind"] = placement.Kind, ["size"] = Numbers(placement.Size), ["row"] = row };
        if (position == Vector3.Zero && !Same(position.AsVector4(), Vector4.Zero))
        {
            extras["position"] = Numbers(position);
        }

        if (!Same(placement.Orientation.AsVector4(), (orientation.IsIdentity ? Quaternion.Identity : orientation).AsVector4()))
        {
            extras["orientation"] = Numbers(placement.Orientation);
        }

        node.Extras = extras;
    }

    internal static (int Row, Placement Placement) Read(Node node, string? parent, string path)
    {
        var extras = node.Extras as JsonObject;
        var (position, orientation) = (node.LocalTransform.Translation, node.LocalTransform.Rotation);
        if (Vector(extras, "position", 3) is { } exactPosition && exactPosition.AsVector3() == position)
        {
            position = exactPosition.AsVector3();
        }

        if (Vector(extras, "orientation", 4) is { } exact && Held(exact.AsQuaternion()) == orientation)
        {
            orientation = exact.AsQuaternion();
        }

        var size = Vector(extras, "size", 3) ?? throw Lacking(node, "three numbers as \"size\"", path);
        var kind = (extras!["kind"] as JsonValue)?.TryGetValue<string>(out var text) == true ? text : throw Lacking(node, "a text as \"kind\"", path);
        var row = (extras["row"] as JsonValue)?.TryGetValue<int>(out var number) == true ? number : int.MaxValue;
        return (row, new(node.Name ?? "", kind, position, orientation, size.AsVector3(), parent));
    }

    /// <summary>The rotation that a file may hold: of length 1 to the last bits, so that no component exceeds 1.</summary>
    private static Quaternion Held(Quaternion orientation)
    {
        if (MathF.Abs(orientation.LengthSquared() - 1) <= 1e-6f && Vector4.LessThanOrEqualAll(Vector4.Abs(orientation.AsVector4()), Vector4.One))
        {
            return orientation;
        }

        return Vector4.Clamp(Quaternion.Normalize(orientation).AsVector4(), -Vector4.One, Vector4.One).AsQuaternion();
    }

    private static bool Same(Vector4 a, Vector4 b) => a.AsVector128().AsInt32() == b.AsVector128().AsInt32();

    private static JsonArray Numbers(Vector3 v) => [v.X, v.Y, v.Z];

    private static JsonArray Numbers(Quaternion q) => [q.X, q.Y, q.Z, q.W];

    private static Vector4? Vector(JsonObject? extras, string name, int length)
    {
        if (extras?[name] is not JsonArray array || array.Count != length)
        {
            return null;
        }

        float[] numbers = [.. array.Select(one => one is JsonValue value && value.TryGetValue<float>(out var number) ? number : float.NaN), 0];
        return numbers.Contains(float.NaN) ? null : new(numbers);
    }

    private static GltfException Lacking(Node node, string what, string path) =>
        new($"{path}: the node '{node.Name}' lacks {what} in its extras, so it is no placement; add it there (custom properties in Blender), or take the node out");
}
