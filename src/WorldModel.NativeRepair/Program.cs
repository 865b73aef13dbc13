// TorchSharp 0.107.0's libLibTorchSharp.so was built with GCC 13 and therefore demands GLIBCXX_3.4.32, which Debian 12
// and Ubuntu 22.04 do not have; the loader refuses the file and TorchSharp then blames a missing package. The demand
// comes from one symbol, std::ios_base_library_init(), which has no relocation: nothing calls it. Marking the demand as
// weak, as the linker itself could have done, lets the loader accept the file. Where libstdc++ is new enough this
// changes nothing.
using WorldModel.Native;

const string Version = "GLIBCXX_3.4.32";

if (args is not [var source, var target])
{
    Console.Error.WriteLine("usage: WorldModel.NativeRepair <library> <copy>: writes a copy that no longer insists on " + Version);
    return 2;
}

try
{
    var image = File.ReadAllBytes(source);
    var changed = ElfVersions.Weaken(image, Version);
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);

    // Beside, then moved: an interrupted build must not leave half a library, nor write through a link into the package cache.
    var beside = $"{target}.{Environment.ProcessId}.tmp";
    File.WriteAllBytes(beside, image);
    File.Move(beside, target, overwrite: true);
    Console.WriteLine(changed ? $"{target}: {Version} is optional now" : $"{target}: nothing to change");
    return 0;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"{source}: {e.Message}");
    return 1;
}
