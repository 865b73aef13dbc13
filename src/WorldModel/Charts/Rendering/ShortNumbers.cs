using System.Globalization;
using Newtonsoft.Json;

namespace WorldModel.Charts;

/// <summary>Writes 1 instead of 1.0, which a notebook would hold thousands of times.</summary>
internal sealed class ShortNumbers : JsonConverter<double>
{
    public override bool CanRead => false;

    public override void WriteJson(JsonWriter writer, double value, JsonSerializer serializer) =>
        writer.WriteRawValue(double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "null");

    public override double ReadJson(JsonReader reader, Type objectType, double existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        throw new NotSupportedException("figures are only written");
}
