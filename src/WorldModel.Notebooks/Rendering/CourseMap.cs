using WorldModel.Notebooks.Rendering.Course;

namespace WorldModel.Notebooks.Rendering;

/// <summary>The course's way from the twin to planning, with the notebooks that are there.</summary>
internal static class CourseMap
{
    public static string ToHtml(IReadOnlyList<NotebookEntry> entries) => entries.All(entry => entry.Part is null) ? "" : $"""
        <section class="course" aria-labelledby="course">
        <h2 id="course">The course</h2>
        <ol class="parts">
        {string.Concat(CourseParts.All.Select(part => Part(part, entries)))}</ol>
        </section>

        """;

    private static string Part(CoursePart part, IReadOnlyList<NotebookEntry> entries)
    {
        var notebooks = string.Concat(entries.Where(entry => entry.Part == part).Select(Notebook));
        return $"""
            <li class="map-part">
            <p class="stations">{string.Concat(part.Stations.Select(station => $"<span>{station}</span>"))}</p>
            <h3><small>{part.Name}</small> {part.Title}</h3>
            <p class="gist">{part.Gist}</p>
            {(notebooks.Length > 0 ? $"<ol class=\"stops\">{notebooks}</ol>" : "")}
            </li>

            """;
    }

    private static string Notebook(NotebookEntry entry) =>
        $"<li><a href=\"{Html.Link(entry.Page)}\"><span class=\"n\">{entry.NumberText}</span><span>{Html.Escape(entry.Question)}</span></a></li>";
}
