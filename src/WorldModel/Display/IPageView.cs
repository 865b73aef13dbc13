namespace WorldModel.Display;

/// <summary>A view that deserves a page of its own, and whose pages share a script.</summary>
public interface IPageView : IRichView
{
    /// <summary>What the page is called.</summary>
    string Title { get; }

    /// <summary>File name of the script that every such page loads.</summary>
    string ScriptName { get; }

    /// <summary>That script's source.</summary>
    string ReadScript();

    /// <summary>The view as HTML for a page that has loaded the script.</summary>
    string ToPageHtml();
}
