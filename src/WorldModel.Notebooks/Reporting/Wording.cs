using System.Globalization;

namespace WorldModel.Notebooks.Reporting;

internal static class Wording
{
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    public static string Megabytes(long bytes) =>
        bytes > 0 ? (bytes / 1e6).ToString("0", CultureInfo.InvariantCulture) + " MB" : "";
}
