using Jint.Parser.Ast;

namespace Proposals.Workflows.Scripting;

internal sealed partial class ScriptRewriter
{
    private const int CallWeight = 10;

    private Statement Statement(Statement statement)
    {
        Descend();
        RewriteInside(statement);
        depth--;
        return statement;
    }

    private void RewriteInside(Statement statement)
    {
        switch (statement)
        {
            case BlockStatement block:
                block.Body = [.. block.Body.Select(Statement)];
                break;
            case ExpressionStatement expression:
                expression.Expression = Weighed(expression.Expression);
                break;
            case VariableDeclaration declaration:
                Declaration(declaration);
                break;
            case FunctionDeclaration function:
                function.Body = FunctionBody(function.Body, function.FunctionDeclarations.Count);
                break;
            case IfStatement branch:
                branch.Test = Weighed(branch.Test);
                branch.Consequent = Statement(branch.Consequent);
                branch.Alternate = branch.Alternate is null ? null : Statement(branch.Alternate);
                break;
            case ReturnStatement returned:
                returned.Argument = Optional(returned.Argument);
                break;
            case ThrowStatement thrown:
                thrown.Argument = Weighed(thrown.Argument);
                break;
            case TryStatement attempt:
                Attempt(attempt);
                break;
            case SwitchStatement choice:
                Choice(choice);
                break;
            case LabelledStatement labelled:
                labelled.Body = Statement(labelled.Body);
                break;
            case BreakStatement or ContinueStatement or EmptyStatement:
                break;
            default:
                Loop(statement);
                break;
        }
    }

    private void Loop(Statement statement)
    {
        switch (statement)
        {
            case WhileStatement loop:
                loop.Test = Weighed(loop.Test);
                loop.Body = Statement(loop.Body);
                break;
            case DoWhileStatement loop:
                loop.Test = Weighed(loop.Test);
                loop.Body = Statement(loop.Body);
                break;
            case ForStatement loop:
                loop.Init = loop.Init is Expression first ? Weighed(first) : Node(loop.Init);
                loop.Test = Optional(loop.Test);
                loop.Update = Optional(loop.Update);
                loop.Body = Statement(loop.Body);
                break;
            case ForInStatement loop:
                loop.Left = Node(loop.Left);
                loop.Right = Weighed(loop.Right);
                loop.Body = Statement(loop.Body);
                break;
            default:
                throw new ScriptRefused(ScriptComplaint.Construct(statement is WithStatement ? "with" : statement is DebuggerStatement ? "debugger" : statement.Type.ToString()));
        }
    }

    private SyntaxNode? Node(SyntaxNode? node) => node switch
    {
        null => null,
        Expression expression => Expression(expression),
        Statement statement => Statement(statement),
        _ => throw new ScriptRefused(ScriptComplaint.Construct(node.Type.ToString())),
    };

    private void Declaration(VariableDeclaration declaration)
    {
        if (declaration.Kind is "let" or "const")
            throw new ScriptRefused(ScriptComplaint.Construct(declaration.Kind));
        declaration.Declarations = [.. declaration.Declarations];
        var before = operations;
        foreach (var declarator in declaration.Declarations)
        {
            operations++;
            if (declarator.Init is { } init)
                declarator.Init = Working(Expression(init), operations - before);
        }
    }

    private void Attempt(TryStatement attempt)
    {
        attempt.Block = Statement(attempt.Block);
        attempt.Handlers = [.. attempt.Handlers];
        attempt.GuardedHandlers = [.. attempt.GuardedHandlers];
        foreach (var handler in attempt.Handlers)
            Statement(handler.Body);
        attempt.Finalizer = attempt.Finalizer is null ? null : Statement(attempt.Finalizer);
    }

    private void Choice(SwitchStatement choice)
    {
        var before = operations;
        var discriminant = Expression(choice.Discriminant);
        choice.Cases = [.. choice.Cases];
        foreach (var one in choice.Cases)
            one.Test = one.Test is null ? null : Expression(one.Test);
        choice.Discriminant = Working(discriminant, operations - before);
        foreach (var one in choice.Cases)
        {
            one.Consequent = [.. one.Consequent.Select(Statement)];
        }
    }

    /// <summary>Every call is counted, by how deep its own text nests: that is what the stack of the thread pays for.</summary>
    private BlockStatement FunctionBody(Statement body, int innerFunctions)
    {
        var (outer, outerOperations) = (deepest, operations);
        deepest = depth;
        var rewritten = Statement(body);
        operations = outerOperations;
        var weight = deepest - depth + CallWeight;
        deepest = Math.Max(outer, deepest);
        return Block(
            Counting(HiddenNames.Enter, weight, innerFunctions * 500),
            new TryStatement
            {
                Type = SyntaxNodes.TryStatement,
                Block = rewritten,
                Handlers = [],
                GuardedHandlers = [],
                Finalizer = Block(Counting(HiddenNames.Leave, weight, 0)),
            });
    }

    private static ExpressionStatement Counting(string name, int weight, int units) =>
        new() { Type = SyntaxNodes.ExpressionStatement, Expression = Call(name, Number(weight), Number(units)) };

    private static BlockStatement Block(params Statement[] statements) => new() { Type = SyntaxNodes.BlockStatement, Body = statements };
}
