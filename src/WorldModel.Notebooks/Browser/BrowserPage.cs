using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorldModel.Notebooks.Browser;

/// <summary>One tab: goes to pages, asks them questions, and notes what went wrong and what was asked of the network.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private static readonly string[] Inside = ["file:", "data:", "blob:", "about:"];

    private readonly Lock _noting = new();
    private readonly List<string> _errors = [];
    private readonly List<string> _requests = [];
    private readonly DevToolsConnection _connection;
    private readonly string _target;
    private readonly string _session;
    private TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BrowserPage(DevToolsConnection connection, string target, string session)
    {
        (_connection, _target, _session) = (connection, target, session);
        connection.Happened += OnEvent;
    }

    /// <summary>Console errors, uncaught exceptions and failed loads since the last page was opened.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_noting)
            {
                return [.. _errors];
            }
        }
    }

    /// <summary>Addresses asked for that are neither files nor inside the page.</summary>
    public IReadOnlyList<string> NetworkRequests
    {
        get
        {
            lock (_noting)
            {
                return [.. _requests];
            }
        }
    }

    public async Task PrepareAsync(BrowserPageOptions options, CancellationToken cancellation)
    {
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
        {
            await SendAsync($"{domain}.enable", [], cancellation);
        }

        await SendAsync("Network.emulateNetworkConditions", new JsonObject { ["offline"] = options.Offline, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = -1 }, cancellation);
        await SendAsync("Emulation.setScriptExecutionDisabled", new JsonObject { ["value"] = !options.Scripts }, cancellation);
        await SendAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = options.Width, ["height"] = options.Height, ["deviceScaleFactor"] = options.Scale, ["mobile"] = false }, cancellation);
        var theme = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = options.Dark ? "dark" : "light" });
        await SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["features"] = theme }, cancellation);
    }

    /// <summary>Opens a page and waits until it and all it refers to have loaded.</summary>
    public async Task GoToAsync(Uri address, CancellationToken cancellation = default)
    {
        lock (_noting)
        {
            _errors.Clear();
            _requests.Clear();
        }

        _loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = await SendAsync("Page.navigate", new JsonObject { ["url"] = address.AbsoluteUri }, cancellation);
        if ((string?)answer["errorText"] is { Length: > 0 } error)
        {
            throw new InvalidOperationException($"{address} cannot be opened: {error}");
        }

        await _loaded.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellation);
    }

    /// <summary>The value of a JavaScript expression; a promise is awaited.</summary>
    /// <exception cref="InvalidOperationException">The expression threw.</exception>
    public async Task<T?> EvaluateAsync<T>(string expression, CancellationToken cancellation = default)
    {
        var answer = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true }, cancellation);
        return answer["exceptionDetails"] is { } failure
            ? throw new InvalidOperationException($"The page threw: {Describe(failure)}")
            : answer["result"]!["value"].Deserialize<T>();
    }

    /// <summary>Waits until a JavaScript expression is true; false when that takes longer than <paramref name="patience"/>.</summary>
    public async Task<bool> WaitForAsync(string expression, TimeSpan patience, CancellationToken cancellation = default)
    {
        for (var until = DateTime.UtcNow + patience; DateTime.UtcNow < until; await Task.Delay(50, cancellation))
        {
            if (await EvaluateAsync<bool>(expression, cancellation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A PNG of the whole page, also of what lies below the window's edge.</summary>
    public async Task<byte[]> TakePictureAsync(CancellationToken cancellation = default)
    {
        var metrics = await SendAsync("Page.getLayoutMetrics", [], cancellation);
        var size = metrics["cssContentSize"]!;
        return await TakePictureAsync(new PageArea(0, 0, (double)size["width"]!, (double)size["height"]!), cancellation);
    }

    /// <summary>A PNG of a part of the page.</summary>
    public async Task<byte[]> TakePictureAsync(PageArea area, CancellationToken cancellation = default)
    {
        var clip = new JsonObject { ["x"] = area.X, ["y"] = area.Y, ["width"] = area.Width, ["height"] = area.Height, ["scale"] = 1 };
        var answer = await SendAsync("Page.captureScreenshot", new JsonObject { ["format"] = "png", ["captureBeyondViewport"] = true, ["clip"] = clip }, cancellation);
        return Convert.FromBase64String((string)answer["data"]!);
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Happened -= OnEvent;
        await _connection.SendAsync("Target.closeTarget", new JsonObject { ["targetId"] = _target });
    }

    /// <summary>A command of the DevTools protocol to this tab.</summary>
    public Task<JsonObject> SendAsync(string method, JsonObject parameters, CancellationToken cancellation = default) =>
        _connection.SendAsync(method, parameters, _session, cancellation);

    private void OnEvent(string session, string method, JsonObject parameters)
    {
        if (session != _session)
        {
            return;
        }

        switch (method)
        {
            case "Page.loadEventFired":
                _loaded.TrySetResult();
                break;
            case "Runtime.exceptionThrown":
                Note(_errors, Describe(parameters["exceptionDetails"]!));
                break;
            case "Runtime.consoleAPICalled" when (string?)parameters["type"] == "error":
                Note(_errors, string.Join(' ', parameters["args"]!.AsArray().Select(part => (part!["value"] ?? part["description"])?.ToString())));
                break;
            case "Log.entryAdded" when (string?)parameters["entry"]!["level"] == "error":
                Note(_errors, $"{parameters["entry"]!["text"]} {parameters["entry"]!["url"]}");
                break;
            case "Network.requestWillBeSent" when (string)parameters["request"]!["url"]! is var url && IsNetwork(url):
                Note(_requests, url);
                break;
        }
    }

    private void Note(List<string> list, string text)
    {
        lock (_noting)
        {
            list.Add(text);
        }
    }

    private static bool IsNetwork(string url) => Inside.All(scheme => !url.StartsWith(scheme, StringComparison.Ordinal));

    private static string Describe(JsonNode failure) => (string?)failure["exception"]?["description"] ?? (string?)failure["text"] ?? "an unknown error";
}
