using Jint.Native;
using Jint.Parser.Ast;

namespace Proposals.Workflows.Scripting;

/// <summary>
/// Turns what Jint does natively and without counting - adding strings, assigning to members, making objects, calling functions - into calls
/// of the sandbox, which counts. What cannot be counted is refused by name.
/// </summary>
internal sealed partial class ScriptRewriter(HashSet<string> names)
{
    private const int MaxNesting = 100;

    private static readonly HashSet<string> makeable = ["Date", "Array", "Object", "Error", "RegExp"];
    private static readonly HashSet<string> forbiddenNames = ["eval", "Function"];
    private static readonly HashSet<string> forbiddenMembers = ["constructor", "prototype", "__proto__", "callee", "caller"];

    /// <summary>Operations that a statement has for nothing, because it is counted itself.</summary>
    private const int FreeOperations = 20;

    /// <summary>What looks through both of its texts.</summary>
    private static readonly HashSet<BinaryOperator> comparing =
    [
        BinaryOperator.Equal, BinaryOperator.NotEqual, BinaryOperator.StrictlyEqual, BinaryOperator.StricltyNotEqual,
        BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual,
    ];

    private int depth;
    private int operations;
    private int deepest;

    public void Rewrite(Program program) => program.Body = [.. program.Body.Select(Statement)];

    private Expression Expression(Expression expression)
    {
        Descend();
        operations++;
        var rewritten = Rewritten(expression);
        depth--;
        return rewritten;
    }

    /// <summary>An expression of a statement: where it holds much, it is work beside the statement.</summary>
    private Expression Weighed(Expression expression)
    {
        var before = operations;
        return Working(Expression(expression), operations - before);
    }

    private static Expression Working(Expression expression, int operations) => operations > FreeOperations ? Call(HiddenNames.Work, expression, Number(operations)) : expression;

    private Expression? Optional(Expression? expression) => expression is null ? null : Weighed(expression);

    private Expression Rewritten(Expression expression)
    {
        switch (expression)
        {
            case Literal { Type: SyntaxNodes.RegularExpressionLiteral } pattern:
                return Pattern(pattern);
            case RegExpLiteral:
                throw new ScriptRefused(ScriptComplaint.Construct("RegExp"));
            case Literal literal:
                return Cached(literal);
            case Identifier identifier:
                if (forbiddenNames.Contains(identifier.Name))
                    throw new ScriptRefused(ScriptComplaint.Construct(identifier.Name));
                names.Add(identifier.Name);
                return identifier;
            case ThisExpression:
                return expression;
            case ArrayExpression array:
                array.Elements = [.. array.Elements.Select(element => element is null ? Undefined() : Expression(element))];
                return Charged(array, 50 * array.Elements.Count());
            case ObjectExpression made:
                made.Properties = [.. made.Properties.Select(Property)];
                return Charged(made, 100 + (100 * made.Properties.Count()));
            case FunctionExpression function:
                function.Body = FunctionBody(function.Body, function.FunctionDeclarations.Count);
                return Charged(function, 500);
            case BinaryExpression binary:
                binary.Left = Expression(binary.Left);
                binary.Right = Expression(binary.Right);
                if (binary.Left is not Literal && binary.Right is not Literal && comparing.Contains(binary.Operator))
                    binary.Left = Call(HiddenNames.Compare, binary.Left);
                return binary.Operator == BinaryOperator.Plus ? Call(HiddenNames.Add, binary.Left, binary.Right)
                    : AsAssignment(binary.Operator) is { } bits ? Bits(binary.Left, binary.Right, bits) : binary;
            case LogicalExpression logical:
                logical.Left = Expression(logical.Left);
                logical.Right = Expression(logical.Right);
                return logical;
            case UnaryExpression unary:
                unary.Argument = Expression(unary.Argument);
                return unary.Operator == UnaryOperator.BitwiseNot ? Bits(unary.Argument, Number(-1), AssignmentOperator.BitwiseXOrAssign) : unary;
            case ConditionalExpression conditional:
                conditional.Test = Expression(conditional.Test);
                conditional.Consequent = Expression(conditional.Consequent);
                conditional.Alternate = Expression(conditional.Alternate);
                return conditional;
            case AssignmentExpression assignment:
                return Assignment(assignment);
            case SequenceExpression sequence:
                sequence.Expressions = [.. sequence.Expressions.Select(Expression)];
                return sequence;
            case MemberExpression member:
                return Member(member);
            case NewExpression made:
                return New(made);
            case CallExpression call:
                call.Callee = Expression(call.Callee);
                call.Arguments = [.. call.Arguments.Select(Expression)];
                call.CanBeCached = false;
                return call;
            default:
                throw new ScriptRefused(ScriptComplaint.Construct(expression.Type.ToString()));
        }
    }

    private MemberExpression Member(MemberExpression member)
    {
        member.Object = Expression(member.Object);
        if (member.Computed)
            member.Property = Expression(member.Property);
        var name = (member.Property as Identifier)?.Name ?? (member.Property as Literal)?.Value as string ?? "";
        if (forbiddenMembers.Contains(name))
            throw new ScriptRefused(ScriptComplaint.Construct(name));
        if (name == "random" && member.Object is Identifier { Name: "Math" })
            throw new ScriptRefused(ScriptComplaint.Construct("Math.random"));
        return member;
    }

