namespace WorldModel.Display;

/// <summary>Something that shows itself in a notebook: a chart, a table, a scene.</summary>
public interface IRichView
{
    /// <summary>What browsers show. Verso finds this method by its name.</summary>
    string ToHtml();

    /// <summary>What a terminal shows: one line that names the thing and what is in it.</summary>
    string ToText();
}
