using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace WorldModel.Native;

/// <summary>
/// Finds FSharp.Core for Plotly.NET in any host: the copy that the host already has, else ours in <c>fsharp/</c>.
/// Two copies in one process would break Plotly.NET with a MissingMethodException.
/// </summary>
internal static class FSharpCoreResolver
{
    // Asking the default context for FSharp.Core raises the same event again where the host has none.
    [ThreadStatic]
    private static bool isAsking;

#pragma warning disable CA2255 // A script host calls into any type of the library first; no other moment is early enough.
    [ModuleInitializer]
    internal static void Install() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;
#pragma warning restore CA2255

    private static Assembly? Resolve(object? sender, ResolveEventArgs request)
    {
        var name = new AssemblyName(request.Name);
        return name.Name != "FSharp.Core" || isAsking ? null : OfHost() ?? OurOwn();
    }

    private static Assembly? OfHost()
    {
        isAsking = true;
        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName("FSharp.Core"));
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            return null;
        }
        finally
        {
            isAsking = false;
        }
    }

    private static Assembly? OurOwn()
    {
        var folder = Path.GetDirectoryName(typeof(FSharpCoreResolver).Assembly.Location)!;
        var path = Path.Combine(folder, "fsharp", "FSharp.Core.dll");
        return File.Exists(path) ? AssemblyLoadContext.Default.LoadFromAssemblyPath(path) : null;
    }
}
