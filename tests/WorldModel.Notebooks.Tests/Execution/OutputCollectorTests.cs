using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Execution.Protocol;
using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Tests.Execution;

public sealed class OutputCollectorTests
{
    [Fact]
    public void Texts_of_one_stream_that_follow_each_other_are_one_output()
    {
        var collector = new OutputCollector();
        collector.Take(new Printed("stdout", "a"));
        collector.Take(new Printed("stdout", "b"));
        collector.Take(new Printed("stderr", "c"));
        collector.Take(new Shown(new() { ["text/plain"] = "1" }, IsResult: false));
        collector.Take(new Printed("stderr", "d"));
        var outputs = collector.Close();
        Assert.Equal(new StreamOutput("stdout", "ab"), outputs[0]);
        Assert.Equal(new StreamOutput("stderr", "c"), outputs[1]);
        Assert.IsType<DataOutput>(outputs[2]);
        Assert.Equal(new StreamOutput("stderr", "d"), outputs[3]);
    }

    [Fact]
    public void Empty_text_is_no_output_and_a_note_is_kept_aside()
    {
        var collector = new OutputCollector();
        collector.Print("stdout", "");
        collector.Take(new Noted("warning"));
        Assert.Empty(collector.Close());
        Assert.Equal(["warning"], collector.Notes);
    }
}
