using WorldModel.Twins;

namespace WorldModel.Charts;

/// <summary>A place in three dimensions, in its real proportions, to be turned and zoomed.</summary>
public static class SceneChart
{
    /// <summary>Draws every placement by its kind; a kind that is not known is a box.</summary>
    /// <exception cref="ArgumentException">The scene is empty.</exception>
    public static Figure Draw(string title, Scene scene) => new(SceneDrawing.Of("3-D scene", title, [Inhabited(scene)], [0]));

    /// <summary>Plays what a twin knows: the surveyed scene with everything that its readings moved.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="twin">The twin that holds the readings.</param>
    /// <param name="survey">The scene that the twin mirrors.</param>
    /// <param name="seconds">Moments to show [s], ascending; each is a frame.</param>
    /// <exception cref="ArgumentException">The scene is empty or not the twin's, or the moments are none, not finite or not ascending.</exception>
    public static Figure Replay(string title, Twin twin, Scene survey, double[] seconds)
    {
        Inhabited(survey);
        if (seconds.Length == 0 || !seconds.All(double.IsFinite) || seconds.Zip(seconds.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new ArgumentException("a replay needs at least one moment, all finite and ascending", nameof(seconds));
        }

        List<Scene> scenes = [.. seconds.Select(twin.At)];
        if (survey.Placements.FirstOrDefault(placement => !scenes[0].Has(placement.Name)) is { } stranger)
        {
            throw new ArgumentException($"the twin mirrors another scene: it has no '{stranger.Name}'", nameof(survey));
        }

        return new(SceneDrawing.Of("3-D replay", title, scenes, seconds));
    }

    private static Scene Inhabited(Scene scene) =>
        scene.Placements.Count > 0 ? scene : throw new ArgumentException("the scene has no placements, so there is nothing to draw", nameof(scene));
}
