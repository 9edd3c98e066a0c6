using System.Reflection;
using System.Runtime.CompilerServices;
using Proposals.People;
using Proposals.Tests.Scenes;
using Proposals.Workflows.Catalogue;

namespace Proposals.Tests.Conventions;

[Trait("Asks", "NoDatabase")]
public sealed class TypeTests
{
    private static readonly Assembly[] Ours = [typeof(ActivityCatalogue).Assembly, typeof(Person).Assembly, typeof(Program).Assembly];

    /// <summary>Open types, each with its reason.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["Program"] = "the compiler makes it from Program.cs; the tests open the product by it",
    };

    [Fact]
    public void A_class_is_sealed_unless_it_is_meant_to_be_inherited() =>
        Complaints.None(Types().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !Open.ContainsKey(type.FullName ?? "")).Select(type => type.FullName));

    [Fact]
    public void Each_exception_is_still_a_type() => Complaints.None(Open.Keys.Except(Types().Select(type => type.FullName ?? "")));

    [Fact]
    public void An_asynchronous_method_is_awaited_by_somebody() =>
        Complaints.None(from type in Ours.SelectMany(assembly => assembly.GetTypes())
                     from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                     where method.ReturnType == typeof(void) && method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null
                     select $"{type.FullName}.{method.Name}");

    [Fact]
    public void The_engine_knows_neither_database_nor_web() =>
        Complaints.None(References(typeof(ActivityCatalogue)).Where(name => name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("Proposals", StringComparison.Ordinal)));

    [Fact]
    public void The_product_does_not_know_its_face() =>
        Complaints.None(References(typeof(Person)).Where(name => name == "Proposals.Web" || name.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal)));

    /// <summary>References that the compiler drops because nothing uses them yet are arrows all the same.</summary>
    [Theory]
    [InlineData("Proposals.Workflows", new string[0])]
    [InlineData("Proposals", new[] { "Proposals.Workflows" })]
    [InlineData("Proposals.Web", new[] { "Proposals" })]
    public void A_project_points_only_where_the_arrows_go(string project, string[] targets)
    {
        var file = System.Xml.Linq.XDocument.Load(Path.Combine(Sources.Root, "src", project, $"{project}.csproj"));
        Assert.Equal(targets, file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")?.Value)));
    }

    private static IEnumerable<Type> Types() => Ours.SelectMany(assembly => assembly.GetTypes()).Where(type => !IsGenerated(type));

    /// <summary>Closures and state machines, views, migrations and what source generators add.</summary>
    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        || type.FullName?.Contains("Migrations", StringComparison.Ordinal) == true
        || type.Namespace?.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal) == true
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static IEnumerable<string> References(Type inside) => inside.Assembly.GetReferencedAssemblies().Select(name => name.Name ?? "");
}
