using System.Text.Json.Nodes;
using WorldModel.Notebooks.Browser;

namespace WorldModel.Notebooks.Tests.Browser;

/// <summary>Somebody with a page open, a mouse and a keyboard.</summary>
internal sealed class Reader(BrowserPage tab) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public IReadOnlyList<string> Errors => tab.Errors;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task OpenAsync(string file) => tab.GoToAsync(new Uri(file), Cancellation);

    public Task<T?> AskAsync<T>(string expression) => tab.EvaluateAsync<T>(expression, Cancellation);

    public Task<bool> IsAsync(string expression) => AskAsync<bool>(expression);

    public Task<bool> ComesAsync(string expression) => tab.WaitForAsync(expression, Patience, Cancellation);

    public Task DoAsync(string script) => AskAsync<bool>($"(() => {{ {script}; return true; }})()");

    public Task EmulateAsync(string media, string feature, string value) => tab.SendAsync(
        "Emulation.setEmulatedMedia",
        new JsonObject { ["media"] = media, ["features"] = new JsonArray(new JsonObject { ["name"] = feature, ["value"] = value }) },
        Cancellation);

    /// <summary>A script that runs in each page before its own.</summary>
    public Task PrepareAsync(string script) => tab.SendAsync("Page.addScriptToEvaluateOnNewDocument", new JsonObject { ["source"] = script }, Cancellation);

    public async Task ClickAsync(string selector)
    {
        await DoAsync($"document.querySelector('{selector}').scrollIntoView({{ block: 'center', behavior: 'instant' }})");
        var place = await AskAsync<double[]>($"(box => [box.x + box.width / 2, box.y + box.height / 2])(document.querySelector('{selector}').getBoundingClientRect())");
        foreach (var type in new[] { "mousePressed", "mouseReleased" })
        {
            var click = new JsonObject { ["type"] = type, ["x"] = place![0], ["y"] = place[1], ["button"] = "left", ["clickCount"] = 1 };
            await tab.SendAsync("Input.dispatchMouseEvent", click, Cancellation);
        }
    }

    public Task PressEnterAsync() => PressAsync("Enter", 13, new JsonObject { ["text"] = "\r" });

    public Task PressTabAsync() => PressAsync("Tab", 9, []);

    /// <summary>What the clipboard holds, pasted into a new field.</summary>
    public async Task<string?> PasteAsync()
    {
        await DoAsync("const field = document.createElement('textarea'); field.id = 'pasted'; document.body.append(field); field.focus()");
        await PressAsync("v", 86, new JsonObject { ["commands"] = new JsonArray("paste") });
        await ComesAsync("document.getElementById('pasted').value.length > 0");
        return await AskAsync<string>("document.getElementById('pasted').value");
    }

    public ValueTask DisposeAsync() => tab.DisposeAsync();

    private async Task PressAsync(string key, int code, JsonObject more)
    {
        var press = new JsonObject { ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code };
        var down = new JsonObject(press.Concat(more).Select(part => KeyValuePair.Create(part.Key, part.Value?.DeepClone()))) { ["type"] = "keyDown" };
        await tab.SendAsync("Input.dispatchKeyEvent", down, Cancellation);
        press["type"] = "keyUp";
        await tab.SendAsync("Input.dispatchKeyEvent", press, Cancellation);
    }
}
