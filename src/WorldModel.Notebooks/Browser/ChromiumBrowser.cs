using System.Diagnostics;
using System.Text.Json.Nodes;

namespace WorldModel.Notebooks.Browser;

/// <summary>A headless Chromium with a profile of its own, which is removed with it.</summary>
internal sealed class ChromiumBrowser : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-default-browser-check",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
        "--enable-unsafe-swiftshader", "--hide-scrollbars", "--allow-file-access-from-files", "--remote-debugging-port=0",
    ];

    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private DevToolsConnection? _connection;

    private ChromiumBrowser(Process process, DirectoryInfo profile) => (_process, _profile) = (process, profile);

    /// <summary>Starts the browser at <paramref name="path"/>.</summary>
    /// <exception cref="InvalidOperationException">It did not start within half a minute.</exception>
    public static async Task<ChromiumBrowser> StartAsync(string path, CancellationToken cancellation = default)
    {
        var profile = Directory.CreateTempSubdirectory("wm-browser-");
        var start = new ProcessStartInfo(path, [.. Flags, $"--user-data-dir={profile.FullName}", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var browser = new ChromiumBrowser(process, profile);
        try
        {
            browser._connection = await DevToolsConnection.ConnectAsync(await browser.AddressAsync(cancellation), cancellation);
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens an empty tab; what is asked of the network fails when <paramref name="options"/> say so.</summary>
    public async Task<BrowserPage> OpenAsync(BrowserPageOptions options, CancellationToken cancellation = default)
    {
        var target = (string)(await _connection!.SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, cancellation: cancellation))["targetId"]!;
        var attached = await _connection.SendAsync("Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true }, cancellation: cancellation);
        var page = new BrowserPage(_connection, target, (string)attached["sessionId"]!);
        await page.PrepareAsync(options, cancellation);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        await RemoveProfileAsync();
    }

    /// <summary>The browser writes its port into its profile once it listens.</summary>
    private async Task<Uri> AddressAsync(CancellationToken cancellation)
    {
        var file = Path.Combine(_profile.FullName, "DevToolsActivePort");
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(30) && !_process.HasExited; await Task.Delay(50, cancellation))
        {
            if (File.Exists(file) && await File.ReadAllLinesAsync(file, cancellation) is [var port, var path, ..])
            {
                return new Uri($"ws://127.0.0.1:{port}{path}");
            }
        }

        throw new InvalidOperationException($"{_process.StartInfo.FileName} did not open its debugging port. Start it by hand with --headless to see why.");
    }

    // Children of the browser may write for a moment after it was ended.
    private async Task RemoveProfileAsync()
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                _profile.Delete(recursive: true);
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Task.Delay(100);
            }
        }
    }
}
