using Jint;
using Jint.Native;
using Jint.Native.Error;
using Jint.Native.Object;
using Jint.Parser.Ast;
using Jint.Runtime;
using Jint.Runtime.Environments;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Scripting;

/// <summary>
/// One engine whose built-in objects are reduced, bounded and frozen. A script runs in a scope of its own that is dropped afterwards, so
/// nothing of one instance is there for the next.
/// </summary>
internal sealed class ScriptSandbox
{
    private const int MaxStatements = 20_000;

    /// <summary>Statements and the budget decide, patterns included. This only ends what no count has foreseen, and is long enough that a machine out of breath does not change what a replay gives.</summary>
    public static readonly TimeSpan Fuse = TimeSpan.FromSeconds(5);

    private readonly Engine engine;
    private readonly ScriptBudget budget = new();
    private readonly ScriptHost host;

    public ScriptSandbox(TimeSpan offset)
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("now", offset, null, null);
        engine = new Engine(options => options.Strict().MaxStatements(MaxStatements).TimeoutInterval(Fuse).LocalTimeZone(zone));
        host = new ScriptHost(engine, budget);
        SandboxBuilder.Build(engine, budget, host);
    }

    public string Evaluate(CompiledScript script, WorkflowRun run)
    {
        try
        {
            budget.Reset();
            engine.ResetStatementsCount();
            engine.ResetTimeoutTicks();
            engine.ResetCallStack();
            host.Run = run;
            return ScriptJson.Write(Execute(script), budget);
        }
        catch (JavaScriptException thrown)
        {
            throw new WorkflowFault("script.error", $"The script failed: {Message(thrown.Error)}");
        }
        catch (StatementsCountOverflowException)
        {
            throw new WorkflowFault("script.statements", $"The script took more than {MaxStatements} steps; it probably loops without end.");
        }
        catch (TimeoutException)
        {
            throw new WorkflowFault("script.time", "The script took too long.");
        }
        catch (Exception bug) when (bug is ArgumentException or InvalidCastException or NullReferenceException or IndexOutOfRangeException or OverflowException)
        {
            // What Jint 2 throws where it should throw a script's error: an argument left out, the empty name of a list's element, parseFloat('1e5000').
            throw new WorkflowFault("script.error", "The script failed inside a built-in function.");
        }
        finally
        {
            host.Run = null;
        }
    }

    private JsValue Execute(CompiledScript script)
    {
        var scope = LexicalEnvironment.NewDeclarativeEnvironment(engine, engine.GlobalEnvironment);
        using var strict = new StrictModeScope(true, true);
        engine.EnterExecutionContext(scope, scope, JsValue.Undefined);
        if (script.NamesVariables)
        {
            scope.Record.CreateMutableBinding(ScriptHost.VariablesName, false);
            scope.Record.SetMutableBinding(ScriptHost.VariablesName, host.Variables(), false);
        }

        foreach (var accessor in script.Accessors)
        {
            scope.Record.CreateMutableBinding(accessor.Name, false);
            scope.Record.SetMutableBinding(accessor.Name, host.Accessor(accessor), false);
        }

        engine.DeclarationBindingInstantiation(DeclarationBindingType.EvalCode, script.Program.FunctionDeclarations, script.Program.VariableDeclarations, null, null);
        var completion = engine.ExecuteStatement(script.Program);
        if (completion.Type == "throw")
            throw new WorkflowFault("script.error", $"The script failed: {Message(completion.GetValueOrDefault())}");
        engine.LeaveExecutionContext();
        return completion.GetValueOrDefault();
    }

    /// <summary>Jint's own reading of an error breaks where it has no message, and most of its own have none.</summary>
    private static string Message(JsValue thrown)
    {
        var message = thrown.IsString() ? thrown.AsString() : thrown.IsObject() && Own(thrown.AsObject(), "message") is { Length: > 0 } told ? told
            : thrown.Is<ErrorInstance>() ? Own(thrown.AsObject(), "name") ?? "Error" : thrown.IsPrimitive() ? TypeConverter.ToString(thrown) : "it throws an object";
        return message.Length > 200 ? message[..200] : message;
    }

    private static string? Own(ObjectInstance thrown, string name) => thrown.GetOwnProperty(name).Value is { } value && value.IsString() ? value.AsString() : null;
}
