using System.Data.Common;

namespace Proposals.ElsaServer;

/// <summary>One database for Elsa's tables and Hangfire's, each in a schema of its own.</summary>
internal sealed record ElsaStorage(string ConnectionString, bool IsPostgreSql)
{
    public const string Name = "Elsa";

    public static ElsaStorage From(IConfiguration configuration)
    {
        var text = configuration.GetConnectionString(Name);
        if (string.IsNullOrWhiteSpace(text))
            return new ElsaStorage("Data Source=elsa.db", IsPostgreSql: false);

        var parts = new DbConnectionStringBuilder { ConnectionString = text };
        return new ElsaStorage(text, parts.ContainsKey("Host"));
    }
}
