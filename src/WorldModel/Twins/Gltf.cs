using SharpGLTF.Schema2;

namespace WorldModel.Twins;

/// <summary>
/// Scenes as glTF 2.0 binary files (<c>.glb</c>, Khronos Group 2021), which any 3-D viewer opens. The nodes form the
/// scene's tree, and what glTF has no word for (kind, size) stands in their extras, so a scene comes back without loss.
/// </summary>
public static class Gltf
{
    /// <summary>Writes a scene with a simple coloured mesh for each kind; an older file is replaced only once all is written.</summary>
    /// <param name="scene">The scene, in metres with z up; the file stands it on glTF's y-up ground.</param>
    /// <param name="path">Where to; the name should end in <c>.glb</c>.</param>
    /// <exception cref="GltfException">A text of the scene is no Unicode.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static void Write(Scene scene, string path)
    {
        GltfText.RequireUnicode(scene, path);
        var model = ModelRoot.CreateModel();
        model.Asset.Generator = "WorldModel";
        model.DefaultScene = model.UseScene("place");
        GltfTree.Grow(model.DefaultScene, scene);
        WholeFile.Write(path, [.. model.WriteGLB()]);
    }

    /// <summary>Reads a scene that <see cref="Write"/> wrote, or another program after it: what was moved there is moved here.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="GltfException">The file is no glTF binary, is cut off or damaged, or holds no scene of placements.</exception>
    public static Scene Read(string path)
    {
        var placements = GltfFile.Read(path, model => GltfTree.Placements(model, path).ToList());
        try
        {
            return new(placements);
        }
        catch (SceneException e)
        {
            throw new GltfException($"{path}: {e.Message}", e);
        }
    }
}
