using Proposals.Workflows.Documents;

namespace Proposals.Workflows.Tests.Documents;

public sealed class AliasTests
{
    [Theory]
    [InlineData("string", "String")]
    [InlineData("Long", "Int64")]
    [InlineData("int32?", "Int32?")]
    [InlineData("object[]", "Object[]")]
    [InlineData("List<long>", "List<Int64>")]
    [InlineData("IReadOnlyList< string >", "IReadOnlyList<String>")]
    [InlineData("IDictionary<String, Object>", "ObjectDictionary")]
    [InlineData("System.Guid, System.Private.CoreLib", "Guid")]
    [InlineData("System.String[], System.Private.CoreLib", "String[]")]
    [InlineData("System.Dynamic.ExpandoObject, System.Linq.Expressions", "JSON")]
    [InlineData("System.Collections.Generic.List`1[[System.Int64, System.Private.CoreLib]], System.Private.CoreLib", "List<Int64>")]
    [InlineData("System.Collections.Generic.ICollection`1[[System.Object, System.Private.CoreLib, Version=8.0.0.0, Culture=neutral]], System.Private.CoreLib", "ICollection<Object>")]
    [InlineData("Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core", "FlowJoinMode")]
    [InlineData("Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core", "ContinueWithIncidentsStrategy")]
    public void An_old_name_of_a_type_becomes_its_short_one(string name, string alias) => Assert.Equal(alias, TypeAliases.Canonical(name));

    [Theory]
    [InlineData("list<String>")]
    [InlineData("Elsa.Scheduling.Models.DelayBlockingStrategy, Elsa.Scheduling")]
    [InlineData("System.Diagnostics.Process, System.Diagnostics.Process")]
    [InlineData("Somebody.Object, Somebody")]
    [InlineData("Some.Thing[]")]
    [InlineData("Some.Thing[], Some")]
    [InlineData("String[][][][][][]")]
    [InlineData("`1[[")]
    [InlineData(">")]
    [InlineData("")]
    public void A_name_that_nobody_knows_stays(string name) => Assert.Equal(name, TypeAliases.Canonical(name));
}
