using System.Reflection;
using System.Runtime.CompilerServices;

namespace WorldModel.Tests.Memory;

/// <summary>The library's public methods, constructors and computed properties that take, give or hold tensors.</summary>
internal static class TensorMembers
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Their names as leak cases write them, an overload as often as there are.</summary>
    internal static IEnumerable<string> Names() =>
        from type in typeof(Space).Assembly.GetExportedTypes()
        where !type.IsInterface && !type.IsAssignableTo(typeof(Delegate))
        from name in type.GetConstructors().Where(made => Concerns(made, type)).Select(_ => $"new {type.Name}")
            .Concat(type.GetProperties(Own).Where(IsComputed).Select(property => $"{type.Name}.{property.Name}"))
            .Concat(type.GetMethods(Own).Where(method => IsWritten(method) && Concerns(method, type)).Select(method => $"{type.Name}.{method.Name}"))
        select name;

    private static bool IsComputed(PropertyInfo property) =>
        property.GetMethod is { } get && !get.IsDefined(typeof(CompilerGeneratedAttribute)) && Holds(property.PropertyType, []);

    private static bool IsWritten(MethodInfo method) =>
        !method.IsSpecialName && !method.IsAbstract && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && method.GetBaseDefinition().DeclaringType != typeof(object);

    private static bool Concerns(MethodBase method, Type type) =>
        (!method.IsStatic && Holds(type, []))
        || Holds((method as MethodInfo)?.ReturnType ?? typeof(void), [])
        || method.GetParameters().Any(parameter => Holds(parameter.ParameterType, []));

    // A tensor, a module, a collection or function of them, or a type of the library with one in a field. The interfaces
    // of dynamics and physics stand for types that have one.
    private static bool Holds(Type type, HashSet<Type> seen) => seen.Add(type) && (
        type.IsAssignableTo(typeof(Tensor)) || type.IsAssignableTo(typeof(nn.Module))
        || (type.HasElementType && Holds(type.GetElementType()!, seen))
        || type.GetGenericArguments().Any(argument => Holds(argument, seen))
        || (type.Assembly == typeof(Space).Assembly && (Mentions(type, seen) || Fields(type).Any(field => Holds(field.FieldType, seen)))));

    private static bool Mentions(Type type, HashSet<Type> seen) =>
        type.IsInterface && type.GetInterfaces().Append(type).Any(known => known.GetMethods().Any(method => Holds(method.ReturnType, seen)));

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
}
