using System.Globalization;
using System.Text.Json;

namespace WorldModel.Models;

/// <summary>A blueprint as the texts of a file.</summary>
internal static class BlueprintText
{
    private const string Format = "WorldModel model";
    private const int Version = 1;
    private const string OptionPrefix = "option.";

    internal static Dictionary<string, string> Write(Blueprint blueprint)
    {
        Dictionary<string, string> texts = new()
        {
            ["format"] = Format,
            ["format_version"] = Version.ToString(CultureInfo.InvariantCulture),
            ["library"] = typeof(Blueprint).Assembly.GetName().Version!.ToString(3),
            ["kind"] = blueprint.Kind,
            ["state"] = Channels(blueprint.State),
            ["action"] = Channels(blueprint.Action),
            ["dt"] = blueprint.Dt.ToString("R", CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in blueprint.Options)
        {
            texts.Add(OptionPrefix + name, value);
        }

        return texts;
    }

    /// <exception cref="InvalidDataException">The texts do not describe a model that this library knows how to read.</exception>
    internal static Blueprint Read(IReadOnlyDictionary<string, string> texts)
    {
        RequireVersion(texts);
        var isTime = double.TryParse(Text(texts, "dt"), NumberStyles.Float, CultureInfo.InvariantCulture, out var dt) && dt > 0 && double.IsFinite(dt);
        var options = texts.Where(text => text.Key.StartsWith(OptionPrefix, StringComparison.Ordinal)).ToDictionary(text => text.Key[OptionPrefix.Length..], text => text.Value);
        return isTime
            ? new(Text(texts, "kind"), Channels(texts, "state"), Channels(texts, "action"), dt, options)
            : throw new InvalidDataException($"its time step is '{texts["dt"]}' and should be a positive number of seconds: save the model anew");
    }

    private static void RequireVersion(IReadOnlyDictionary<string, string> texts)
    {
        if (!texts.TryGetValue("format", out var format) || format != Format)
        {
            throw new InvalidDataException($"it is a safetensors file, but not of a model that {nameof(ModelFile)}.{nameof(ModelFile.Save)} wrote: its header says nothing of '{Format}'. Load it with the tool that wrote it, or save the model with this library");
        }

        if (!int.TryParse(Text(texts, "format_version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version is < 1 or > Version)
        {
            throw new InvalidDataException(
                $"it is of format version '{texts["format_version"]}', written by library {texts.GetValueOrDefault("library", "(unknown)")}, and this library reads up to {Version}: update the library");
        }
    }

    private static string Text(IReadOnlyDictionary<string, string> texts, string key) =>
        texts.GetValueOrDefault(key) ?? throw new InvalidDataException($"its header lacks '{key}': save the model anew");

    private static string Channels(Space space) => JsonSerializer.Serialize(space.Channels.Select(channel => new[] { channel.Name, channel.Unit }));

    private static Space Channels(IReadOnlyDictionary<string, string> texts, string key)
    {
        try
        {
            var channels = JsonSerializer.Deserialize<string?[][]>(Text(texts, key)) ?? [];
            return channels.All(channel => channel is [not null, not null])
                ? new([.. channels.Select(channel => new Channel(channel[0]!, channel[1]!))])
                : throw new JsonException("a channel is a name and a unit");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"the channels of its {key} cannot be read ({e.Message}): save the model anew", e);
        }
    }
}
