using CsCheck;
using Microsoft.Data.Analysis;
using WorldModel.Data;

namespace WorldModel.Tests.Data;

public sealed class FramesTests
{
    private static readonly Space State = new(new("height", "m"), new("climb", "m/s"));
    private static readonly Space Action = new(new Channel("push", "N"));
    private static readonly Gen<float> Reading = Gen.Frequency((9, Gen.Float.Where(float.IsFinite)), (1, Gen.Const(float.NaN)));

    [Fact]
    public void Runs_come_back_from_a_table_bit_by_bit() => Runs().Sample(runs => AssertSame(runs, runs.ToFrame().ToTrajectories(State, runs.Action)), threads: 1);

    [Fact]
    public void Runs_come_back_from_a_file_bit_by_bit()
    {
        using TemporaryFolder folder = new();
        Runs().Sample(runs =>
        {
            Csv.Write(runs.ToFrame(), folder["runs.csv"]);
            AssertSame(runs, Csv.Read(folder["runs.csv"]).ToTrajectories(State, runs.Action));
        }, threads: 1);
    }

    [Fact]
    public void A_row_is_a_state_and_the_last_of_a_run_has_no_action()
    {
        var frame = new Trajectories(State, Action, arange(12, float32).reshape(2, 3, 2), arange(4, float32).reshape(2, 2, 1), 0.5).ToFrame();
        Assert.Equal(["run", "time [s]", "height [m]", "climb [m/s]", "push [N]"], frame.Columns.Select(column => column.Name));
        Assert.Equal([1d, 0.5, 8d, 9d, 3d], frame.Rows[4]);
        Assert.Equal([1d, 1d, 10d, 11d, null], frame.Rows[5]);
    }

    [Fact]
    public void Runs_that_carry_a_gradient_can_be_written_down() =>
        Assert.Equal(2, new Trajectories(State, Space.None, zeros([1, 2, 2]).requires_grad_(), zeros([1, 1, 0]), 1).ToFrame().Rows.Count);

    [Fact]
    public void Other_columns_are_passed_over_and_order_does_not_matter()
    {
        var frame = Table([0, 0], [0, 1]);
        frame.Columns.Insert(0, new StringDataFrameColumn("note", ["a", "b"]));
        frame.Columns.Insert(1, new DoubleDataFrameColumn("climb [m/s]", [7.0, 8]));
        Assert.Equal([7, 8], frame.ToTrajectories(new(new Channel("climb", "m/s")), Space.None).Series("climb"));
    }

    [Fact]
    public void Runs_of_different_lengths_are_named()
    {
        AssertRefused("the last run has 2 rows, and the first 3", [0, 0, 0, 1, 1], [0, 1, 2, 0, 1]);
        AssertRefused("row 6 of the table: run 2 begins before the last one was as long", [0, 0, 0, 1, 1, 2, 2, 2], [0, 1, 2, 0, 1, 0, 1, 2]);
        AssertRefused("row 5 of the table: run 1 is longer than the first run of 2 rows", [0, 0, 1, 1, 1], [0, 1, 0, 1, 2]);
    }

    [Fact]
    public void Uneven_time_is_named()
    {
        AssertRefused("row 3 of the table: time goes from 1 s to 2.5 s, and rows must be an even 1 s apart", [0, 0, 0], [0, 1, 2.5]);
        AssertRefused("row 4 of the table: time goes from 0 s to 2 s", [0, 0, 1, 1], [0, 1, 0, 2]);
        AssertRefused("row 2 of the table: time goes from 1 s to 0 s", [0, 0], [1, 0]);
        AssertRefused("row 2 of the table", [0, 0], [0, double.NaN]);
    }

    [Fact]
    public void A_run_of_one_row_is_refused() => AssertRefused("at least two rows, and the first one has 1", [0, 1, 1], [0, 0, 1]);

    [Fact]
    public void A_table_without_rows_is_refused() => AssertRefused("at least two rows", [], []);

    [Fact]
    public void A_row_without_a_run_is_named() => AssertRefused("row 2 of the table: it does not say to which run it belongs", [0, double.NaN, 0], [0, 1, 2]);

    [Fact]
    public void A_missing_column_is_named_beside_those_there_are()
    {
        var e = Assert.Throws<CsvException>(() => Table([0, 0], [0, 1]).ToTrajectories(State, Space.None));
        Assert.Contains("no column 'height [m]'; it has run, time [s]", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_a_column_of_numbers_is_named()
    {
        var frame = Table([0, 0], [0, 1]);
        frame.Columns.Add(new StringDataFrameColumn("height [m]", [null, "high"]));
        var e = Assert.Throws<CsvException>(() => frame.ToTrajectories(new(new Channel("height", "m")), Space.None));
        Assert.Contains("'height [m]' of the table holds text, not numbers: 'high' in row 2", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_is_shown_with_six_digits() =>
        Assert.Equal("a\n3.14159", new DataFrame(new DoubleDataFrameColumn("a", [Math.PI])).AsTable().ToText());

    [Fact]
    public void No_tensor_is_left_behind()
    {
        Trajectories runs = new(State, Action, zeros([2, 3, 2]), zeros([2, 2, 1]), 1);
        Assert.Equal(0, LiveTensors.LeftBy(() => runs.ToFrame()));
        var frame = runs.ToFrame();
        Assert.Equal(2, LiveTensors.LeftBy(() => frame.ToTrajectories(State, Action)));
    }

    private static Gen<Trajectories> Runs() =>
        from b in Gen.Int[1, 4]
        from t in Gen.Int[1, 5]
        from a in Gen.Int[0, 1]
        from dt in Gen.Double[0.001, 10]
        from states in Reading.Array[b * (t + 1) * 2]
        from actions in Gen.Float.Where(float.IsFinite).Array[b * t * a]
        select new Trajectories(State, a == 0 ? Space.None : Action, tensor(states).reshape(b, t + 1, 2), actions.Length == 0 ? zeros([b, t, a]) : tensor(actions).reshape(b, t, a), dt);

    private static void AssertSame(Trajectories expected, Trajectories found)
    {
        Assert.Equal(expected.Dt, found.Dt);
        Assert.Equal(expected.States.shape, found.States.shape);
        Assert.Equal(expected.Actions.shape, found.Actions.shape);
        Assert.Equal(Doubles.Of(expected.States), Doubles.Of(found.States));
        Assert.Equal(Doubles.Of(expected.Actions), Doubles.Of(found.Actions));
    }

    private static DataFrame Table(double[] runs, double[] times) => new(new DoubleDataFrameColumn("run", runs), new DoubleDataFrameColumn("time [s]", times));

    private static void AssertRefused(string expected, double[] runs, double[] times) =>
        Assert.Contains(expected, Assert.Throws<CsvException>(() => Table(runs, times).ToTrajectories(Space.None, Space.None)).Message, StringComparison.Ordinal);
}
