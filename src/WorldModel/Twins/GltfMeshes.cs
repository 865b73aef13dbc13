using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using SharpGLTF.Memory;
using SharpGLTF.Schema2;

namespace WorldModel.Twins;

/// <summary>The meshes of a file: one for all placements of a kind and size, of parts in their colours.</summary>
internal sealed class GltfMeshes(ModelRoot model)
{
    private const string Unknown = "#B0B7C3";

    private readonly Dictionary<(string, Vector3), Mesh?> meshes = [];
    private readonly Dictionary<(string, double, bool), Material> materials = [];

    /// <summary>How such a placement looks; null where it has no extent that could be seen.</summary>
    internal Mesh? Of(Placement placement)
    {
        var key = (placement.Kind, placement.Size);
        return meshes.TryGetValue(key, out var mesh)
            ? mesh
            : meshes[key] = Mesh(placement.Kind, Shapes.Of(placement, Shapes.ColorOf(placement.Kind) ?? Unknown));
    }

    /// <summary>The ground under a scene; null for an empty one.</summary>
    internal Mesh? Ground(Scene scene) =>
        scene.Placements.Count == 0 ? null : Mesh("ground", [new("ground", Shapes.Grass, Bounds.Of([scene]).Ground())]);

    private Mesh? Mesh(string name, IEnumerable<Part> parts)
    {
        List<Part> seen = [.. parts.GroupBy(part => (part.Name, part.Color, part.Opacity)).Select(Joined).Where(part => IsSeen(part.Solid))];
        if (seen.Count == 0)
        {
            return null;
        }

        var mesh = model.CreateMesh(name);
        foreach (var part in seen)
        {
            var primitive = mesh.CreatePrimitive();
            primitive.SetVertexAccessor("POSITION", Points(part.Solid));
            primitive.SetIndexAccessor(Indices(part.Solid));
            primitive.Material = Paint(part);
        }

        return mesh;
    }

    private static Part Joined(IEnumerable<Part> pieces)
    {
        List<Part> all = [.. pieces];
        return all.Count == 1 ? all[0] : all[0] with { Solid = Solid.Join(all.Select(part => part.Solid)) };
    }

    /// <summary>Whether it spans an area of finite numbers: a thing of size 0 is a place, not a mesh.</summary>
    private static bool IsSeen(Solid solid) =>
        solid.Points.All(p => float.IsFinite(p.X + p.Y + p.Z)) && solid.Faces.Any(face => Area(solid, face) > 0);

    private static float Area(Solid solid, (int A, int B, int C) face) =>
        Vector3.Cross(solid.Points[face.B] - solid.Points[face.A], solid.Points[face.C] - solid.Points[face.A]).Length();

    private Accessor Points(Solid solid)
    {
        var accessor = model.CreateAccessor();
        var bytes = MemoryMarshal.AsBytes(solid.Points.AsSpan()).ToArray();
        accessor.SetVertexData(model.UseBufferView(bytes, 0, null, 0, BufferMode.ARRAY_BUFFER), 0, solid.Points.Length, new AttributeFormat(DimensionType.VEC3));
        return accessor;
    }

    private Accessor Indices(Solid solid)
    {
        ushort[] corners = [.. solid.Faces.SelectMany(face => new[] { (ushort)face.A, (ushort)face.B, (ushort)face.C })];
        var accessor = model.CreateAccessor();
        var bytes = MemoryMarshal.AsBytes(corners.AsSpan()).ToArray();
        accessor.SetIndexData(model.UseBufferView(bytes, 0, null, 0, BufferMode.ELEMENT_ARRAY_BUFFER), 0, corners.Length, IndexEncodingType.UNSIGNED_SHORT);
        return accessor;
    }

    private Material Paint(Part part)
    {
        var key = (part.Color, part.Opacity, part.Solid.IsOpen);
        if (materials.TryGetValue(key, out var known))
        {
            return known;
        }

        var material = materials[key] = model.CreateMaterial(part.Name);
        material.InitializePBRMetallicRoughness();
        material.DoubleSided = part.Solid.IsOpen;
        material.Alpha = part.Opacity < 1 ? AlphaMode.BLEND : AlphaMode.OPAQUE;
        var channel = material.FindChannel("BaseColor")!.Value;
        channel.Color = new(Linear(part.Color, 1), Linear(part.Color, 3), Linear(part.Color, 5), (float)part.Opacity);
        var surface = material.FindChannel("MetallicRoughness")!.Value;
        surface.SetFactor("MetallicFactor", 0);
        return material;
    }

    /// <summary>One component of #RRGGBB as glTF counts light: linear, where a screen's numbers are not (IEC 61966-2-1).</summary>
    private static float Linear(string color, int at)
    {
        var value = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return (float)(value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4));
    }
}
