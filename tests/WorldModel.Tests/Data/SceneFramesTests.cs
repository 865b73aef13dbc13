using System.Numerics;
using CsCheck;
using Microsoft.Data.Analysis;
using WorldModel.Data;
using WorldModel.Twins;

namespace WorldModel.Tests.Data;

public sealed class SceneFramesTests
{
    private static readonly Gen<float> Coordinate = Gen.Float.Where(float.IsFinite);
    private static readonly Gen<Vector3> Point = Gen.Select(Coordinate, Coordinate, Coordinate, (x, y, z) => new Vector3(x, y, z));
    private static readonly Gen<Quaternion> Turn = Gen.Select(Gen.Float[-1, 1], Gen.Float[-1, 1], Gen.Float[0.1f, 1]).Select((x, y, w) => Quaternion.Normalize(new(x, y, 0, w)));
    private static readonly Gen<string> Name = Gen.OneOf(Gen.Char["a1 ,\"\n#é."].Array[1, 5].Select(text => new string(text)), Gen.Int[0, 99].Select(i => $"{i:000}")).Where(name => !string.IsNullOrWhiteSpace(name));

    private static readonly Gen<Scene> AnyScene = Gen.Select(Gen.Select(Name, Name, Point, Point), Gen.Select(Turn, Gen.Bool)).Array[1, 6]
        .Select(rows => rows.DistinctBy(row => row.Item1.Item1).ToArray())
        .Select(rows => new Scene(rows.Select((row, i) => new Placement(
            row.Item1.Item1, row.Item1.Item2, row.Item1.Item3, row.Item2.Item1, Vector3.Abs(row.Item1.Item4), row.Item2.Item2 && i > 0 ? rows[i - 1].Item1.Item1 : null))));

    [Fact]
    public void A_scene_comes_back_from_a_table_without_loss() => AnyScene.Sample(scene => Assert.Equal(scene.Placements, scene.ToFrame().ToScene().Placements));

    [Fact]
    public void A_scene_comes_back_from_a_file_without_loss()
    {
        using TemporaryFolder folder = new();
        AnyScene.Sample(scene =>
        {
            Csv.Write(scene.ToFrame(), folder["scene.csv"]);
            Assert.Equal(scene.Placements, Csv.Read(folder["scene.csv"]).ToScene().Placements);
        }, threads: 1);
    }

    [Fact]
    public void A_scene_on_the_ground_has_an_empty_column_of_parents()
    {
        using TemporaryFolder folder = new();
        Csv.Write(new Scene([new("7", "tree", Vector3.Zero, Quaternion.Identity, Vector3.One)]).ToFrame(), folder["scene.csv"]);
        Assert.EndsWith("\n\"7\",tree,0,0,0,0,0,0,1,1,1,1,\n", File.ReadAllText(folder["scene.csv"]), StringComparison.Ordinal);
        Assert.Null(Csv.Read(folder["scene.csv"]).ToScene()["7"].Parent);
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        var frame = new Scene([]).ToFrame();
        frame.Columns.Remove("kind");
        Assert.Contains("no column 'kind'", Assert.Throws<CsvException>(() => frame.ToScene()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_number_is_a_problem_of_its_row()
    {
        var frame = new Scene([new("oak", "tree", Vector3.Zero, Quaternion.Identity, Vector3.One)]).ToFrame();
        frame["x [m]"] = new SingleDataFrameColumn("x [m]", new float?[] { null });
        var e = Assert.Throws<SceneException>(() => frame.ToScene());
        Assert.Contains("row 1 ('oak'): its position", e.Message, StringComparison.Ordinal);
    }
}