    private Property Property(Property property)
    {
        if (property.Kind != PropertyKind.Data)
            throw new ScriptRefused(ScriptComplaint.Construct(property.Kind == PropertyKind.Get ? "getter" : "setter"));
        property.Value = Expression(property.Value);
        return property;
    }

    private Expression Assignment(AssignmentExpression assignment)
    {
        assignment.Right = Expression(assignment.Right);
        assignment.Left = Expression(assignment.Left);
        if (assignment.Left is MemberExpression member)
        {
            var key = member.Computed || member.Property is not Identifier named ? member.Property : Text(named.Name);
            return Call(HiddenNames.Assign, member.Object, key, assignment.Right, Number((int)assignment.Operator));
        }

        if (assignment.Operator == AssignmentOperator.PlusAssign)
        {
            assignment.Operator = AssignmentOperator.Assign;
            assignment.Right = Call(HiddenNames.Add, assignment.Left, assignment.Right);
        }
        else if (assignment.Operator >= AssignmentOperator.BitwiseAndAssign)
        {
            assignment.Right = Bits(assignment.Left, assignment.Right, assignment.Operator);
            assignment.Operator = AssignmentOperator.Assign;
        }

        return assignment;
    }

    private CallExpression New(NewExpression made)
    {
        if (made.Callee is not Identifier { Name: var type } || !makeable.Contains(type))
            throw new ScriptRefused(ScriptComplaint.Construct($"new {(made.Callee as Identifier)?.Name}".TrimEnd()));
        return Call(type == "RegExp" ? HiddenNames.Pattern : HiddenNames.New(type), [.. made.Arguments.Select(Expression)]);
    }

    private static CallExpression Pattern(Literal pattern)
    {
        var end = pattern.Raw.LastIndexOf('/');
        var problem = BoundedPattern.Check(pattern.Raw[1..end], pattern.Raw[(end + 1)..]);
        return problem is null
            ? Call(HiddenNames.Pattern, Text(pattern.Raw[1..end]), Text(pattern.Raw[(end + 1)..]))
            : throw new ScriptRefused(new("script.pattern", $"正则表达式 {pattern.Raw} 不能使用（{problem}）。请改写。", $"the pattern {pattern.Raw} cannot be used ({problem}). Rewrite it."));
    }

    /// <summary>A hole in a list: nothing in the office tells it from undefined.</summary>
    private static UnaryExpression Undefined() => new() { Type = SyntaxNodes.UnaryExpression, Operator = UnaryOperator.Void, Argument = Number(0), Prefix = true };

    /// <summary>Jint 2 was built when a negative double became a large uint; since .NET 9 it becomes 0, and so would <c>-2 | 0</c>.</summary>
    private static CallExpression Bits(Expression left, Expression right, AssignmentOperator how) => Call(HiddenNames.Bits, left, right, Number((int)how));

    private static AssignmentOperator? AsAssignment(BinaryOperator binary) => binary switch
    {
        BinaryOperator.BitwiseAnd => AssignmentOperator.BitwiseAndAssign,
        BinaryOperator.BitwiseOr => AssignmentOperator.BitwiseOrAssign,
        BinaryOperator.BitwiseXOr => AssignmentOperator.BitwiseXOrAssign,
        BinaryOperator.LeftShift => AssignmentOperator.LeftShiftAssign,
        BinaryOperator.RightShift => AssignmentOperator.RightShiftAssign,
        BinaryOperator.UnsignedRightShift => AssignmentOperator.UnsignedRightShiftAssign,
        _ => null,
    };

    private static CallExpression Charged(Expression made, int units) => Call(HiddenNames.Charge, made, Number(units));

    private static CallExpression Call(string name, params Expression[] arguments) => new()
    {
        Type = SyntaxNodes.CallExpression,
        Callee = new Identifier { Type = SyntaxNodes.Identifier, Name = name },
        Arguments = [.. arguments],
        CanBeCached = false,
    };

    private static Literal Text(string value) => new() { Type = SyntaxNodes.Literal, Value = value, Raw = value, Cached = true, CachedValue = new JsValue(value) };

    private static Literal Number(double value) => new() { Type = SyntaxNodes.Literal, Value = value, Cached = true, CachedValue = new JsValue(value) };

    /// <summary>Jint would fill this in at first use, from whichever thread comes first.</summary>
    private static Literal Cached(Literal literal)
    {
        literal.CachedValue = literal.Value switch
        {
            null => JsValue.Null,
            bool flag => flag ? JsValue.True : JsValue.False,
            string text => new JsValue(text),
            var number => new JsValue(Convert.ToDouble(number)),
        };
        literal.Cached = true;
        return literal;
    }

    private void Descend()
    {
        if (++depth > MaxNesting)
            throw new ScriptRefused(new("script.depth", $"嵌套超过{MaxNesting}层。请拆开来写。", $"it nests more than {MaxNesting} levels deep. Take it apart."));
        deepest = Math.Max(deepest, depth);
    }
}
