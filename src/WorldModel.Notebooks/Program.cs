using WorldModel.Notebooks.CommandLine;

return await RunnerCommands.InvokeAsync(args);
