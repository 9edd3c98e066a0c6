using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Parser.Ast;
using Jint.Runtime.Descriptors;

namespace Proposals.Workflows.Scripting;

/// <summary>Takes away what cannot be bounded, puts the bounded in its place, freezes the rest.</summary>
internal static class SandboxBuilder
{
    private static readonly HashSet<string> keptGlobals =
        ["Object", "Array", "String", "Number", "Boolean", "Date", "Math", "JSON", "Error", "NaN", "Infinity", "undefined", "isNaN", "isFinite", "parseInt", "parseFloat"];

    private static readonly Program prelude = ScriptCompiler.ParseTrusted(SandboxPrelude.Source);

    public static void Build(Engine engine, ScriptBudget budget, ScriptHost host)
    {
        var global = engine.Global;
        foreach (var name in Names(global))
        {
            if (!keptGlobals.Contains(name))
                Drop(global, name);
        }

        KeepOnly(engine.Function.PrototypeObject, ["call", "toString", "length", "name"]);
        KeepOnly(engine.Object.PrototypeObject, ["hasOwnProperty", "toString", "valueOf", "isPrototypeOf", "propertyIsEnumerable"]);
        KeepOnly(engine.Array.PrototypeObject, ["length"]);
        Drop(engine.Math, "random");
        Drop(engine.String.PrototypeObject, "toLocaleUpperCase");
        Drop(engine.String.PrototypeObject, "toLocaleLowerCase");
        new SandboxNatives(engine, budget, host).Register(global);
        var texts = new SandboxTexts(engine, budget);
        texts.Register(engine.String.PrototypeObject, global);
        host.Register(global);
        global.FastAddProperty("ArrayMethods", engine.Array.PrototypeObject, true, false, true);
        engine.Execute(prelude);
        Drop(global, "ArrayMethods");
        ObjectInstance[] errors =
        [
            engine.Error.PrototypeObject, engine.TypeError.PrototypeObject, engine.RangeError.PrototypeObject, engine.ReferenceError.PrototypeObject,
            engine.SyntaxError.PrototypeObject, engine.EvalError.PrototypeObject, engine.UriError.PrototypeObject,
        ];
        // Frozen here, it could not be set on an error either, and every fault would be without a sentence.
        foreach (var error in errors)
            Drop(error, "message");
        foreach (var root in (ObjectInstance[])[global, texts.PatternMethods, engine.Function.PrototypeObject, engine.RegExp.PrototypeObject, .. errors])
            Freeze(root, []);
    }

    private static void KeepOnly(ObjectInstance target, string[] kept)
    {
        foreach (var name in Names(target).Except(kept))
            Drop(target, name);
    }

    private static void Drop(ObjectInstance target, string name) => target.RemoveOwnProperty(name);

    private static List<string> Names(ObjectInstance target) => [.. target.GetOwnProperties().Select(entry => entry.Key)];

    private static void Freeze(ObjectInstance target, HashSet<ObjectInstance> frozen)
    {
        if (!frozen.Add(target))
            return;
        Drop(target, "constructor");
        target.Extensible = false;
        foreach (var name in Names(target))
        {
            var property = target.GetOwnProperty(name);
            property.Configurable = false;
            property.Enumerable = false;
            if (property.IsDataDescriptor())
                property.Writable = false;
            if (property.Value is { } value && value.IsObject())
                Freeze(value.AsObject(), frozen);
        }

        if (target.Prototype is { } prototype)
            Freeze(prototype, frozen);
    }
}
