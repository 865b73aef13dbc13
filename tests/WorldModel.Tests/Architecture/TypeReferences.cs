using System.Reflection;
using System.Reflection.Emit;

namespace WorldModel.Tests.Architecture;

/// <summary>
/// All types that a compiled type mentions, in signatures and in the code of its methods: what a file says with or
/// without a using directive.
/// </summary>
internal static class TypeReferences
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<ushort, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (ushort)code.Value);

    internal static HashSet<Type> Of(Type type)
    {
        IEnumerable<Type?> mentioned =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetCustomAttributesData().SelectMany(Attribute),
            .. type.GetFields(Own).Select(field => field.FieldType),
            .. type.GetMethods(Own).SelectMany(Method),
            .. type.GetConstructors(Own).SelectMany(Method),
        ];
        return [.. mentioned.OfType<Type>().SelectMany(Parts)];
    }

    private static IEnumerable<Type?> Attribute(CustomAttributeData attribute) =>
        [attribute.AttributeType, .. attribute.ConstructorArguments.Select(argument => argument.Value as Type)];

    private static IEnumerable<Type?> Method(MethodBase method)
    {
        var body = method.GetMethodBody();
        return
        [
            (method as MethodInfo)?.ReturnType,
            .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. body?.LocalVariables.Select(local => local.LocalType) ?? [],
            .. body is null ? [] : Code(method, body.GetILAsByteArray()!),
        ];
    }

    private static IEnumerable<Type?> Code(MethodBase method, byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var isLong = code[at] == 0xfe;
            var operation = Codes[isLong ? (ushort)(0xfe00 | code[at + 1]) : code[at]];
            at += isLong ? 2 : 1;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                foreach (var type in Member(method, BitConverter.ToInt32(code, at)))
                {
                    yield return type;
                }
            }

            at += Length(operation.OperandType, code, at);
        }
    }

    private static IEnumerable<Type?> Member(MethodBase method, int token)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, typeArguments, method.IsGenericMethod ? method.GetGenericArguments() : null)!;
        return
        [
            member as Type ?? member.DeclaringType,
            (member as MethodInfo)?.ReturnType,
            (member as FieldInfo)?.FieldType,
            .. (member as MethodBase)?.GetParameters().Select(parameter => parameter.ParameterType) ?? [],
            .. member is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : [],
        ];
    }

    private static int Length(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
        _ => 4,
    };

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : [type, .. type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : []];
}
