using System.CommandLine;
using WorldModel.Benchmarks.Acting;

namespace WorldModel.Benchmarks.CommandLine;

/// <summary>The commands <c>docking</c>, <c>cartpole</c> and <c>swingup</c>.</summary>
internal static class ActingCommands
{
    internal static Command Docking()
    {
        var starts = Whole("--starts", "Starts of each planner; the true world has 20 at most.", 100);
        var command = new Command("docking", "Docks notebook 09's boat in a current; below 95 % with five networks the exit code is 1.") { starts };
        command.SetAction(parsed => DockingRun.Run(parsed.GetValue(starts)));
        return command;
    }

    internal static Command CartPole()
    {
        var seeds = Whole("--seeds", "Seeds of each practice.", 5);
        var command = new Command("cartpole", "Practises balancing a pole and prints the log; where the median takes more than 600 real steps the exit code is 1.") { seeds };
        command.SetAction(parsed => CartRuns.Balance(parsed.GetValue(seeds)));
        return command;
    }

    internal static Command SwingUp()
    {
        var (seeds, trials) = (Whole("--seeds", "Seeds of each practice.", 5), Whole("--trials", "Trials of 100 steps, the random one among them.", 8));
        var command = new Command("swingup", "Practises swinging a pole up with five networks and with one, and prints both logs; where five do not lead in return the exit code is 1.") { seeds, trials };
        command.SetAction(parsed => CartRuns.SwingUp(parsed.GetValue(seeds), parsed.GetValue(trials)));
        return command;
    }

    private static Option<int> Whole(string name, string description, int usual)
    {
        Option<int> option = new(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result => MeasuringOptions.AtLeast(result, 1, 1e6));
        return option;
    }
}
